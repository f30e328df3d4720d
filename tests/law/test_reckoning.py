from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.calendar import Closure, is_working_day
from plait.law.duties import DUTIES
from plait.law.question import FACTS
from plait.law.reckoning import can_compute, due_day, reckon
from plait.law.refusals import MissingFact, NotComputable
from plait.law.worked import examples

DAYS = st.dates(date(2014, 9, 1), date(2030, 12, 31))
COMPUTED = [name for name, duty in DUTIES.items() if can_compute(duty)]
CHOICES = {
    "cfa-s46-beyond-25": {"setting": "further_education"},
    "ar-r9-10-and-20-days": {"ground": "h"},
}
FACTS_NEEDED = {"sr-r15-5-new-la-review": {"last_review": date(2014, 9, 1)}}
NOT_MONOTONIC = {"sen2-return"}  # a table of published days, known for two years


def due(duty_id, start, **facts):
    needed = FACTS_NEEDED.get(duty_id, {}) | facts
    return reckon(duty_id, start, needed, choices=CHOICES.get(duty_id)).due


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.number}-{e.duty_id}")
def test_a_date_worked_out_by_hand_is_the_date_reckoned(example):
    reckoned = example.reckoned()
    assert reckoned.due == example.due
    assert reckoned.provision == DUTIES[example.duty_id].law
    assert is_working_day(reckoned.last_working_day)
    assert timedelta(0) <= reckoned.due - reckoned.last_working_day <= timedelta(days=5)


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.number}-{e.duty_id}")
def test_the_day_alone_is_the_day_of_the_whole_answer(example):
    alone = due_day(example.duty_id, example.start, example.facts, choices=example.choices)
    assert alone == example.due


def test_every_duty_that_computes_has_an_example():
    assert set(COMPUTED) == {example.duty_id for example in examples()}


@given(st.sampled_from([d for d in COMPUTED if d not in NOT_MONOTONIC]), DAYS, DAYS)
def test_a_later_trigger_never_brings_an_earlier_due_day(duty_id, one, other):
    first, second = sorted((one, other))
    assert due(duty_id, first) <= due(duty_id, second)


CALENDAR_COUNTED = [
    d for d in COMPUTED if d.startswith("sr-") and DUTIES[d].counting in ("C1", "C2", "C3")
]


@given(st.sampled_from(CALENDAR_COUNTED), DAYS, st.integers(1, 6))
def test_no_day_of_the_send_regulations_moves_for_a_weekend(duty_id, start, later):
    moved = due(duty_id, start + timedelta(days=later)) - due(duty_id, start)
    assert moved == timedelta(days=later)


