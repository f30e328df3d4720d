"""Assessing again: what was asked, the decision with its reasons, its letters, and how it ended."""

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
from plait.assessment.actions import again as acts
from plait.assessment.actions import again_ending as ending
from plait.assessment.forms import again as forms
from plait.assessment.pages import again as pages
from plait.assessment.queries import again as queries
from plait.assessment.views.doors import may_or_refuse, open_child
from plait.cases.answers import answer
from plait.law.reassessing import may_be_refused

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@signed_in
def again(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show each request to assess again: how it stands, by when, its reasons and its letters."""
    child, standing = open_child(request, child_id, parts="requests to assess again")
    if not standing.may_read("case"):
        raise Refused(
            "Your tie to this child does not open its case.",
            who_can="The caseworker or the SEND team can tell you what you need.",
        )
    asked = queries.asked_again(child_id)
    letters = queries.letters_about(asked)
    context = {
        "child": child, "may": standing.may_write("panel"),
        "rows": [pages.shown(one, letters[one.ref], today=request.person.today) for one in asked],
        "plan": queries.plan_kept(child_id),
        "may_ask": standing.may_write("panel") and queries.stands_of(asked) is None,
    }  # fmt: skip
    return render(request, "assessment/again.html", context)


@EITHER
@signed_in
def ask(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record a request to assess again that came otherwise than on the web."""
    child, _ = _to_write(request, child_id, to="record a request to assess again")
    plan = queries.plan_kept(child_id)
    if plan is None:
        raise Http404("No plan is in force on this record, so there is nothing to assess again.")

    def act(given: dict[str, Any]) -> str:
        made = acts.ask_again(plan=plan, by=request.person, at=timezone.now(), **given)
        return pages.begun_words(made)

    form = forms.AskedAgain(request.POST or None, initial={"received_on": request.person.today})
    return _act(request, form, act, child, "A request to assess again", "Record it")


@EITHER
@signed_in
def decide(request: HttpRequest, child_id: int, again_id: int) -> HttpResponse:
    """Agree or refuse, with the reasons; the letters wait to be read and sent."""
    child, found = _to_write(request, child_id, again_id, to=acts.DECIDE_IT)
    may_refuse = may_be_refused(found.asked_by)

    def act(given: dict[str, Any]) -> str:
        at = timezone.now()
        made = acts.decide_again(
            again=found, by=request.person, at=at, **{"what_instead": ""} | given
        )
        return pages.decided_words(_drafts(request, made), letter_meets=made.clock_id is not None)

    form = forms.DecideAgain(
        request.POST or None, may_refuse=may_refuse, initial={"on": request.person.today}
    )
    return _act(
        request, form, act, child, "Decide whether to assess again", "Record the decision",
        facts=pages.to_weigh(found, queries.lately(found)),
    )  # fmt: skip


@EITHER
@signed_in
def take_back(request: HttpRequest, child_id: int, again_id: int) -> HttpResponse:
    """Note that the request was taken back."""
    child, found = _to_write(request, child_id, again_id, to="note that a request was taken back")

    def act(given: dict[str, Any]) -> str:
        acts.take_back_again(again=found, by=request.person, at=timezone.now(), **given)
        return "It is noted, and the 15 days are no longer asked for."

    form = forms.TakenBack(request.POST or None)
    return _act(request, form, act, child, "The request was taken back", "Note it")


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, again_id: int) -> HttpResponse:
    """Record how a new assessment ended; the letters wait to be read and sent."""
    child, found = _to_write(request, child_id, again_id, to="record how it ended")

    def act(given: dict[str, Any]) -> str:
        made = ending.end_again(again=found, by=request.person, at=timezone.now(), **given)
        return pages.decided_words(_drafts(request, made), letter_meets=True)

    form = forms.EndAgain(request.POST or None, initial={"on": request.person.today})
    return _act(request, form, act, child, "How the new assessment ended", "Record it")


@require_POST
@signed_in
def letters(request: HttpRequest, child_id: int, again_id: int) -> HttpResponse:
    """Write the letters of the decision, for those who have none yet."""
    _, found = _to_write(request, child_id, again_id, to="write a letter")
    try:
        made = ending.letters_again(again=found, by=request.person, at=timezone.now())
    except Refused as why:
        messages.error(request, f"{why.why} {why.who_can}".strip())
    else:
        said = f"{len(made)} letters wait under Letters." if made else "Each has a draft already."
        messages.success(request, said)
    return redirect("assessment:again", child_id)


def _drafts(request: HttpRequest, made: Any) -> int:
    """Write the letters; with nobody to write to, the page of letters says what is owed."""
    try:
        return len(ending.letters_again(again=made, by=request.person, at=timezone.now()))
    except Refused:
        return 0


def _to_write(
    request: HttpRequest, child_id: int, again_id: int | None = None, *, to: str
) -> tuple[Any, Any]:
    child, standing = open_child(request, child_id, parts="requests to assess again")
    may_or_refuse(standing, "panel", to=to)
    found = queries.again_one(child_id, again_id) if again_id else None
    if again_id and found is None:
        raise Http404("There is no such request, or it is not open to you.")
    return child, found


def _act(
    request: HttpRequest, form: Any, act: Callable[[dict[str, Any]], str], child: Any, title: str,
    button: str, *, facts: list[tuple[str, str]] | None = None,
) -> HttpResponse:  # fmt: skip
    context = {"child": child, "title": title, "button_words": button, "facts": facts or []}
    to = reverse("assessment:again", args=[child.pk])
    return answer(request, "assessment/again_act.html", form, act, to=to, context=context)
