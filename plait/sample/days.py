"""The days that shape a year: census Thursdays, school years and the terms of Plaitshire."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.standards.sen2 import layout

DAY = timedelta(days=1)


def census_day(year: int) -> date:
    """The third Thursday of January."""
    new_year = date(year, 1, 1)
    return new_year + timedelta(days=(3 - new_year.weekday()) % 7 + 14)


def school_entry(born: date) -> int:
    """The year whose September a child starts reception."""
    return born.year + (4 if born.month < 9 else 5)


def age_on(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def weekday_from(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + max(0, 7 - day.weekday()) * DAY if day.weekday() > 4 else day


@dataclass(frozen=True)
class Window:
    """One file's view: what was open since `starts`, as known on `ends`, said on `reference`."""

    name: str
    year: int
    starts: date
    ends: date
    reference: date
    live: bool = False


def windows(on: date) -> list[Window]:
    """The last two January returns before a day, and the extract of that day."""
    last = min(on.year if census_day(on.year) < on else on.year - 1, layout.YEARS[-1])
    returns = [
        Window(f"sen2-{y}.xml", y, date(y - 1, 1, 1), date(y - 1, 12, 31), census_day(y))
        for y in (last - 1, last)
    ]
    name = f"sen2-extract-{on.isoformat()}.xml"
    coming = min(last + 1, layout.YEARS[-1])
    return [*returns, Window(name, coming, date(last, 1, 1), on, on, live=True)]
