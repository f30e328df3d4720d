"""What a return of a year speaks of: a calendar year, seen from its census day."""

from dataclasses import dataclass
from datetime import date

from plait.standards.sen2.layout import CENSUS_DAYS, YEARS


class NoSuchYear(ValueError):
    """A year for which no SEN2 layout is known."""


@dataclass(frozen=True)
class Period:
    """The calendar year before the census, and the last day a fact may have."""

    year: int
    first: date
    last: date
    census: date
    known: date  # the census day, or the day of writing where that is earlier


def period(year: int, *, on: date) -> Period:
    """Give the period of a return written on a day."""
    if year not in YEARS:
        raise NoSuchYear(
            f"No SEN2 layout is known for {year}; it can be {YEARS[0]} to {YEARS[-1]}."
        )
    census = date.fromisoformat(CENSUS_DAYS[year])
    return Period(
        year=year,
        first=date(year - 1, 1, 1),
        last=date(year - 1, 12, 31),
        census=census,
        known=min(census, on),
    )


def current_year(today: date) -> int:
    """Give the year of the next return: this one until its census day, then the next."""
    for year in YEARS:
        if today <= date.fromisoformat(CENSUS_DAYS[year]):
            return year
    return YEARS[-1]