@given(st.sampled_from(COMPUTED), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_because_is_a_sentence_and_the_target_is_never_after_the_due_day(duty_id, start):
    needed = FACTS_NEEDED.get(duty_id, {})
    answer = reckon(duty_id, start, needed, choices=CHOICES.get(duty_id))
    assert answer.because[0] == answer.because[0].upper()
    assert answer.because.endswith(".")
    assert answer.last_working_day <= answer.due


@given(DAYS, st.integers(0, 120))
def test_the_amended_plan_is_never_due_after_twelve_weeks_from_the_meeting(meeting, gap):
    notice = meeting + timedelta(days=gap)
    final = due("sr-r22-3-final-amended", notice, review_meeting=meeting)
    assert final <= due("sr-review-12-week-backstop", meeting)
    assert final <= due("sr-r22-4-decide-not-to-amend", notice)


MOVED_BY = {
    "sr-r22-3-final-amended": {"review_meeting"},
    "sr-r15-5-new-la-review": {"last_review"},
    "tr-20-appeal-time": {"certificate"},
    "cfa-s45-4-maintain-pending-appeal": {"certificate"},
    "sr-r15-7-rcb-handover": {"move"},
    "det-r16-3-new-la-tells-rcb": {"plan_received"},
    "det-r17-1-send-plan": {"aware_of_detention"},
}


@given(st.sampled_from(COMPUTED), st.sampled_from(sorted(FACTS)), DAYS)
def test_a_fact_that_does_not_move_the_date_is_accepted_and_ignored(duty_id, name, day):
    school = {"term_end", "term_start"} if DUTIES[duty_id].counting == "school_days" else set()
    if name in MOVED_BY.get(duty_id, set()) | school | {"directions"}:
        return
    start = date(2026, 3, 2)
    assert due(duty_id, start, **{name: day}) == due(duty_id, start)


def test_a_direction_of_the_tribunal_governs_and_no_other_duty_knows_it():
    fixed = date(2026, 12, 18)
    assert due("sr-r44-amend", date(2026, 12, 8), directions=fixed) == fixed
    assert due("sr-r45-4-content", date(2026, 12, 8), directions=fixed) == date(2027, 1, 12)


def test_a_missing_fact_is_named():
    with pytest.raises(MissingFact, match="'last_review': the day the plan was last") as refusal:
        reckon("sr-r15-5-new-la-review", date(2026, 9, 1))
    assert refusal.value.name == "last_review"


def test_a_missing_choice_lists_the_words_it_may_be():
    with pytest.raises(MissingFact, match=r"further_education .*apprenticeship .*other"):
        reckon("cfa-s46-beyond-25", date(2026, 11, 3))


def test_a_choice_that_is_no_choice_is_refused():
    with pytest.raises(NotComputable, match="'sixth form' is not a known setting"):
        reckon("cfa-s46-beyond-25", date(2026, 11, 3), choices={"setting": "sixth form"})


def test_a_course_needs_the_day_it_ends():
    with pytest.raises(MissingFact, match="course_end"):
        reckon("cfa-s46-beyond-25", date(2026, 11, 3), choices={"setting": "other"})


def test_a_standing_duty_has_no_date_and_says_what_it_asks():
    with pytest.raises(NotComputable, match=r"cfa-s42-secure-provision has no date"):
        reckon("cfa-s42-secure-provision", date(2026, 1, 5))


def test_half_a_holiday_is_not_guessed():
    with pytest.raises(MissingFact, match="term_start"):
        reckon("ar-r10-7-code-n", date(2026, 10, 21), {"term_end": date(2026, 10, 23)})


def test_a_term_cannot_start_before_the_last_one_ended():
    facts = {"term_end": date(2026, 10, 23), "term_start": date(2026, 10, 22)}
    with pytest.raises(NotComputable, match="must be after term_end"):
        reckon("ar-r10-7-code-n", date(2026, 10, 21), facts)


def test_a_settings_own_closures_pass_over_its_inset_day():
    inset = Closure(date(2026, 11, 3), date(2026, 11, 3))
    answer = reckon("ex-irp-application", date(2026, 11, 2), closures=[inset])
    assert answer.due == date(2026, 11, 24)


def test_known_too_late_before_the_move_the_fifteen_working_days_run():
    known = date(2026, 11, 3)
    assert due("sr-r15-7-rcb-handover", known, move=date(2026, 11, 23)) == date(2026, 11, 23)
    assert due("sr-r15-7-rcb-handover", known, move=date(2026, 11, 20)) == date(2026, 11, 23)
    assert due("sr-r15-7-rcb-handover", known, move=date(2026, 11, 25)) == date(2026, 11, 25)


@pytest.mark.parametrize("year", [1026, 2206])
def test_a_mistyped_year_is_refused_in_a_sentence(year):
    with pytest.raises(NotComputable, match="outside the years"):
        reckon("sr-r5-1-decide-assess", date(year, 1, 5))


def test_a_return_whose_deadline_is_not_published_has_no_date():
    with pytest.raises(NotComputable, match="No SEN2 deadline for 2028"):
        reckon("sen2-return", date(2028, 1, 20))


def test_at_least_two_weeks_before_also_says_the_safer_day():
    because = reckon("sr-r20-3-notice-of-meeting", date(2026, 10, 14)).because
    assert "29 September 2026: aim for that" in because


def test_the_working_is_shown():
    because = reckon("sr-r5-1-decide-assess", date(2026, 1, 5)).because
    assert because == "6 weeks, 42 days, counted from 5 January 2026; that day is not counted."
