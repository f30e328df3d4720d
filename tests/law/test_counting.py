from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law import counting, tribunal
from plait.law.calendar import is_working_day

DAYS = st.dates(date(2014, 9, 1), date(2038, 12, 31))
NUMBERS = st.integers(1, 60)


@given(DAYS, NUMBERS)
def test_an_inclusive_period_of_days_always_ends_a_day_before_an_exclusive_one(day, number):
    assert counting.inclusive_days(day, number) == counting.days(day, number) - timedelta(days=1)


@given(DAYS, NUMBERS)
def test_inclusive_weeks_end_a_day_before_weeks(day, number):
    assert counting.inclusive_weeks(day, number) == counting.weeks(day, number) - timedelta(days=1)


@given(DAYS, st.integers(1, 45))
def test_inclusive_working_days_never_end_after_exclusive_ones(day, number):
    assert counting.working_days_inclusive(day, number) <= counting.working_days(day, number)


@given(DAYS, st.integers(1, 45))
def test_working_days_end_on_a_working_day_forward_and_back(day, number):
    assert is_working_day(counting.working_days(day, number))
    assert is_working_day(counting.working_days_back(day, number))


@given(DAYS, st.integers(1, 45))
def test_counting_working_days_back_from_their_end_never_passes_the_start(day, number):
    end = counting.working_days(day, number)
    assert counting.working_days_back(end, number) <= day or not is_working_day(day)


@given(DAYS, st.integers(-24, 72))
def test_months_keep_the_day_number_or_take_the_last_of_the_month(day, number):
    there = counting.months(day, number)
    assert there.day == day.day or (there + timedelta(days=1)).day == 1
    assert (there.year - day.year) * 12 + there.month - day.month == number


@given(DAYS, DAYS, st.integers(1, 24))
def test_a_later_event_never_ends_a_period_of_months_earlier(one, other, number):
    first, second = sorted((one, other))
    assert counting.months(first, number) <= counting.months(second, number)
    assert counting.inclusive_months(first, number) <= counting.inclusive_months(second, number)


@pytest.mark.parametrize(
    ("event", "number", "ends"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 27)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 9, 1), 3, date(2026, 11, 30)),
    ],
)
def test_an_inclusive_period_of_months_ends_before_the_same_date_or_with_the_month(
    event, number, ends
):
    assert counting.inclusive_months(event, number) == ends


@given(DAYS)
def test_an_appeal_never_has_to_arrive_in_august_by_relief_or_at_christmas(day):
    limit = tribunal.appeal_limit(day, None)
    due = tribunal.appeal_time(day)
    assert due >= limit
    assert is_working_day(due)
    assert not (tribunal.is_left_out(limit) and tribunal.is_left_out(due))


@given(DAYS, DAYS)
def test_a_certificate_never_shortens_the_time_to_appeal(sent, certificate):
    assert tribunal.appeal_time(sent, certificate) >= tribunal.appeal_time(sent)


@pytest.mark.parametrize(
    ("day", "out"),
    [
        (date(2026, 7, 31), False),
        (date(2026, 8, 1), True),
        (date(2026, 8, 31), True),
        (date(2026, 9, 1), False),
        (date(2026, 12, 24), False),
        (date(2026, 12, 25), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 2), False),
    ],
)
def test_the_tribunal_leaves_out_august_and_the_christmas_days_to_the_day(day, out):
    assert tribunal.is_left_out(day) is out


@given(DAYS, st.integers(1, 30))
def test_no_day_of_a_tribunal_step_falls_in_the_days_left_out(day, number):
    assert not tribunal.is_left_out(tribunal.tribunal_working_days(day, number))
