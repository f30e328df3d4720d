"""The twenty weeks laid out: what fits, what is tight, what would breach the last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.timetable import Booked, Fits, timetable

RECEIVED = date(2026, 9, 28)
TODAY = date(2026, 11, 23)


def fits(on, *, today=TODAY, **more):
    return timetable(RECEIVED, [Booked(on, "Advice", **more)], today=today).lines[0]


def test_the_last_days_are_counted_back_from_week_20():
    found = timetable(RECEIVED, [], today=TODAY)
    assert found.final_by == date(2027, 2, 15)
    assert found.draft_by == date(2027, 1, 31)
    assert found.all_in_by == date(2027, 1, 17)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 1, 17), Fits.FITS),
        (date(2027, 1, 18), Fits.TIGHT),
        (date(2027, 1, 31), Fits.TIGHT),
        (date(2027, 2, 1), Fits.BREACHES),
    ],
)
def test_a_booked_day_is_measured_against_the_draft(on, expected):
    assert fits(on).fits is expected


def test_what_is_late_breaches_once_today_is_past_the_day_of_the_draft():
    assert fits(date(2026, 12, 1), today=date(2027, 1, 31)).fits is Fits.TIGHT
    assert fits(date(2026, 12, 1), today=date(2027, 2, 1)).fits is Fits.BREACHES


def test_what_is_done_or_feeds_nothing_breaches_nothing():
    assert fits(date(2027, 2, 10), done=True).fits is Fits.PASSED
    assert fits(date(2027, 2, 10), feeds_draft=False).fits is Fits.FITS


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_later_day_to_come_never_fits_better(first, more):
    order = [Fits.FITS, Fits.TIGHT, Fits.BREACHES]
    early = TODAY + timedelta(days=first)
    late = early + timedelta(days=more)
    assert order.index(fits(early).fits) <= order.index(fits(late).fits)
