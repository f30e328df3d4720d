"""Gather the facts of many requests at once, one query a table."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Min

from plait.cases.models import Assessment, PhaseTransfer, Plan, Reported, Request, Review
from plait.cases.wanted import CaseFacts, ReviewFacts, TransferFacts


def facts_of(requests: Sequence[Request]) -> dict[int, CaseFacts]:
    """Give the facts of each request by its id."""
    ids = [request.pk for request in requests]
    assessments = _by_request(
        Assessment, ids, "outcome", "outcome_on", "tribunal", "week20_exception", "told_on"
    )
    plans = _by_request(Plan, ids, "started_on", "ceased_on", "told_on")
    reviews = _by_request(Review, ids, "id", "meeting_on", "outcome", "draft_on", "decided_on")
    transfers = _by_request(PhaseTransfer, ids, "id", "due_on", "final_on")
    first_told = _first_told(ids)
    return {
        request.pk: _facts(
            request, assessments[request.pk], plans[request.pk], first_told.get(request.pk),
            tuple(ReviewFacts(*row) for row in reviews[request.pk]),
            tuple(TransferFacts(*row) for row in transfers[request.pk]),
        )
        for request in requests
    }  # fmt: skip


def facts_of_rows(
    request: Request, assessment: Assessment | None, plan: Plan | None,
    reviews: Sequence[Review], transfers: Sequence[PhaseTransfer], told_in: Sequence[int],
) -> CaseFacts:  # fmt: skip
    """Give the facts of one request whose rows are at hand; `told_in` names the returns of it."""
    decided = [] if assessment is None else [
        (assessment.outcome, assessment.outcome_on, assessment.tribunal,
         assessment.week20_exception, assessment.told_on)
    ]  # fmt: skip
    return _facts(
        request, decided, [] if plan is None else [(plan.started_on, plan.ceased_on, plan.told_on)],
        date(min(told_in) - 1, 1, 1) if told_in else None,
        tuple(
            ReviewFacts(r.pk, r.meeting_on, r.outcome, r.draft_on, r.decided_on) for r in reviews
        ),
        tuple(TransferFacts(t.pk, t.due_on, t.final_on) for t in transfers),
    )  # fmt: skip


def _facts(
    request: Request, assessments: list[Any], plans: list[Any], told_from: date | None,
    reviews: tuple[ReviewFacts, ...], transfers: tuple[TransferFacts, ...],
) -> CaseFacts:  # fmt: skip
    outcome, outcome_on, tribunal, week20, told_on = (
        assessments[0] if assessments else ("", None, None, None, None)
    )
    started_on, ceased_on, plan_told_on = plans[0] if plans else (None, None, None)
    return CaseFacts(
        received_on=request.received_on,
        outcome=request.outcome,
        outcome_on=request.outcome_on,
        told_on=request.told_on,
        tribunal=request.tribunal,
        assessment_outcome=outcome,
        assessment_on=outcome_on,
        assessment_told_on=told_on,
        assessment_tribunal=tribunal,
        week20=week20,
        plan_started_on=started_on,
        plan_told_on=plan_told_on,
        plan_ceased_on=ceased_on,
        reviews=reviews,
        transfers=transfers,
        known_to=None if request.area.kept_here_since else request.known_to,
        kept_here_since=request.area.kept_here_since,
        told_from=told_from,
    )


def _first_told(ids: list[int]) -> dict[int, date]:
    """Give the first day of the earliest year whose return tells of the plan's reviews."""
    told = Reported.objects.filter(request_id__in=ids, with_active_plan=True).order_by()
    years = told.values_list("request_id").annotate(Min("year"))
    return {request: date(year - 1, 1, 1) for request, year in years}


def _by_request(model: Any, ids: list[int], *names: str) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    rows = model.objects.filter(request_id__in=ids).order_by("id")
    for request_id, *values in rows.values_list("request_id", *names):
        found[request_id].append(tuple(values))
    return found
