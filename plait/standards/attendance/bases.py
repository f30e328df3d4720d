"""The two official bases of an absence figure, and what a figure on each covers.

They differ in source and period, not in the sum, so each figure says which one it is on. The days
on which the census's terms begin and end are from memory of its guides, and are kept here alone.
"""

from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from plait.law.calendar import bank_holidays

TERMS: Final = ("autumn", "spring", "summer")


class Basis(Enum):
    """Which official figure a measure can be held against."""

    MONITOR = "Monitor your school attendance"
    CENSUS = "School census absence statistics"


class Period(NamedTuple):
    """From a day to a day, both included, and the basis with its period in words."""

    first: date
    last: date
    basis: Basis
    words: str


def year_to_date(year: int, latest: date, *, admitted: date | None = None) -> Period:
    """Give the period of Monitor your school attendance: from admission to the latest session."""
    first = max(date(year, 9, 1), admitted or date.min)
    last = min(date(year + 1, 8, 31), latest)
    return Period(first, last, Basis.MONITOR, "the school year to date")


def census_terms(year: int, latest: date) -> Period | None:
    """Give the census's period: the terms that ended by a day; nothing in the autumn term."""
    ended = [name for name in TERMS if term(year, name)[1] <= latest]
    if not ended:
        return None
    words = {1: "the autumn term", 2: "the autumn and spring terms", 3: "the full year"}
    first, last = term(year, TERMS[0])[0], term(year, ended[-1])[1]
    return Period(first, last, Basis.CENSUS, words[len(ended)])


@cache
def term(year: int, name: str) -> tuple[date, date]:
    """Give the first and last day of a census term; the spring term ends on Easter Sunday.

    The census's autumn begins on 1 August; sessions of that August are in the year before's
    register, and schools hold none.
    """
    days = {day for day, holiday in bank_holidays().items() if holiday == "Easter Monday"}
    easter_monday = next(day for day in days if day.year == year + 1)
    return {
        "autumn": (date(year, 9, 1), date(year, 12, 31)),
        "spring": (date(year + 1, 1, 1), easter_monday - timedelta(days=1)),
        "summer": (easter_monday, date(year + 1, 7, 31)),
    }[name]
