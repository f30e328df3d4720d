"""Which decisions a case waits for: each leads to where it is made, the rest is recorded here."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.cases import actions
from plait.cases.answers import answer
from plait.cases.queries import case_of, requests_of
from plait.child import forms
from plait.child.pages.heading import where_the_case_is
from plait.child.pages.open_decisions import OpenDecision, open_decisions
from plait.child.views.doors import may_or_refuse, open_child

ACTS = {
    "request": actions.decide_request,
    "assessment": actions.end_assessment,
    "review-meeting": actions.hold_review,
    "review": actions.decide_after_review,
}


@require_GET
@signed_in
def choose(request: HttpRequest, child_id: int) -> HttpResponse:
    """List the decisions this case waits for."""
    child, standing = open_child(request, child_id, parts="decisions to record")
    may_or_refuse(standing, "case", to="record a decision")
    waiting = [
        (where_the_case_is(case), decision)
        for case in map(case_of, requests_of(child_id))
        for decision in open_decisions(case)
    ]
    return render(request, "child/decide.html", {"child": child, "waiting": waiting})


@require_http_methods(["GET", "POST"])
@signed_in
def decide(request: HttpRequest, child_id: int, what: str, row_id: int) -> HttpResponse:
    """Record one decision with its day."""
    child, standing = open_child(request, child_id, parts="decisions to record")
    may_or_refuse(standing, "case", to="record a decision")
    decision = _asked(child_id, what, row_id)
    return answer(
        request,
        "child/act.html",
        _form(request, decision),
        lambda given: _record(request, decision, given),
        done=f"Recorded: {decision.title.lower()}. The legal dates are counted anew.",
        to=reverse("child:record", args=[child_id]),
        context={
            "child": child,
            "title": decision.title,
            "lede": decision.law,
            "button_words": "Record it",
        },
    )


def _asked(child_id: int, what: str, row_id: int) -> OpenDecision:
    """Find the decision asked about, among those that may be recorded, decided or not."""
    for case in map(case_of, requests_of(child_id)):
        for decision in open_decisions(case, decided_too=True):
            if (decision.what, decision.row_id) == (what, row_id):
                return decision
    raise Http404("There is no such decision to record on this case.")


def _form(request: HttpRequest, decision: OpenDecision) -> Any:
    if not decision.choices:
        return forms.DayOnly(request.POST or None)
    return forms.Decision(
        request.POST or None, choices=decision.choices, initial={"shown": decision.shown}
    )


def _record(request: HttpRequest, decision: OpenDecision, given: dict[str, Any]) -> None:
    more = {"review_id": decision.row_id} if decision.what == "review" else {}
    ACTS[decision.what](
        request=decision.request, by=request.person, at=timezone.now(), **given, **more
    )
