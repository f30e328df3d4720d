"""One legal date: why it is what it is, an exception against it, the day it was met."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.assessment.pages.appointments import as_a_reason
from plait.assessment.queries.appointments import appointment_one
from plait.cases import actions_excuse
from plait.cases.actions import record_done
from plait.cases.answers import answer
from plait.cases.area_rules import targets_of
from plait.cases.queries import before_it, clock_of, settings_of
from plait.child import forms
from plait.child.pages import acts
from plait.child.pages.legal_dates import LegalDate
from plait.child.pages.told import earlier, told
from plait.child.queries import acts_on_clocks, whose_advice
from plait.child.views.doors import may_or_refuse, open_child
from plait.law.exceptions import excuses_for, may_excuse

MISSED = "missed_appointment"
EITHER = require_http_methods(["GET", "POST"])


def open_date(request: HttpRequest, child_id: int, clock_id: int, *, parts: str) -> tuple[Any, ...]:
    """Find one legal date of a child the reader sees."""
    child, standing = open_child(request, child_id, parts=parts)
    clock = clock_of(child_id, clock_id)
    if clock is None:
        raise Http404("There is no such date on this record.")
    targets = {} if standing.as_family else targets_of(request.person.area)
    return (
        child,
        standing,
        LegalDate(clock, request.person.today, targets, whose_advice([clock]).get(clock.ref, "")),
    )


@require_GET
@signed_in
def legal_date(request: HttpRequest, child_id: int, clock_id: int) -> HttpResponse:
    """Say of one date whose it is, how it was counted, how sure, and what it was before."""
    child, standing, shown = open_date(request, child_id, clock_id, parts="one legal date")
    before = [LegalDate(old, request.person.today) for old in before_it(shown.clock)]
    ids = [shown.clock.pk, *(old.clock.pk for old in before)]
    entries = [] if standing.as_family else acts_on_clocks(child_id, ids)
    context = {
        "child": child,
        "shown": shown,
        "rows": told(shown),
        "before": before,
        "before_rows": [earlier(old) for old in before],
        "entries": [acts.line(entry) for entry in entries],
        "excusable": bool(excuses_for(shown.clock.duty)),
        "may_write": standing.may_write("case"),
        "as_family": standing.as_family,
    }
    return render(request, "child/legal_date.html", context)


@EITHER
@signed_in
def exception(request: HttpRequest, child_id: int, clock_id: int) -> HttpResponse:
    """Record an exception, from those this limit names and no others."""
    child, standing, shown = open_date(request, child_id, clock_id, parts="one legal date")
    may_or_refuse(standing, "case", to="record an exception")
    clock = shown.clock
    excuses = excuses_for(clock.duty)
    if not excuses:
        raise Refused(may_excuse(clock.duty, "personal_circumstances").why)
    form = forms.ExceptionForm(
        request.POST or None,
        excuses=excuses,
        settings=settings_of(child_id),
        initial={"excuse": clock.excuse, "ended_on": clock.excuse_ended_on}
        | _from_appointment(request, child_id, excuses),
    )
    return answer(
        request,
        "child/exception.html",
        form,
        lambda given: actions_excuse.record_exception(
            clock=clock, by=request.person, at=timezone.now(), **given
        ),
        done="The exception is recorded. It forgives the missed day; the day has not moved.",
        to=shown.href(),
        context={"child": child, "shown": shown},
    )


def _from_appointment(request: HttpRequest, child_id: int, excuses: Any) -> dict[str, str]:
    """Begin the form with a missed appointment that the address names."""
    number = request.GET.get("appointment", "")
    found = (
        appointment_one(child_id, int(number)) if number.isdecimal() and len(number) < 19 else None
    )
    if found is None or found.state != "missed":
        return {}
    codes = {excuse.code for excuse in excuses}
    said = {"why": as_a_reason(found)}
    return said | ({"excuse": MISSED} if MISSED in codes and found.by_family else {})


@EITHER
@signed_in
def exception_back(request: HttpRequest, child_id: int, clock_id: int) -> HttpResponse:
    """Take an exception back, with a reason."""
    child, standing, shown = open_date(request, child_id, clock_id, parts="one legal date")
    may_or_refuse(standing, "case", to="take back an exception")
    if not shown.clock.excuse:
        raise Http404("No exception is recorded on this date.")
    return answer(
        request,
        "child/act.html",
        forms.WhyOnly(request.POST or None),
        lambda given: actions_excuse.take_back_exception(
            clock=shown.clock, by=request.person, at=timezone.now(), **given
        ),
        done="The exception is taken back. That it was there stays in the history.",
        to=shown.href(),
        context={
            "child": child,
            "title": "Take the exception back",
            "lede": f"{shown.what}: {shown.excuse_words.lower() or shown.clock.excuse_why}",
            "button_words": "Take it back",
        },
    )


@EITHER
@signed_in
def met(request: HttpRequest, child_id: int, clock_id: int) -> HttpResponse:
    """Record the day a duty was done that no file ever tells."""
    child, standing, shown = open_date(request, child_id, clock_id, parts="one legal date")
    may_or_refuse(standing, "case", to="record that it was done")
    if not shown.told_by_people:
        raise Http404("This date is met by a decision: record the decision.")
    return answer(
        request,
        "child/act.html",
        forms.DayOnly(request.POST or None),
        lambda given: record_done(clock=shown.clock, by=request.person, at=timezone.now(), **given),
        done=f"Recorded: {shown.what.lower()}.",
        to=shown.href(),
        context={
            "child": child,
            "title": "Record that this was done",
            "lede": f"{shown.what}.",
            "button_words": "Record it",
        },
    )
