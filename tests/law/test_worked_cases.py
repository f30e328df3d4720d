"""One test for each case of plait/law/data/worked_cases.csv, named by its number."""

import re
import sys
from datetime import date

from plait.law.calendar import Closure
from plait.law.closures import absent_long_enough, closure_excuses
from plait.law.duties import DUTIES
from plait.law.exceptions import may_excuse
from plait.law.process import placement_event
from plait.law.reckoning import reckon
from plait.law.rights import aged_18_or_over, aged_over_18
from plait.law.worked import cases

SUMMER = [Closure(date(2026, 7, 23), date(2026, 9, 1))]
CHRISTMAS = [Closure(date(2026, 12, 19), date(2027, 1, 3))]


def test_every_case_has_its_test_and_names_duties_that_exist():
    tests = {
        m[1] for m in map(re.compile(r"test_case_(\d+)_").match, dir(sys.modules[__name__])) if m
    }
    assert {case.number for case in cases()} == tests
    assert {duty_id for case in cases() for duty_id in case.duty_ids} <= set(DUTIES)


def test_case_75_a_conceded_placement_takes_five_weeks_if_content_changes_too():
    conceded = date(2026, 12, 8)
    both = reckon("sr-r45-5-placement", conceded, choices={"content": "amended"})
    assert both.due == date(2027, 1, 12)
    assert reckon("sr-r45-5-placement", conceded).due == date(2026, 12, 22)
    assert may_excuse("sr-r45-5-placement", "personal_circumstances")


def test_case_77_a_college_students_plan_goes_on_to_the_end_of_july():
    choices = {"setting": "further_education"}
    last = reckon("cfa-s46-beyond-25", date(2026, 11, 3), choices=choices)
    assert last.due == date(2027, 7, 31)


def test_case_96_an_order_to_amend_has_no_exception():
    for duty_id, due in [
        ("sr-r44-amend", date(2027, 1, 12)),
        ("sr-r44-name-school", date(2026, 12, 22)),
    ]:
        refusal = may_excuse(duty_id, "absent_two_weeks")
        assert refusal
        assert "44(2)(b)" in refusal.why
        assert reckon(duty_id, date(2026, 12, 8)).due == due


def test_case_99_a_school_closure_does_not_excuse_an_icb():
    assert reckon("sr-r8-advice-6-weeks", date(2026, 7, 13)).due == date(2026, 8, 24)
    assert may_excuse("sr-r8-advice-6-weeks", "school_closed")
    assert may_excuse("sr-r8-advice-6-weeks", "missed_appointment") is None


def test_case_100_a_request_to_assess_again_has_no_exception():
    assert reckon("sr-r25-reassess-decision", date(2026, 7, 20)).due == date(2026, 8, 4)
    assert may_excuse("sr-r25-reassess-decision", "school_closed")


def test_case_103_the_notices_own_period_decides_between_sections_39_and_40():
    period_ends = date(2026, 11, 20)
    fifteen_days = reckon("sr-r13-1-draft-representations", date(2026, 11, 2))
    assert fifteen_days.due == date(2026, 11, 16)
    assert placement_event(date(2026, 11, 20), period_ends) == "placement_requested_in_period"
    assert placement_event(date(2026, 11, 23), period_ends).startswith("no_")


def test_case_230_advice_asked_for_in_the_window_of_a_summer_closure():
    due = reckon("sr-r5-1-decide-assess", date(2026, 7, 6)).due
    assert due == date(2026, 8, 17)
    asked = [date(2026, 7, 15), date(2026, 7, 16), date(2026, 8, 26), date(2026, 8, 27)]
    assert [bool(closure_excuses(day, SUMMER)) for day in asked] == [False, True, True, False]
    assert may_excuse("sr-r5-1-decide-assess", "school_closed") is None


def test_case_231_christmas_is_too_short():
    assert closure_excuses(date(2026, 12, 19), CHRISTMAS) is None


def test_case_232_four_weeks_abroad_to_the_day():
    due = reckon("sr-r5-1-decide-assess", date(2026, 1, 5)).due
    assert due == date(2026, 2, 16)
    period = {"start": date(2026, 1, 5), "due": due, "weeks": 4}
    assert absent_long_enough(Closure(date(2026, 1, 16), date(2026, 2, 12)), **period)
    assert not absent_long_enough(Closure(date(2026, 1, 16), date(2026, 2, 11)), **period)


def test_case_233_the_open_question_of_paragraph_3a_excuses_nothing():
    refusal = may_excuse("sr-r45-3A-assess-final", "personal_circumstances")
    assert refusal
    assert "unresolved" in refusal.why


def test_case_234_two_tests_of_age():
    born = date(2008, 5, 10)
    assert [aged_18_or_over(born, date(year, 5, 10)) for year in (2026, 2027)] == [True, True]
    assert [aged_over_18(born, date(year, 5, 10)) for year in (2026, 2027)] == [False, True]
