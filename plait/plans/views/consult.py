"""Consult a setting; and its answer, through a link or by its SENCO."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access import mail
from plait.access.guards import for_guest, for_roles, signed_in
from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.plans import queries
from plait.plans.actions import consultations as actions
from plait.plans.forms.around import AnswerConsultation, Consult
from plait.plans.pages import around
from plait.plans.views.doors import NOT_FOUND, open_version
from plait.ui.answers import drawn
from plait.ui.sent_once import result


@require_http_methods(["GET", "POST"])
@signed_in
def consult(request: HttpRequest, version_id: int) -> HttpResponse:
    """Ask a setting whether it can meet the needs of a served draft."""
    version, standing = open_version(request, version_id)
    if not standing.may_write("consultation"):
        raise Refused("Only the caseworker and SEND managers consult settings.")
    form = Consult(
        request.POST or None, settings=queries.settings_of_area(request.person),
        initial={"on": request.person.today},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            row, token = actions.ask(
                version=version, by=request.person, at=timezone.now(), **form.cleaned_data
            )
        except (Refused, OutOfOrder) as why:
            said = f"{why.why} {why.who_can}" if isinstance(why, Refused) else str(why)
            form.add_error(None, said)
        else:
            if token:
                link = request.build_absolute_uri(reverse("access:open_link", args=[token]))
                mail.send_guest_link(to=row.email, link=link, area=request.area.name)
            messages.success(request, f"{row.setting.name} was asked. The family sees it, too.")
            return redirect("plans:plan", version.child_id)
    context = {"version": version, "child": version.child, "form": form}
    return drawn(request, "plans/consult.html", context)


@require_http_methods(["GET", "POST"])
@for_guest("consultation")
def answer_consultation(request: HttpRequest) -> HttpResponse:
    """Answer through a link; nothing but the question is shown."""
    found = queries.consultation_of(request.guest.row)
    if found is None:
        raise Http404(NOT_FOUND)
    return _answer(request, found, area=request.guest.area, today=request.guest.today, user=None)


@require_GET
@for_roles("senco", to="answer consultations")
def mine(request: HttpRequest) -> HttpResponse:
    """List the consultations of the settings I serve."""
    rows = queries.consultations_for(request.person)
    lines = [around.consultation_line(one, today=request.person.today) for one in rows]
    told = {one.pk: one.told for one in rows}
    return render(request, "plans/my_consultations.html", {"lines": lines, "told": told})


@require_http_methods(["GET", "POST"])
@for_roles("senco", to="answer consultations")
def answer_mine(request: HttpRequest, consultation_id: int) -> HttpResponse:
    """Answer a consultation of a setting I serve."""
    reader = request.person
    rows = queries.consultations_for(reader)
    found = next((one for one in rows if one.pk == consultation_id), None)
    if found is None:
        raise Http404(NOT_FOUND)
    return _answer(request, found, area=reader.area, today=reader.today, user=reader.user)


def _answer(request: HttpRequest, found: Any, *, area: Any, today: Any, user: Any) -> HttpResponse:
    statements = found.told.get("statements", [])
    needs = [one for one in statements if one["section"] in ("B", "C", "D")]
    form = AnswerConsultation(request.POST or None, needs=needs)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.answer(
                consultation=found, answer=given["answer"], by_need=form.by_need(),
                reasons=given["reasons"], name=given["name"], on=today, at=timezone.now(),
                area=area, user=user,
            )  # fmt: skip
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            return result(render(request, "plans/consultation_thanks.html", {"found": found}))
    context = {"found": found, "form": form, "statements": statements}
    return drawn(request, "plans/answer_consultation.html", context)
