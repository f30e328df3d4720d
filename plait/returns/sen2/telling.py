"""What a return says of a request: as it said before, else worked out from the dates."""

from dataclasses import dataclass

from plait.cases.models import PhaseTransfer, Placement, Review
from plait.returns.sen2.facts import RequestFacts
from plait.returns.sen2.period import Period


@dataclass(frozen=True)
class Telling:
    """Which groups are sent, which of them only as history, and which rows fill them."""

    request_as_history: bool
    assessment_as_history: bool
    with_assessment: bool
    with_plan: bool
    with_active_plan: bool
    review: Review | None
    transfer: PhaseTransfer | None
    placements: list[Placement]
    needs: list
    transferred_from: str


def telling(facts: RequestFacts, when: Period) -> Telling | None:
    """Say how a return speaks of a request; None if it does not."""
    before = facts.reported
    if before and before.source and before.source.as_at and before.source.as_at >= when.census:
        return _as_before(facts)
    if facts.request.received_on and facts.request.received_on > when.known:
        return None
    return _worked_out(facts, when)


def _as_before(facts: RequestFacts) -> Telling:
    said = facts.reported
    placements, needs = set(said.placements), set(said.needs)
    return Telling(
        request_as_history=said.request_as_history,
        assessment_as_history=bool(said.assessment_as_history),
        with_assessment=said.with_assessment,
        with_plan=said.with_plan,
        with_active_plan=said.with_active_plan,
        review=said.review,
        transfer=said.phase_transfer,
        placements=[p for p in facts.placements if p.pk in placements],
        needs=[n for n in facts.needs if n.pk in needs],
        transferred_from=said.transferred_from,
    )


def _worked_out(facts: RequestFacts, when: Period) -> Telling | None:
    request, assessment, plan = facts.request, facts.assessment, facts.plan
    plan_here = bool(plan and plan.started_on <= when.known)
    plan_live = plan_here and not (plan.ceased_on and plan.ceased_on < when.first)
    decided_before = _before(request.outcome_on, when) or request.outcome == "H"
    assessed_before = bool(assessment) and (
        _before(assessment.outcome_on, when) or assessment.outcome == "H"
    )
    if not plan_live and decided_before and (assessed_before or not assessment):
        return None
    active = plan_live and not (plan.ceased_on and plan.ceased_on <= when.known)
    return Telling(
        request_as_history=decided_before,
        assessment_as_history=assessed_before,
        with_assessment=bool(assessment)
        and (decided_before or _has_come(request.outcome_on, when)),
        with_plan=plan_live,
        with_active_plan=active,
        review=_review(facts, when),
        transfer=_transfer(facts, when),
        placements=[p for p in facts.placements if _in_period(p, when)][-2:],
        needs=facts.needs[:2],
        transferred_from=_transferred_from(facts, when),
    )


def _before(day, when: Period) -> bool:
    return bool(day and day < when.first)


def _has_come(day, when: Period) -> bool:
    return bool(day and day <= when.known)


def _in_period(placement: Placement, when: Period) -> bool:
    left = placement.left_on
    return placement.entered_on <= when.known and not (left and left < when.first)


def _review(facts: RequestFacts, when: Period) -> Review | None:
    for review in reversed(facts.reviews):
        day = review.meeting_on or review.decided_on
        if day and when.first <= day <= when.known:
            return review
    return None


def _transfer(facts: RequestFacts, when: Period) -> PhaseTransfer | None:
    due = [t for t in facts.transfers if t.due_on and when.first <= t.due_on]
    return due[0] if due else None


def _transferred_from(facts: RequestFacts, when: Period) -> str:
    plan = facts.plan
    return plan.transferred_from if plan and plan.started_on >= when.first else ""
