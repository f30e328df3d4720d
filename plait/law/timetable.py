"""The weeks of one assessment: what is booked, and what would make week 20 impossible.

The last steps have lengths: fifteen days in which the family reads the draft are law; the days in
which the draft is written are the area's own. Counted back from the day of the final plan, they
give the last day on which everything that the draft is made from can arrive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.law.reckoning import reckon
from plait.law.wording import day_in_words, quantity

FINAL_PLAN = "sr-r13-2-final-plan"
WINDOW = 15  # days, SEND Regulations 2014, reg 13(1)
WRITING = 14  # days, ours: an area can say another number


class Fits(StrEnum):
    """Whether a booked thing leaves time for what must follow."""

    FITS = "fits"
    TIGHT = "tight"
    BREACHES = "breaches"
    PASSED = "passed"


@dataclass(frozen=True)
class Booked:
    """Something with a day: advice that is awaited, an appointment, a panel; done or to come."""

    on: date
    what: str
    done: bool = False
    feeds_draft: bool = True  # whether the draft cannot be written before it


@dataclass(frozen=True)
class Line:
    """One day of the timetable, with its week of the twenty and what it means for the end."""

    on: date
    what: str
    week: int
    fits: Fits
    why: str


@dataclass(frozen=True)
class Timetable:
    """The last days of each step, and every booked thing measured against them."""

    final_by: date
    draft_by: date
    all_in_by: date
    lines: tuple[Line, ...]

    @property
    def breaches(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.fits is Fits.BREACHES)


def timetable(
    received_on: date, booked: Iterable[Booked], *, today: date, writing: int = WRITING
) -> Timetable:
    """Lay out a case from the day of the request to the day of the final plan."""
    final_by = reckon(FINAL_PLAN, received_on).due
    draft_by = final_by - timedelta(days=WINDOW)
    all_in_by = draft_by - timedelta(days=writing)
    lines = [
        _line(one, received_on, draft_by, all_in_by, today)
        for one in sorted(booked, key=lambda one: (one.on, one.what))
    ]
    return Timetable(final_by, draft_by, all_in_by, tuple(lines))


def _line(one: Booked, start: date, draft_by: date, all_in_by: date, today: date) -> Line:
    week = (one.on - start).days // 7
    fits, why = _fits(one, draft_by, all_in_by, today)
    return Line(one.on, one.what, week, fits, why)


def _fits(one: Booked, draft_by: date, all_in_by: date, today: date) -> tuple[Fits, str]:
    arrives = one.on if one.done else max(one.on, today)
    if one.done:
        return Fits.PASSED, "Done."
    if not one.feeds_draft:
        return Fits.FITS, "Nothing in the draft waits for it."
    if arrives > draft_by:
        late = quantity((arrives - draft_by).days, "days")
        return Fits.BREACHES, (
            f"Too late by {late}: the draft must be with the family by {day_in_words(draft_by)} "
            "for their 15 days to end before week 20 does."
        )
    if arrives > all_in_by:
        left = quantity((draft_by - arrives).days, "days")
        return Fits.TIGHT, f"It leaves {left} to write the draft."
    if one.on < today:
        return (
            Fits.TIGHT,
            "Its day has passed and it is not here; each day now is a day of writing.",
        )
    return Fits.FITS, f"It leaves {quantity((draft_by - arrives).days, 'days')} to write the draft."
