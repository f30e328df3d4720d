"""The days on which the schools of Plaitshire are open this school year, and an ordinary day."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from plait.sample.papers.closures import holidays
from plait.sample.shares import Shares

AM, PM = 0, 1
ORDINARY = Shares({"": 93.5, "I": 4.2, "M": 0.9, "L": 0.8, "O": 0.4, "G": 0.2})


def school_days(on: date) -> list[date]:
    """Give this school year's open days before a day, oldest first."""
    year = on.year if on.month >= 9 else on.year - 1
    shut = [h for y in (year, year + 1) for h in holidays(y)]
    first = date(year, 9, 1)
    days = (first + timedelta(days=n) for n in range(max((on - first).days, 0)))
    return [d for d in days if d.weekday() < 5 and not any(f <= d <= e for _, f, e in shut)]


def ordinary(days: list[date], rng: Random) -> Iterator[tuple[date, int, str]]:
    """Give the marks of a pupil who comes as most do: day, half, code."""
    ill = 0
    for day in days:
        ill = ill - 1 if ill else (rng.randrange(1, 4) if rng.random() < 0.012 else 0)
        for half in (AM, PM):
            code = "I" if ill else ORDINARY.draw(rng)
            yield day, half, code or "/\\"[half]
