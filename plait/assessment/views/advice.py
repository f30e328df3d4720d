"""The officer's pages of advice: all of it, one piece, reminders, what ended, what was missed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.assessment import mail
from plait.assessment.actions import advice_after as acts
from plait.assessment.actions.advice_asking import reach
from plait.assessment.forms import advice as forms
from plait.assessment.pages import advice as pages
from plait.assessment.queries import advice as queries
from plait.assessment.views.advice_doors import (
    answer,
    file_answer,
    may_or_refuse,
    one_or_404,
    open_child,
    request_or_404,
)

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@signed_in
def advice(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show all advice of a child: of whom, by when and why, how it stands, what was done."""
    child, standing = open_child(request, child_id, parts="advice")
    rows = _shown(request, child_id)
    context = {
        "child": child,
        "rows": rows,
        "sentence": pages.in_a_sentence(rows),
        "may": standing.may_write("advice"),
        "interim": queries.interim_of(child_id),
    }
    return render(request, "assessment/advice.html", context)


def _shown(request: HttpRequest, child_id: int) -> list:
    reader = request.person
    return pages.shown(
        queries.advice_of(child_id), today=reader.today, ladder=queries.ladder_of(reader.area.pk)
    )


@require_safe
@signed_in
def passages(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Read one piece of advice: each passage has its number and its own address; family too."""
    child, standing = open_child(request, child_id, parts="advice given", for_staff=False)
    found = one_or_404(child_id, advice_id)
    given = [one for one in queries.passages_of(found) if one.state == "given"]
    context = {
        "child": child,
        "as_family": standing.as_family,
        "one": pages.Shown(found, request.person.today),
        "advice": found,
        "passages": list(enumerate(given, 1)),
    }
    return render(request, "assessment/passages.html", context)


@require_safe
@signed_in
def advice_report(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Hand over the report that came with advice, once it is given."""
    open_child(request, child_id, parts="a report of advice", for_staff=False)
    found = one_or_404(child_id, advice_id)
    if found.state != "given" or not found.report_file:
        raise Http404("No report came with this advice.")
    if not queries.report_is_open_to(request.person, found):
        raise Http404("There is no such report here.")
    return file_answer(found.report_file)


@EITHER
@signed_in
def chase_advice(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Remind somebody, and note that it was done."""
    child, found = _to_write(request, child_id, advice_id, to="remind somebody of advice")

    def act(given: dict) -> str:
        _, token = acts.chase(advice=found, by=request.person, at=timezone.now(), **given)
        to = reach(found, request.person.today)
        if given["how"] != "email":
            return "The reminder is noted."
        if not to:
            return "No e-mail address is held, so nothing was sent. The reminder is noted."
        mail.remind(
            to=to, name=found.giver_name, due=found.due_on, token=token,
            area=request.person.area.name,
        )  # fmt: skip
        return "The reminder is on its way, and noted."

    form = forms.ChaseForm(request.POST or None, initial={"to_whom": found.giver_name})
    title = f"Remind {found.giver_name}"
    return _act(request, form, act, child, title, "Remind and note it")


@EITHER
@signed_in
def end_advice(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Stop asking somebody for advice."""
    child, found = _to_write(request, child_id, advice_id, to="stop asking for advice")

    def act(given: dict) -> str:
        acts.end_advice(advice=found, by=request.person, at=timezone.now(), **given)
        return "It is no longer asked for. The link that was sent opens nothing now."

    title = f"Stop asking {found.giver_name}"
    return _act(request, forms.WhyForm(request.POST or None), act, child, title, "Stop asking")


@EITHER
@signed_in
def missed_appointment(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Note an appointment that was not kept, and what it means for the limit."""
    child, found = _to_write(request, child_id, advice_id, to="record a missed appointment")

    def act(given: dict) -> str:
        return acts.record_missed(advice=found, by=request.person, at=timezone.now(), **given)[1]

    title = f"An appointment with {found.giver_name} was not kept"
    return _act(request, forms.MissedForm(request.POST or None), act, child, title, "Note it")


@EITHER
@signed_in
def interim(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record help that was agreed while the assessment goes on."""
    child, standing = open_child(request, child_id, parts="help agreed meanwhile")
    may_or_refuse(standing, "case", to="record help that was agreed")
    case = request_or_404(request, child_id)

    def act(given: dict) -> str:
        acts.agree_interim(request=case, by=request.person, at=timezone.now(), **given)
        return "The help is on the record, and the family reads it."

    form = forms.InterimForm(request.POST or None)
    return _act(request, form, act, child, "Help agreed during the assessment", "Record it")


def _to_write(request: HttpRequest, child_id: int, advice_id: int, *, to: str) -> tuple:
    child, standing = open_child(request, child_id, parts="advice")
    may_or_refuse(standing, "advice", to=to)
    return child, one_or_404(child_id, advice_id)


def _act(request, form, act, child, title: str, button: str) -> HttpResponse:
    context = {"child": child, "title": title, "button_words": button}
    to = reverse("assessment:advice", args=[child.pk])
    return answer(request, form, act, to=to, context=context)
