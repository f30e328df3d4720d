"""Who is who, who has looked, and where the facts came from, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist

from plait.access.models import Tie
from plait.cases.dated_facts import rows_of
from plait.cases.models import Request
from plait.cases.models_spine import OfChild
from plait.journal.models import Look
from plait.people.models import Child, FamilyTie, Role
from plait.ui.tables import Cell
from plait.ui.words import moment, short_day

LIVES = {True: "lives with them", False: "lives elsewhere", None: ""}


@dataclass(frozen=True)
class Relative:
    """One adult of the family; an address is never on the child's page."""

    name: str
    relationship: str
    stands: str
    reach: str
    unsafe: str


@dataclass(frozen=True)
class TieLine:
    """One tie: who, and how they stand to the child."""

    who: str
    how: str


def relatives(family: Iterable[FamilyTie]) -> list[Relative]:
    """Say who the family is, how to reach them, and whom it is not safe to tell."""
    return [_relative(tie) for tie in family]


def _relative(tie: FamilyTie) -> Relative:
    stands = (tie.get_responsibility_display(), LIVES[tie.lives_with])
    unsafe = f"Not safe to tell. {tie.safety_note}".strip() if tie.unsafe_to_tell else ""
    return Relative(
        tie.carer.name,
        tie.relationship,
        ", ".join(filter(None, stands)),
        ", ".join(filter(None, (tie.carer.phone, tie.carer.email))),
        unsafe,
    )


def tie_lines(ties: Iterable[Tie]) -> list[TieLine]:
    """Say who may see this child, how they stand to the child, since when and on what basis."""
    return [_tie_line(tie) for tie in ties]


def _tie_line(tie: Tie) -> TieLine:
    who = tie.user.name if tie.user else str(tie.organisation)
    as_what = "Emergency access" if tie.emergency else _as_what(tie)
    until = f" until {short_day(tie.until)}" if tie.until else ""
    return TieLine(who, f"{as_what}, since {short_day(tie.since)}{until}. {tie.basis}")


def _as_what(tie: Tie) -> str:
    if tie.organisation_id:
        return "The setting, for its SENCO"
    title = tie.post.title if tie.post else ""
    covering = " (covering)" if tie.covers_id else ""
    return (title or Role(tie.role).label) + covering


def look_lines(looks: Iterable[Look]) -> list[tuple[str, str, str]]:
    """Say when, who and what for each reading."""
    return [(moment(look.at), look.by.name, _read(look)) for look in looks]


def _read(look: Look) -> str:
    return f"{look.through}: {look.parts}" if look.through else look.parts


def origin_rows(child: Child, requests: Iterable[Request]) -> list[dict[str, object]]:
    """Say which file, line and day each date came from; a fact written here says so."""
    rows = [_origin("Name and birth date", child.birth_date, child)]
    for request in requests:
        rows += [
            _origin(dated.fact.words, dated.value, dated.row)
            for dated in rows_of(request)
            if dated.value
        ]
    return rows


def _origin(words: str, value: date, row: Child | OfChild) -> dict[str, object]:
    source, line = _source(row), f", line {row.source_line}" if row.source_line else ""
    if source is None:
        by_file = f"A file{line}; its name is open to data officers"
        said = by_file if row.source_id else "Recorded here"
        return {"fact": words, "date": short_day(value), "from": said}
    as_at = f"as at {short_day(source.as_at)}, " if source.as_at else ""
    note = f"{as_at}loaded {moment(source.at)}"
    return {
        "fact": words,
        "date": short_day(value),
        "from": Cell(f"{source.name}{line}", note=note),
    }


def _source(row: object) -> object | None:
    """The file a row came from, as far as this reader may know of files."""
    try:
        return row.source
    except ObjectDoesNotExist:
        return None
