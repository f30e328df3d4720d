"""Marks written as people say them, and strategies that draw them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import AM, PM, SUNDAY, Session, with_marks

YEAR = 2026
FIRST = date(2026, 9, 1)
CODE = st.sampled_from(sorted(CODES))
DAY = st.integers(0, 364).map(lambda n: FIRST + timedelta(days=n))
SCHOOL_DAY = DAY.filter(lambda day: day.weekday() != SUNDAY)
MARKS = st.dictionaries(st.tuples(SCHOOL_DAY, st.sampled_from((AM, PM))), CODE, max_size=60)


def sessions(marks):
    return [Session(day, half, CODES[code].byte) for (day, half), code in marks.items()]


def register(marks):
    """A register of {(day, half): code}."""
    return with_marks(YEAR, b"", sessions(marks))


def school_days(first, last):
    """Mondays to Fridays."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def present(first, last, but=None):
    """There every weekday of a period, but for what `but` says: {day: code of both half-days}."""
    marks = {}
    for day in school_days(first, last):
        for half, code in ((AM, "/"), (PM, "\\")):
            marks[day, half] = (but or {}).get(day, code)
    return register(marks)
