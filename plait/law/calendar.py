"""England's working days and a setting's closures.

"Working day" is not defined in Part 3 or its Regulations. Monday to Friday, not a bank holiday in
England, is this product's reading. The bank holidays are frozen in data/bank_holidays.csv, made by
`python -m plait.law.freeze_bank_holidays`; days outside its years are refused, never guessed.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from plait.law.refusals import CalendarEnds

BANK_HOLIDAYS_FILE = Path(__file__).parent / "data" / "bank_holidays.csv"
FIRST_YEAR, LAST_YEAR = 2000, 2060
ONE_DAY = timedelta(days=1)
SATURDAY = 5

DayTest = Callable[[date], bool]


@dataclass(frozen=True, order=True)
class Closure:
    """The days a setting is shut to its pupils, first and last included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"A closure cannot end ({self.last}) before it begins ({self.first}).")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def reopens(self) -> date:
        return self.last + ONE_DAY

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@cache
def bank_holidays() -> dict[date, str]:
    """Every bank holiday in England in the frozen years, with its name."""
    with BANK_HOLIDAYS_FILE.open(encoding="utf-8", newline="") as lines:
        return {date.fromisoformat(row["day"]): row["name"] for row in csv.DictReader(lines)}


def is_bank_holiday(day: date) -> bool:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CalendarEnds(
            f"Bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}; {day} is outside them."
        )
    return day in bank_holidays()


def is_working_day(day: date) -> bool:
    return not is_bank_holiday(day) and day.weekday() < SATURDAY


def nth_day(start: date, number: int, counts: DayTest, step: timedelta = ONE_DAY) -> date:
    """The nth day after `start` that counts (before it, when the step is negative)."""
    day = start
    while number:
        day += step
        number -= counts(day)
    return day


def last_working_day(day: date) -> date:
    """The day itself if people are at work on it, else the nearest working day before."""
    return day if is_working_day(day) else nth_day(day, 1, is_working_day, -ONE_DAY)


def next_working_day(day: date) -> date:
    """The day itself if people are at work on it, else the nearest working day after."""
    return day if is_working_day(day) else nth_day(day, 1, is_working_day)


def working_days_between(first: date, second: date) -> int:
    """How many working days before `second` the day `first` is; the day `second` is not counted."""
    span = (second - first).days
    return sum(is_working_day(first + timedelta(days=n)) for n in range(span))


def school_days(closures: Iterable[Closure]) -> DayTest:
    """Whether a setting is open to its pupils on a day, as far as its closures tell."""
    shut = tuple(closures)
    return lambda day: is_working_day(day) and not any(c.covers(day) for c in shut)
