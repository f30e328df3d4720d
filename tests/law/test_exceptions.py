from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.calendar import Closure
from plait.law.closures import absent_long_enough, closure_excuses, closure_window, joined
from plait.law.duties import DUTIES
from plait.law.exceptions import EXCUSES, REACH, excusable, excuses_for, may_excuse, provision_of

SUMMER = Closure(date(2026, 7, 23), date(2026, 9, 1))
CHRISTMAS = Closure(date(2026, 12, 19), date(2027, 1, 3))


@pytest.mark.parametrize("duty_id", REACH)
def test_a_limit_that_can_be_excused_is_a_duty_whose_own_row_names_an_exception(duty_id):
    assert DUTIES[duty_id].exceptions.startswith(("reg ", "reg 13(3)"))


@given(st.sampled_from(sorted(set(DUTIES) - set(REACH))), st.sampled_from(sorted(EXCUSES)))
def test_a_limit_without_an_exception_refuses_every_one_with_a_reason(duty_id, code):
    refusal = may_excuse(duty_id, code)
    assert refusal
    assert refusal.why.endswith(".")


@given(st.sampled_from(sorted(REACH)), st.sampled_from(sorted(EXCUSES)))
def test_a_limit_takes_exactly_the_exceptions_it_names(duty_id, code):
    assert (may_excuse(duty_id, code) is None) == (EXCUSES[code] in excuses_for(duty_id))


@pytest.mark.parametrize(
    "duty_id",
    [
        "sr-r4-1-refusal-6w",
        "sr-r15-4-new-la-inform",
        "sr-r16-2-rcb-change",
        "sr-r20-10-decision",
        "sr-r21-9-decision",
        "sr-r22-3-final-amended",
        "sr-r25-reassess-decision",
        "sr-r44-d-reconsider",
        "sr-r44-amend",
        "sr-r44-name-school",
        "sr-r44-h-continue-amend",
        "sr-r45-3A-assess-final",
        "sr-r45-4-content",
        "sr-r45-5-placement",
        "sr-r45-6A-cease-amend",
    ],
)
def test_the_limits_the_regulations_leave_strict_stay_strict(duty_id):
    assert duty_id not in excusable()
    assert may_excuse(duty_id, "personal_circumstances")


def test_a_body_giving_advice_has_no_school_closure_limb_but_has_missed_appointments():
    refusal = may_excuse("sr-r8-advice-6-weeks", "school_closed")
    assert refusal
    assert "not an exception to SEND Regulations 2014, reg 8(1)" in refusal.why
    assert "missed" in refusal.why
    assert may_excuse("sr-r8-advice-6-weeks", EXCUSES["missed_appointment"]) is None


def test_two_weeks_away_excuse_an_order_and_no_ordinary_limit():
    assert may_excuse("sr-r44-assess-final", "absent_two_weeks") is None
    assert may_excuse("sr-r13-2-final-plan", "absent_two_weeks")


def test_a_school_closure_excuses_an_order_through_reg_13():
    assert provision_of("sr-r44-make-plan-draft", "school_closed") == "reg 44(3)(c)"


def test_detention_knows_no_early_years_limb():
    assert may_excuse("det-r5-1-decide-assess", "school_closed") is None
    assert may_excuse("det-r5-1-decide-assess", "early_years_closed")


def test_lack_of_staff_is_no_exception_anywhere():
    assert "is not a circumstance" in may_excuse("sr-r5-1-decide-assess", "no_staff").why


@pytest.mark.parametrize(
    ("asked", "excused"),
    [
        (date(2026, 7, 15), False),
        (date(2026, 7, 16), True),
        (date(2026, 8, 26), True),
        (date(2026, 8, 27), False),
    ],
)
def test_the_window_opens_a_week_before_the_closure_and_ends_a_week_before_it_reopens(
    asked, excused
):
    assert bool(closure_excuses(asked, [SUMMER, CHRISTMAS])) is excused


def test_four_weeks_to_the_day_are_enough_and_a_day_less_is_not():
    start = date(2026, 7, 27)
    assert closure_window([Closure(start, date(2026, 8, 23))])
    assert not closure_window([Closure(start, date(2026, 8, 22))])


def test_a_christmas_holiday_never_excuses():
    assert closure_window([CHRISTMAS]) == ()


def test_two_entries_with_only_a_weekend_between_them_are_one_closure():
    parts = [
        Closure(date(2026, 8, 10), date(2026, 9, 1)),
        Closure(date(2026, 7, 23), date(2026, 8, 7)),
    ]
    assert joined(parts) == (SUMMER,)


def test_a_day_of_school_between_two_closures_keeps_them_apart():
    parts = [
        Closure(date(2026, 7, 23), date(2026, 8, 5)),
        Closure(date(2026, 8, 7), date(2026, 9, 1)),
    ]
    assert len(joined(parts)) == 2
    assert closure_window(parts) == ()


@pytest.mark.parametrize(
    ("back", "enough"), [(date(2026, 2, 12), True), (date(2026, 2, 11), False)]
)
def test_an_absence_counts_only_as_far_as_it_lies_within_the_limit(back, enough):
    away = Closure(date(2026, 1, 16), back)
    period = {"start": date(2026, 1, 5), "due": date(2026, 2, 16)}
    assert absent_long_enough(away, weeks=4, **period) is enough


def test_an_absence_that_begins_before_the_limit_is_cut_to_it():
    away = Closure(date(2025, 12, 1), date(2026, 1, 20))
    assert not absent_long_enough(away, start=date(2026, 1, 5), due=date(2026, 2, 16), weeks=4)
