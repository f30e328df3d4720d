"""Who is who, who has looked, and where the facts came from, in words."""

from collections.abc import Iterable
from datetime import date

from plait.access.models import Tie
from plait.cases.dated_facts import rows_of
from plait.cases.models import Request
from plait.journal.models import Look
from plait.people.models import Child, FamilyTie, Role
from plait.ui.tables import Cell
from plait.ui.words import moment, short_day

LIVES = {True: "lives with them", False: "lives elsewhere", None: ""}


def family_rows(family: Iterable[FamilyTie]) -> list[dict[str, object]]:
    """Say who the family is; an address hidden from others is never drawn here."""
    rows = []
    for tie in family:
        carer = tie.carer
        note = ", ".join(
            part for part in (tie.get_responsibility_display(), LIVES[tie.lives_with]) if part
        )
        reach = [carer.phone, carer.email]
        rows.append(
            {
                "who": Cell(carer.name, note=tie.relationship.capitalize()),
                "stands": Cell(note, note=_safety(tie)),
                "reach": ", ".join(part for part in reach if part) or None,
            }
        )
    return rows


def _safety(tie: FamilyTie) -> str:
    if not tie.unsafe_to_tell:
        return ""
    return f"Not safe to tell. {tie.safety_note}".strip()


def tie_rows(ties: Iterable[Tie]) -> list[dict[str, object]]:
    """Say who may see this child, how they stand to the child, and since when."""
    rows = []
    for tie in ties:
        held_by = tie.user.name if tie.user else str(tie.organisation)
        as_what = "Emergency access" if tie.emergency else _as_what(tie)
        until = f", until {short_day(tie.until)}" if tie.until else ""
        rows.append(
            {
                "who": held_by,
                "as": Cell(as_what, note=tie.basis),
                "since": f"{short_day(tie.since)}{until}",
            }
        )
    return rows


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


def _origin(words: str, value: date, row: object) -> dict[str, object]:
    source = getattr(row, "source", None)
    if source is None:
        return {
            "fact": words,
            "date": short_day(value),
            "from": "Recorded here, or not shown to you",
        }
    line = f", line {row.source_line}" if row.source_line else ""
    as_at = f"as at {short_day(source.as_at)}, " if source.as_at else ""
    note = f"{as_at}loaded {moment(source.at)}"
    return {
        "fact": words,
        "date": short_day(value),
        "from": Cell(f"{source.name}{line}", note=note),
    }
