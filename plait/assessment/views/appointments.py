"""Appointments of a case: listed, booked, moved, kept, missed, called off."""

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
from plait.assessment.actions import appointments as acts
from plait.assessment.forms import appointments as forms
from plait.assessment.pages import appointments as pages
from plait.assessment.queries import appointments as queries
from plait.assessment.views.advice_doors import (
    NOT_FOUND,
    REFUSALS,
    answer,
    may_or_refuse,
    open_child,
    request_or_404,
    words_of,
)

EITHER = require_http_methods(["GET", "HEAD", "POST"])
PARTS = "appointments"


@require_safe
@signed_in
def appointments(request: HttpRequest, child_id: int) -> HttpResponse:
    """List what is booked, first to come first, and what became of the rest."""
    child, standing = open_child(request, child_id, parts=PARTS)
    may, today = standing.may_write("advice"), request.person.today
    rows = [
        pages.shown(one, queries.limits_to_excuse(one) if one.state == "missed" else [],
                    today=today, may=may)
        for one in queries.appointments_of(child_id)
    ]  # fmt: skip
    context = {
        "child": child, "may": may,
        "booked": [row for row in rows if row.one.state == "booked"],
        "past": [row for row in reversed(rows) if row.one.state != "booked"],
    }  # fmt: skip
    return render(request, "assessment/appointments.html", context)


@EITHER
@signed_in
def book(request: HttpRequest, child_id: int) -> HttpResponse:
    """Book an appointment, for advice that is awaited or a meeting with the family."""
    child, standing = open_child(request, child_id, parts=PARTS)
    may_or_refuse(standing, "advice", to="book an appointment")
    case = request_or_404(request, child_id)
    awaited = {str(one.pk): one for one in queries.awaited_advice(case.pk)}

    def act(given: dict[str, Any]) -> str:
        names = ("what", "who", "with_whom", "where", "for_family")
        acts.book(
            request=case, advice=awaited.get(given["advice"]), on=given["on"],
            words=acts.Words(**{name: given[name] for name in names}),
            starts_at=given["starts_at"], by=request.person, at=timezone.now(),
        )  # fmt: skip
        read = "the family reads it" if given["for_family"] else "the family does not read it"
        return f"Booked; {read}."

    form = forms.Book(
        request.POST or None, advice=awaited.values(),
        initial={"who": child.name, "advice": request.GET.get("advice", "")},
    )  # fmt: skip
    return _act(request, form, act, child, "Book an appointment", "Book it")


@EITHER
@signed_in
def move(request: HttpRequest, child_id: int, appointment_id: int) -> HttpResponse:
    """Move it to another day, time or place."""
    child, found = _to_write(request, child_id, appointment_id, to="move an appointment")

    def act(given: dict[str, Any]) -> str:
        acts.move(appointment=found, by=request.person, at=timezone.now(), **given)
        return "Moved. The day it was on stays readable."

    held = {"on": found.on, "starts_at": found.starts_at, "where": found.where}
    form = forms.Move(request.POST or None, initial=held)
    return _act(request, form, act, child, f"Move: {found.what}", "Move it")


@require_POST
@signed_in
def kept(request: HttpRequest, child_id: int, appointment_id: int) -> HttpResponse:
    """Note that it was kept."""
    _, found = _to_write(request, child_id, appointment_id, to="note that it was kept")
    try:
        acts.keep(appointment=found, by=request.person, at=timezone.now())
    except (Refused, *REFUSALS) as why:
        messages.error(request, words_of(why))
    else:
        messages.success(request, "It is noted that it was kept.")
    return redirect("assessment:appointments", child_id)


@EITHER
@signed_in
def missed(request: HttpRequest, child_id: int, appointment_id: int) -> HttpResponse:
    """Note that it was not kept, and what that means for the limit of the advice."""
    child, found = _to_write(request, child_id, appointment_id, to="record a missed appointment")

    def act(given: dict[str, Any]) -> str:
        return acts.miss(appointment=found, by=request.person, at=timezone.now(), **given)

    form = forms.NotKept(request.POST or None)
    return _act(request, form, act, child, f"Not kept: {found.what}", "Note it")


@EITHER
@signed_in
def call_off(request: HttpRequest, child_id: int, appointment_id: int) -> HttpResponse:
    """Call it off."""
    child, found = _to_write(request, child_id, appointment_id, to="call an appointment off")

    def act(given: dict[str, Any]) -> str:
        acts.call_off(appointment=found, by=request.person, at=timezone.now(), **given)
        return "It is called off."

    form = forms.CallOff(request.POST or None)
    return _act(request, form, act, child, f"Call off: {found.what}", "Call it off")


def _to_write(
    request: HttpRequest, child_id: int, appointment_id: int, *, to: str
) -> tuple[Any, Any]:
    child, standing = open_child(request, child_id, parts=PARTS)
    may_or_refuse(standing, "advice", to=to)
    found = queries.appointment_one(child_id, appointment_id)
    if found is None:
        raise Http404(NOT_FOUND)
    return child, found


def _act(
    request: HttpRequest, form: Any, act: Callable[[dict[str, Any]], str], child: Any, title: str,
    button: str,
) -> HttpResponse:  # fmt: skip
    context = {"child": child, "title": title, "button_words": button}
    to = reverse("assessment:appointments", args=[child.pk])
    return answer(request, form, act, to=to, context=context)
