"""A concern in words: how it stands, what stands in the way, what was tried."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.attendance.barrier_words import BARRIERS, HELPED
from plait.attendance.queries.concerns import State
from plait.standards.attendance.barriers import to_try
from plait.ui.words import long_day

STANDS = {
    State.OPEN: (later("The family has not answered yet"), "running"),
    State.ANSWERED: (later("The family answered"), "at-risk"),
    State.ADJUSTED: (later("Help is being tried"), "running"),
    State.ENDED: (later("Ended"), "met"),
}


@dataclass(frozen=True)
class Tried:
    """Something that was tried, and whether it helped; the table's own words are translated."""

    place: int
    what: str
    since: str
    stands: str
    tag: str
    waits: bool


@dataclass(frozen=True)
class Shown:
    """One concern as a page has it."""

    row: Any
    stands: str
    tag: str
    raised: str
    answered: str
    barriers: list[str]
    tried: list[Tried]
    proposed: list[tuple[str, str, str]]  # barrier, what, and what in the reader's language

    @property
    def open(self) -> bool:
        return bool(self.row.state != State.ENDED)

    @property
    def may_act(self) -> bool:
        """Whether everything that was tried is shown, with how it went."""
        return bool(self.tried) and not any(one.waits for one in self.tried)


def shown(concern: Any) -> Shown:
    """Put a concern into words; what is tried already is not proposed again."""
    stands, tag = STANDS[concern.state]
    tried = [_tried(place, one) for place, one in enumerate(concern.adjustments)]
    known = {one["what"] for one in concern.adjustments}
    return Shown(
        row=concern,
        stands=_(stands),
        tag=tag,
        raised=_raised(concern),
        answered=_answered(concern),
        barriers=[_(BARRIERS[one]) for one in concern.barriers if one in BARRIERS],
        tried=tried,
        proposed=[
            (_(BARRIERS[one.barrier]), one.what, _(one.what))
            for one in to_try(concern.barriers)
            if one.what not in known
        ],
    )


def _tried(place: int, one: dict[str, str]) -> Tried:
    words, tag = HELPED.get(one["helped"], HELPED["not_known"])
    since = long_day(date.fromisoformat(one["since"]))
    return Tried(place, _(one["what"]), since, _(words), tag, one["helped"] == "not_known")


def _raised(concern: Any) -> str:
    who = concern.raised_by.name if concern.raised_by else _("The school")
    where = f", {concern.setting.name}" if concern.setting else ""
    return f"{who}{where}, {long_day(concern.raised_on)}"


def _answered(concern: Any) -> str:
    if concern.answered_on is None:
        return ""
    who = concern.answered_by.name if concern.answered_by else ""
    return ", ".join(filter(None, (who, long_day(concern.answered_on))))


def summary(count: int, answered: int) -> str:
    """Say how many concerns are open, and how many wait for those who raised them."""
    if not count:
        return "No concern about attendance is open."
    said = "1 concern is open." if count == 1 else f"{count:,} concerns are open."
    if answered:
        have = "1 has" if answered == 1 else f"{answered:,} have"
        said += f" {have} an answer of the family, and something should be tried next."
    return said
