"""An area's own target stands beside the legal day, never for it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plait.law.duties import bind
from plait.law.reckoning import reckon
from plait.law.targets import RULE_OF, draft_target, target

DECIDE = "sr-r5-1-decide-assess"
BEGAN, LEGAL = date(2026, 10, 5), date(2026, 11, 16)


def test_a_target_says_whose_it_is_and_how_far_before_the_law():
    own = target(DECIDE, BEGAN, LEGAL, {"decide_weeks": 5})
    assert own.words == ("The area’s own target: Monday 9 November 2026, 7 days before the law’s")


def test_a_target_as_long_as_the_law_is_not_shown():
    assert target(DECIDE, BEGAN, LEGAL, {"decide_weeks": 6}) is None
    assert target(DECIDE, BEGAN, LEGAL, {}) is None
    assert target("cfa-s44-annual-review", BEGAN, LEGAL, {"decide_weeks": 1}) is None


def test_a_target_is_past_the_day_after_it_and_silent_once_the_law_speaks():
    own = target(DECIDE, BEGAN, LEGAL, {"decide_weeks": 5})
    assert own.missed(today=date(2026, 11, 9)) == ""
    assert own.missed(today=date(2026, 11, 10)) == "1 day past the area’s own target"
    assert own.missed(today=LEGAL) == "7 days past the area’s own target"
    assert own.missed(today=LEGAL + timedelta(days=1)) == ""


def test_a_duty_done_in_time_for_the_target_never_missed_it():
    own = target(DECIDE, BEGAN, LEGAL, {"decide_weeks": 5})
    assert own.missed(today=LEGAL, done_on=date(2026, 11, 9)) == ""
    assert (
        own.missed(today=LEGAL, done_on=date(2026, 11, 11)) == "2 days past the area’s own target"
    )


def test_the_draft_has_a_target_before_the_final_plans_legal_day():
    own = draft_target(BEGAN, date(2027, 2, 22), {"draft_weeks": 14})
    assert own.on == date(2027, 1, 11)
    assert own.what == "The area’s own target for the draft"


@given(
    st.sampled_from(sorted(RULE_OF)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 40),
)
def test_no_target_is_ever_as_late_as_the_law(duty, began, weeks):
    legal = reckon(bind(duty, began), began).due
    own = target(duty, began, legal, {RULE_OF[duty]: weeks})
    assert own is None or own.on < own.legal == legal
