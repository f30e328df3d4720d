"""A personal budget: asked for, prepared, proposed, decided, looked at again; its papers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases.answers import answer
from plait.cases.dated_facts import OutOfOrder
from plait.plans import queries_budget as queries
from plait.plans.actions import budget as acts
from plait.plans.actions import budget_deciding as deciding
from plait.plans.actions.budget_papers import into_section_j, letters_of_budget
from plait.plans.forms import budget as forms
from plait.plans.pages import budget as pages
from plait.plans.views.doors import NOT_FOUND, open_to_staff

EITHER = require_http_methods(["GET", "HEAD", "POST"])
PARTS = "the personal budget"


@require_safe
@signed_in
def budget(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show each personal budget of a child, with its sums and what can be done."""
    child, standing = open_to_staff(request, child_id, parts=PARTS)
    found = queries.budgets_of(child_id)
    case = queries.newest_request(child_id)
    into_j = bool(case and queries.version_in_writing(case.pk))
    may = standing.may_write("plan")
    context = {
        "child": child, "may": may, "case": case,
        "rows": [pages.shown(one, queries.letters_about(one), into_j=into_j) for one in found],
        "may_ask": may and case and all(one.state == "decided" for one in found),
    }  # fmt: skip
    return render(request, "plans/budget.html", context)


