from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.duties import DUTIES
from plait.law.process import (
    Appeal,
    NotLawful,
    State,
    allowed,
    edges,
    events_from,
    placement_event,
    step,
)

ADMINISTRATIVE = {"year_of_25_ended", "dies", "leaves_england"}
OPEN_ONLY = (Appeal.CLOSES, Appeal.DURING)
CLOSED_ONLY = (Appeal.OPENS, Appeal.NEVER)
REVIEW_CLOCKS = {d for d in DUTIES if d.startswith(("sr-r20-", "sr-r21-", "cfa-s44-annual"))}


def test_every_transition_has_a_provision_and_names_only_duties_that_exist():
    for edge in edges():
        assert edge.provision
        assert set(edge.starts + edge.stops) <= set(DUTIES), edge.event


def test_an_event_takes_one_way_only_from_a_state():
    ways = [(edge.source, edge.event) for edge in edges()]
    assert len(ways) == len(set(ways))


@given(st.sampled_from(State), st.sampled_from(sorted({e.event for e in edges()})), st.booleans())
def test_what_the_table_does_not_hold_is_refused_with_its_reason(state, event, under_appeal):
    edge = allowed(state, event)
    if edge and edge.appeal not in (CLOSED_ONLY if under_appeal else OPEN_ONLY):
        assert step(state, event, under_appeal=under_appeal).edge is edge
        return
    with pytest.raises(NotLawful) as refusal:
        step(state, event, under_appeal=under_appeal)
    assert refusal.value.why.endswith(".")
    assert any(e.provision in refusal.value.why for e in edges() if e.event == event)


def test_a_plan_cannot_be_finalised_before_a_draft_is_with_the_family():
    with pytest.raises(NotLawful, match=r"only from draft with family .*reg.* 13\(2\), 14"):
        step(State.DRAFTING, "plan_finalised")


def test_an_unknown_event_is_said_to_be_unknown():
    with pytest.raises(NotLawful, match="not an event of the process"):
        step(State.PLAN_MAINTAINED, "archived")


def test_invariant_i_a_case_ends_only_through_a_cease_notice_or_three_administrative_ways():
    for edge in edges():
        if edge.to is State.CEASED:
            assert edge.source is State.CEASE_NOTIFIED or edge.event in ADMINISTRATIVE


def test_invariant_ii_choosing_home_education_never_ends_a_plan():
    home = step(State.PLAN_MAINTAINED, "home_education_chosen")
    assert home.state is State.PLAN_MAINTAINED
    assert "sr-r21-3-notice-of-meeting" in home.edge.starts


def test_invariant_iii_a_request_while_a_plan_is_kept_is_a_reassessment_request():
    asked = step(State.PLAN_MAINTAINED, "assessment_requested")
    assert asked.state is State.REASSESSMENT_CONSIDERED
    assert asked.edge.starts == ("sr-r25-reassess-decision",)


def test_invariant_iv_a_placement_that_breaks_down_changes_nothing():
    broken = step(State.PLAN_MAINTAINED, "placement_breaks_down")
    assert broken.state is State.PLAN_MAINTAINED
    assert not broken.edge.stops


def test_invariant_v_an_appeal_never_stops_a_review_clock():
    for edge in edges():
        if edge.appeal in (Appeal.OPENS, Appeal.DURING):
            assert not REVIEW_CLOCKS & set(edge.stops)
            assert edge.to is edge.source


def test_invariant_vi_every_letter_that_opens_an_appeal_has_its_letter_set():
    for edge in edges():
        assert bool(edge.letter) == ("tr-20-appeal-time" in edge.starts), edge.event
    assert {e.event for e in edges() if e.letter == "A"} == {
        "refuse_to_assess",
        "relies_on_recent_assessment",
    }


def test_invariant_vi_a_proposal_to_amend_carries_no_appeal_letter():
    assert step(State.REVIEW_DECISION_PENDING, "propose_to_amend").edge.letter == ""


def test_invariant_vii_every_way_out_of_a_request_is_a_decision_that_stops_its_clock():
    for event in events_from(State.CONSIDERING_ASSESSMENT):
        assert "sr-r5-1-decide-assess" in allowed(State.CONSIDERING_ASSESSMENT, event).stops, event


def test_a_case_under_appeal_stays_where_it_is_and_goes_on():
    registered = step(State.PLAN_MAINTAINED, "appeal_registered")
    assert (registered.state, registered.under_appeal) == (State.PLAN_MAINTAINED, True)
    review = step(State.PLAN_MAINTAINED, "review_opened", under_appeal=True)
    assert (review.state, review.under_appeal) == (State.REVIEW_OPEN, True)


def test_an_order_ends_the_appeal_and_starts_its_own_clocks():
    ordered = step(State.REFUSED_ASSESSMENT, "order_to_assess", under_appeal=True)
    assert (ordered.state, ordered.under_appeal) == (State.ASSESSING, False)
    assert "sr-r44-assess-notify" in ordered.edge.starts


def test_no_order_comes_without_an_appeal_and_no_appeal_is_registered_twice():
    with pytest.raises(NotLawful, match="needs an appeal that is open"):
        step(State.REFUSED_ASSESSMENT, "order_to_assess")
    with pytest.raises(NotLawful, match="while an appeal is open"):
        step(State.PLAN_MAINTAINED, "appeal_registered", under_appeal=True)


def test_a_plan_under_appeal_cannot_end_because_time_has_passed():
    with pytest.raises(NotLawful, match=r"while an appeal is open .*s\.45\(4\)"):
        step(State.CEASE_NOTIFIED, "appeal_time_ended", under_appeal=True)


def test_a_request_leads_to_a_plan_by_the_lawful_way():
    way = [
        "assessment_requested",
        "agree_to_assess",
        "decide_plan",
        "draft_served",
        "plan_finalised",
    ]
    state, running = State.NO_CASE, set()
    for event in way:
        taken = step(state, event)
        state = taken.state
        running = (running - set(taken.edge.stops)) | set(taken.edge.starts)
    assert state is State.PLAN_MAINTAINED
    assert "cfa-s44-annual-review" in running
    assert not running & {"sr-r5-1-decide-assess", "sr-r10-1-no-plan", "sr-r13-2-final-plan"}


def test_a_setting_asked_for_on_the_last_day_takes_the_way_of_section_39():
    ends = date(2026, 11, 20)
    assert placement_event(ends, ends) == "placement_requested_in_period"
    assert placement_event(date(2026, 11, 23), ends) == "no_placement_requested_in_period"
    assert allowed(State.DRAFT_WITH_FAMILY, placement_event(ends, ends))
