"""Where a case stands in law follows from its dates, and unlawful ways are refused in words."""

from datetime import date

import pytest

from plait.access.refusals import Refused
from plait.cases.models import Assessment, Plan, Request, Review
from plait.cases.queries import Case
from plait.cases.state import require_lawful, state_of
from plait.law.process import State, edges

DAY = date(2026, 9, 28)


def case(outcome="A", assessment=None, plan=None, reviews=()):
    return Case(
        Request(received_on=DAY, outcome=outcome),
        Assessment(outcome=assessment) if assessment is not None else None,
        plan, [], list(reviews), [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cases", "more", "stands"),
    [
        ([], {}, State.NO_CASE),
        ([case()], {}, State.CONSIDERING_ASSESSMENT),
        ([case("N")], {}, State.REFUSED_ASSESSMENT),
        ([case("W")], {}, State.NO_CASE),
        ([case("Y", "A")], {}, State.ASSESSING),
        ([case("Y", "A")], {"plan_agreed": True}, State.DRAFTING),
        ([case("Y", "A")], {"plan_agreed": True, "draft_served": True}, State.DRAFT_WITH_FAMILY),
        ([case("Y", "N")], {}, State.REFUSED_PLAN),
        ([case("Y", "Y", Plan(started_on=DAY))], {}, State.PLAN_MAINTAINED),
        ([case("H", None, Plan(started_on=DAY)), case("N")], {}, State.PLAN_MAINTAINED),
        ([case("Y", "Y", Plan(started_on=DAY, ceased_on=DAY))], {}, State.CEASED),
        (
            [case("Y", "Y", Plan(started_on=DAY), [Review(meeting_on=DAY)])],
            {},
            State.REVIEW_DECISION_PENDING,
        ),
    ],
)
def test_a_case_stands_where_its_dates_say(cases, more, stands):
    assert state_of(cases, **more) is stands


def test_no_event_is_let_through_that_the_law_has_no_edge_for():
    lawful = {(edge.source, edge.event) for edge in edges()}
    for state in State:
        for event in ("refuse_to_assess", "agree_to_assess", "refuse_plan", "decide_plan"):
            if (state, event) in lawful:
                assert require_lawful(state, event).edge.provision
            else:
                with pytest.raises(Refused, match="no such way"):
                    require_lawful(state, event)


def test_a_family_that_was_refused_may_ask_again():
    for state in (State.REFUSED_ASSESSMENT, State.REFUSED_PLAN, State.CEASED):
        to = require_lawful(state, "assessment_requested").state
        assert to is State.CONSIDERING_ASSESSMENT


def test_a_second_request_while_one_is_considered_is_no_new_case():
    with pytest.raises(Refused):
        require_lawful(State.CONSIDERING_ASSESSMENT, "assessment_requested")