@EITHER
@signed_in
def ask(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record a request for a personal budget."""
    child, _ = _to_write(request, child_id)
    case = queries.newest_request(child_id)
    if case is None:
        raise Http404("No request for an assessment is on this record.")
    form = forms.AskBudget(request.POST or None, initial={"asked_on": request.person.today})

    def act(given: dict[str, Any]) -> str:
        acts.ask_budget(request=case, by=request.person, at=timezone.now(), **given)
        return "It is on the record. Now prepare the sums."

    return _act(request, form, act, child, "A personal budget is asked for", "Record it")


@EITHER
@signed_in
def add_sum(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Add one sum, tied to the provision it pays for."""
    child, found = _to_write(request, child_id, budget_id)
    choices = queries.provision_choices(found.request_id)
    form = forms.ASum(request.POST or None, provisions=choices)

    def act(given: dict[str, Any]) -> str:
        acts.add_sum(budget=found, by=request.person, at=timezone.now(), **given)
        return "Added. The family reads it once the budget is proposed."

    return _act(request, form, act, child, "A sum of the personal budget", "Add it")


@require_POST
@signed_in
def take_out(request: HttpRequest, child_id: int, budget_id: int, sum_id: int) -> HttpResponse:
    """Take a sum out before the budget is proposed."""
    _to_write(request, child_id, budget_id)
    row = queries.sum_one(budget_id, sum_id)
    if row is None:
        raise Http404(NOT_FOUND)
    at = timezone.now()
    return _done(request, child_id, lambda: acts.take_sum_out(row=row, by=request.person, at=at),
                 "It is taken out.")  # fmt: skip


@EITHER
@signed_in
def propose(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Give the family the statement of the proposed budget."""
    child, found = _to_write(request, child_id, budget_id)
    form = forms.ADay(request.POST or None, initial={"on": request.person.today})

    def act(given: dict[str, Any]) -> str:
        acts.propose(budget=found, by=request.person, at=timezone.now(), **given)
        return "Proposed. Every sum now stands on the family’s page."

    return _act(request, form, act, child, "Propose the budget to the family", "Propose it")


@EITHER
@signed_in
def decide(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Agree or refuse each direct payment; the letters wait to be read and sent."""
    child, found = _to_write(request, child_id, budget_id)
    today = request.person.today
    form = forms.DecideBudget(
        request.POST or None, sums=found.sums.filter(how="direct").order_by("id"),
        initial={"on": today, "starts_on": today},
    )  # fmt: skip

    def act(given: dict[str, Any]) -> str:
        made = deciding.decide_budget(
            budget=found, said=form.said(), by=request.person, at=timezone.now(),
            **{name: given[name] for name in ("family_said", "on", "starts_on")},
        )  # fmt: skip
        return _with_letters(request, made)

    return _act(request, form, act, child, "Decide the personal budget", "Record the decision")


@EITHER
@signed_in
def ask_review(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Record that the family asks to look again at a refusal."""
    child, found = _to_write(request, child_id, budget_id)
    form = forms.AskReview(request.POST or None, initial={"on": request.person.today})

    def act(given: dict[str, Any]) -> str:
        deciding.ask_review(budget=found, by=request.person, at=timezone.now(), **given)
        return "It is on the record. The outcome goes to the family in writing."

    return _act(request, form, act, child, "The family asks to look again", "Record it")


@EITHER
@signed_in
def review(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Give the outcome of a review with its reasons; the letters wait to be read and sent."""
    child, found = _to_write(request, child_id, budget_id)
    form = forms.DecideReview(
        request.POST or None, sums=found.sums.filter(agreed=False).order_by("id"),
        initial={"on": request.person.today},
    )  # fmt: skip

    def act(given: dict[str, Any]) -> str:
        given = given | {"agreed": set(given["agreed"])}
        made = deciding.decide_review(budget=found, by=request.person, at=timezone.now(), **given)
        return _with_letters(request, made)

    return _act(request, form, act, child, "The outcome of the review", "Record it")


@require_POST
@signed_in
def letters(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Write the letters of what was decided last, for those who have none yet."""
    _, found = _to_write(request, child_id, budget_id)
    at = timezone.now()
    return _done(
        request, child_id, lambda: letters_of_budget(budget=found, by=request.person, at=at),
        "Each of the family has a draft under Letters.",
    )  # fmt: skip


@require_POST
@signed_in
def into_j(request: HttpRequest, child_id: int, budget_id: int) -> HttpResponse:
    """Write what is agreed into section J of the version that is being written."""
    _, found = _to_write(request, child_id, budget_id)
    version = queries.version_in_writing(found.request_id)
    if version is None:
        raise Http404("No version of the plan is being written.")
    at = timezone.now()
    return _done(
        request, child_id,
        lambda: into_section_j(budget=found, version=version, by=request.person, at=at),
        "The sums stand in section J, each tied to its provision.",
    )  # fmt: skip


def _with_letters(request: HttpRequest, made: Any) -> str:
    try:
        drafts = len(letters_of_budget(budget=made, by=request.person, at=timezone.now()))
    except Refused:
        drafts = 0
    wait = " The letters wait under Letters to be read and sent." if drafts else ""
    return f"Decided.{wait}"


def _to_write(request: HttpRequest, child_id: int, budget_id: int | None = None) -> tuple[Any, Any]:
    child, standing = open_to_staff(request, child_id, parts=PARTS)
    if not standing.may_write("plan"):
        raise Refused(
            "You cannot write a personal budget: your tie to this child is for reading.",
            who_can="Ask the caseworker or the SEND team to do it.",
        )
    found = queries.budget_one(child_id, budget_id) if budget_id else None
    if budget_id and found is None:
        raise Http404(NOT_FOUND)
    return child, found


def _done(
    request: HttpRequest, child_id: int, act: Callable[[], object], said: str
) -> HttpResponse:
    try:
        act()
    except (Refused, OutOfOrder) as why:
        messages.error(request, _words(why))
    else:
        messages.success(request, said)
    return redirect("plans:budget", child_id)


def _act(
    request: HttpRequest, form: Any, act: Callable[[dict[str, Any]], str], child: Any, title: str,
    button: str,
) -> HttpResponse:  # fmt: skip
    context = {"child": child, "title": title, "button_words": button}
    to = reverse("plans:budget", args=[child.pk])
    return answer(request, "plans/budget_act.html", form, act, to=to, context=context)


def _words(why: Exception) -> str:
    return f"{why.why} {why.who_can}".strip() if isinstance(why, Refused) else str(why)
