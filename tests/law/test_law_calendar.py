from datetime import date

import pytest

from plait.law.calendar import (
    LAST_YEAR,
    Closure,
    bank_holidays,
    is_working_day,
    last_working_day,
    next_working_day,
    school_days,
    working_days_between,
)
from plait.law.freeze_bank_holidays import from_library
from plait.law.refusals import CalendarEnds


def test_the_frozen_bank_holidays_are_those_of_the_library():
    assert bank_holidays() == from_library()


def test_the_table_reaches_far_enough_and_says_when_to_freeze_it_again():
    assert max(bank_holidays()).year == LAST_YEAR
    assert date.today().year + 18 <= LAST_YEAR, "run python -m plait.law.freeze_bank_holidays"


@pytest.mark.parametrize(
    "day",
    [date(2020, 5, 8), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8), date(2026, 12, 28)],
)
def test_a_single_bank_holiday_is_not_a_working_day(day):
    assert not is_working_day(day)


def test_scotland_and_its_second_of_january_do_not_count():
    assert is_working_day(date(2025, 1, 2))


def test_christmas_2026_runs_back_to_its_eve_and_on_to_the_tuesday():
    sunday = date(2026, 12, 27)
    assert last_working_day(sunday) == date(2026, 12, 24)
    assert next_working_day(sunday) == date(2026, 12, 29)


def test_a_working_day_is_its_own_last_working_day():
    assert last_working_day(date(2026, 11, 20)) == date(2026, 11, 20)


def test_a_day_beyond_the_table_is_refused_not_guessed():
    with pytest.raises(CalendarEnds, match="2000 to 2060"):
        is_working_day(date(2061, 1, 3))


def test_fifteen_working_days_before_a_move_are_counted_without_the_move():
    assert working_days_between(date(2026, 11, 2), date(2026, 11, 23)) == 15


def test_a_closure_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        Closure(date(2026, 7, 23), date(2026, 7, 22))


def test_a_school_is_open_to_pupils_only_outside_its_closures():
    is_open = school_days([Closure(date(2026, 10, 26), date(2026, 10, 30))])
    assert is_open(date(2026, 10, 23))
    assert not is_open(date(2026, 10, 26))
    assert not is_open(date(2026, 10, 31))
    assert is_open(date(2026, 11, 2))
