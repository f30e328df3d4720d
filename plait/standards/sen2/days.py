"""Dates of a message as plain day numbers, so that the rules compare integers."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=1 << 16)
def day(text: str | None) -> int:
    """Give the number of an ISO day, or 0 where there is none or it is not a date."""
    if not text or not _ISO.fullmatch(text):
        return 0
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0


def a_year_before(day_number: int) -> int:
    """Give the same day of the year before; of 29 February, the 28th."""
    then = date.fromordinal(day_number)
    if (then.month, then.day) == (2, 29):
        then = then.replace(day=28)
    return then.replace(year=then.year - 1).toordinal()


def school_year_began(day_number: int) -> int:
    """Give the 31 August on which the school year of a day begins, as ages are counted."""
    then = date.fromordinal(day_number)
    return date(then.year if then.month > 8 else then.year - 1, 8, 31).toordinal()


@lru_cache(maxsize=1 << 16)
def age(born: int, on: int) -> int:
    """Give the whole years between two day numbers; below 0 where the birth is later."""
    birth, then = date.fromordinal(born), date.fromordinal(on)
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))
