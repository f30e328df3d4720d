"""Requests that staff write on one page: a call or a letter, and a setting's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.assessment.actions import written as acts
from plait.assessment.evidence import missing
from plait.assessment.forms.written import Evidence, Receipt, Sections
from plait.assessment.pages.prefilled import held_for_setting, in_the_way
from plait.assessment.queries.askings import of_setting_for
from plait.assessment.queries.panels import whole_record
from plait.assessment.views.doors import open_child
from plait.cases.documents import NotKept

EITHER = require_http_methods(["GET", "HEAD", "POST"])
officer = for_roles(*acts.OFFICERS, to="write a request down")


@EITHER
@officer
def write_down(request: HttpRequest) -> HttpResponse:
    """Write down a telephone call or a letter; the same record as the web."""
    today = request.person.today
    posted = request.POST or None
    receipt = Receipt(posted, request.FILES or None, today=today, initial={"channel": "telephone"})
    sections = Sections("parent", given=posted, held={}, today=today)
    if request.method == "POST" and sections.is_valid() & receipt.is_valid():
        try:
            _write_down(request, receipt.cleaned_data, sections.answers())
        except (Refused, NotKept) as why:
            receipt.add_error(None, str(why))
        else:
            messages.success(request, "Written down. A SEND manager takes it on from here.")
            manager = request.person.holds("send_manager")
            return redirect("assessment:asked" if manager else "desk:today")
    context = {"receipt": receipt, "sections": sections}
    wrong = bool(receipt.errors) or any(form.errors for _, form in sections)
    return render(request, "assessment/write_down.html", context, status=422 if wrong else 200)


def _write_down(request: HttpRequest, given: dict[str, Any], answers: dict[str, Any]) -> None:
    acts.write_down(
        channel=given["channel"],
        answers=answers | {"officer": {"asked_by": given["asked_by"]}},
        email=given["email"],
        sent_on=given["sent_on"],
        received_on=given["received_on"],
        why=given["why"],
        letter=given["letter"],
        by=request.person,
        at=timezone.now(),
    )


@EITHER
@signed_in
def for_child(request: HttpRequest, child_id: int) -> HttpResponse:
    """A setting's request for a child on its roll: filled in from what is held."""
    child, _ = open_child(request, child_id, parts="a request by the setting")
    setting = acts.setting_of(child, request.person)
    begun = of_setting_for(request.person, child_id)
    held = begun.answers if begun else {}
    record = whole_record(request.person, child_id)
    known = held_for_setting(record, setting, request.person)
    posted = request.POST or None
    sections = Sections("setting", given=posted, held=known | held, today=request.person.today)
    evidence = Evidence(posted, request.FILES or None, initial=held.get("evidence", {}))
    if request.method == "POST" and sections.is_valid() & evidence.is_valid():
        answers = sections.answers() | {"evidence": evidence.cleaned_data}
        if went := _keep_or_send(request, child, answers, evidence):
            return went
    context = {
        "child": child, "setting": setting, "sections": sections, "evidence": evidence,
        "lacking": missing(evidence.data if evidence.is_bound else held.get("evidence", {})),
        "begun": begun, "in_the_way": in_the_way(record),
    }  # fmt: skip
    wrong = bool(evidence.errors) or any(form.errors for _, form in sections)
    return render(request, "assessment/setting_asks.html", context, status=422 if wrong else 200)


def _keep_or_send(
    request: HttpRequest, child: Any, answers: dict[str, Any], evidence: Any
) -> HttpResponse | None:
    """Keep it, or send it; what is refused is said on the form."""
    more = {"child": child, "answers": answers, "by": request.person, "at": timezone.now()}
    try:
        if "send" not in request.POST:
            acts.keep_of_setting(**more)
            messages.success(request, "Saved. What is still missing is listed at the top.")
            return redirect(reverse("assessment:setting_asks", args=[child.pk]))
        acts.send_of_setting(**more, files=request.FILES.getlist("upload"))
    except (Refused, NotKept) as why:
        evidence.add_error(None, str(why))
        return None
    messages.success(request, "Sent. The authority has six weeks from today to decide.")
    return redirect("child:road", child.pk)
