"""Write the month's files, each as its agency would send it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from plait.sample.papers.tables import write_table

from .month import Month
from .pupils import Pupil
from .rows import Row, enrolment
from .terms import ordinary, school_days

SCHOOLS_WITH_MARKS = 4
MARKS = ("Pupil", "Date", "Session", "Code", "URN")


def write_month(folder: Path, month: Month, on: date, first: str) -> None:
    """Write rolls, marks and the other tables; `first` is a school whose marks are wanted."""
    write_table(folder / "rolls.csv", *_table([enrolment(one) for one in month.pupils]))
    for name, rows in sorted(month.tables.items()):
        write_table(folder / name, *_table(rows))
    if days := school_days(on):
        write_table(folder / "attendance.csv", MARKS, _marks(month, days, on, first))


def _table(rows: list[Row]) -> tuple[list[str], list[Row]]:
    return list(dict.fromkeys(name for row in rows for name in row)), rows


def _marks(month: Month, days: list[date], on: date, first: str) -> Iterator[Row]:
    """Write the marks of a few schools, and of everybody whose marks say something."""
    urns = list(dict.fromkeys([first, *(one.school.urn for one in month.pupils)]))
    chosen, rng = set(urns[:SCHOOLS_WITH_MARKS]), Random(on.toordinal())
    for pupil in month.pupils:
        if pupil.school.urn in chosen or pupil.codes:
            yield from _of(pupil, days, rng)


def _of(pupil: Pupil, days: list[date], rng: Random) -> Iterator[Row]:
    last = pupil.left or date.max
    there = [day for day in days if pupil.entered <= day <= last]
    for day, half, code in ordinary(there, rng):
        yield {
            "Pupil": pupil.child.upn, "Date": day.isoformat(), "Session": ("AM", "PM")[half],
            "Code": pupil.codes.get((day, half), code), "URN": pupil.school.urn,
        }  # fmt: skip
