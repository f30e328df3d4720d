"""Where a child's case stands in law, worked out from the spine; and the guard every act asks.

What only the floor above knows is told: that a plan was found necessary, that a draft is out.
"""

from collections.abc import Sequence

from plait.access.refusals import Refused
from plait.cases.queries import Case
from plait.law.process import NotLawful, State, Step, step

AWAITED = ("A", "")
# From these a new request begins anew; the refusal or the ended plan stays on record.
BEGINS_ANEW = (State.REFUSED_ASSESSMENT, State.REFUSED_PLAN, State.CEASED)


def state_of(
    cases: Sequence[Case],
    *,
    plan_agreed: bool = False,
    draft_served: bool = False,
    again: State | None = None,
) -> State:
    """Say where the case stands: a plan that is kept before all, else the newest request.

    `again` is where a request to assess again stands, if one is open.
    """
    for case in reversed(cases):
        if case.plan and not case.plan.ceased_on:
            stands = _of_a_plan(case)
            return again if again and stands is State.PLAN_MAINTAINED else stands
    if not cases:
        return State.NO_CASE
    return _of_a_request(cases[-1], plan_agreed, draft_served)


def _of_a_plan(case: Case) -> State:
    last = case.reviews[-1] if case.reviews else None
    if last is None or (last.meeting_on is None and not last.outcome):
        return State.PLAN_MAINTAINED
    if not last.outcome:
        return State.REVIEW_DECISION_PENDING
    if last.outcome == "C":
        return State.CEASE_NOTIFIED
    if last.outcome == "A" and last.draft_on and not last.decided_on:
        return State.AMENDMENT_NOTICE_OUT
    return State.PLAN_MAINTAINED


def _of_a_request(case: Case, plan_agreed: bool, draft_served: bool) -> State:
    if case.plan:
        return State.CEASED
    outcome = case.request.outcome
    if outcome in AWAITED:
        return State.CONSIDERING_ASSESSMENT
    if outcome == "N":
        return State.REFUSED_ASSESSMENT
    if outcome != "Y":
        return State.NO_CASE
    if case.assessment is None or case.assessment.outcome in AWAITED:
        if draft_served:
            return State.DRAFT_WITH_FAMILY
        return State.DRAFTING if plan_agreed else State.ASSESSING
    return State.REFUSED_PLAN if case.assessment.outcome == "N" else State.NO_CASE


def require_lawful(state: State, event: str, *, under_appeal: bool = False) -> Step:
    """Take an event from a state, or refuse with the provision and where the case stands."""
    if event == "assessment_requested" and state in BEGINS_ANEW:
        state = State.NO_CASE
    try:
        return step(state, event, under_appeal=under_appeal)
    except NotLawful as why:
        raise Refused(
            f"The law has no such way from here: {_plainly(why.why, event)}",
            who_can="The child’s road from request to plan shows the step that is next.",
        ) from None


def _plainly(why: str, event: str) -> str:
    return why.replace(event, event.replace("_", " "))
