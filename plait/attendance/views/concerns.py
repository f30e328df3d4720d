"""Concerns about attendance: the list, one concern, and what is done with it."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.attendance.actions import concerns as acts
from plait.attendance.forms import concerns as asked
from plait.attendance.pages import concerns as pages
from plait.attendance.pages.year import sentence, year_of
from plait.attendance.queries import concerns as queries
from plait.attendance.queries.registers import registers_of
from plait.attendance.queries.rolls import setting_of
from plait.attendance.views.doors import NOT_FOUND, open_attendance
from plait.cases.answers import answer
from plait.journal.actions import looked
from plait.people.roles import Role

PER_PAGE = 25
EITHER = require_http_methods(["GET", "HEAD", "POST"])
FOR = (Role.ATTENDANCE_OFFICER, Role.SENCO, Role.SEND_MANAGER, Role.CASEWORKER)


@require_safe
@for_roles(*FOR, to="see concerns about attendance")
def concerns(request: HttpRequest) -> HttpResponse:
    """List the concerns that are not over, those with an answer of the family first."""
    reader = request.person
    rows = queries.open_concerns(reader)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="concerns about attendance", children=ids)
    answered = rows.filter(state=queries.State.ANSWERED).count()
    context = {
        "page": page,
        "shown": [pages.shown(one) for one in page],
        "summary": pages.summary(page.paginator.count, answered),
    }
    return render(request, "attendance/concerns.html", context)


@EITHER
@signed_in
def raise_concern(request: HttpRequest, child_id: int) -> HttpResponse:
    """Raise a concern with the family, with the strip of what was recorded beside it."""
    child, standing = open_attendance(request, child_id, parts="a concern", kind="concern")
    _may_write(standing, "raise a concern about attendance")
    held, reader = registers_of(child_id), request.person

    def act(given: dict[str, Any]) -> None:
        setting = setting_of(child_id, reader)
        acts.raise_concern(child=child, setting=setting, by=reader, at=timezone.now(), **given)

    context = {
        "child": child,
        "title": "Raise a concern about attendance",
        "button_words": "Send it to the family",
        "attendance": year_of(held, today=reader.today),
        "lede": sentence(held, today=reader.today),
    }
    return answer(
        request, "attendance/act.html", asked.RaiseForm(request.POST or None), act,
        to=reverse("attendance:child", args=[child_id]), context=context,
        done="The family reads it on its own page, and is told that something is there.",
    )  # fmt: skip


@require_safe
@signed_in
def concern(request: HttpRequest, child_id: int, concern_id: int) -> HttpResponse:
    """Show one concern: what was said, what stands in the way, what to try and what was tried."""
    child, standing, row = _one(request, child_id, concern_id)
    held, today = registers_of(child_id), request.person.today
    context = {
        "child": child,
        "one": pages.shown(row),
        "may": standing.may_write("concern"),
        "attendance": year_of(held, today=today) if standing.may_read("attendance") else None,
        "attendance_sentence": sentence(held, today=today),
    }
    return render(request, "attendance/concern.html", context)


def _acting(
    request: HttpRequest, child_id: int, concern_id: int, form: type[forms.Form], act: Any, *,
    title: str, button: str, done: str, initial: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show the form of one act on a concern, or do it."""
    child, standing, row = _one(request, child_id, concern_id)
    _may_write(standing, title[0].lower() + title[1:])

    def done_with(given: dict[str, Any]) -> None:
        act(concern=row, by=request.person, at=timezone.now(), **given)

    context = {
        "child": child, "one": pages.shown(row), "title": title, "button_words": button,
        "attendance": None, "lede": "",
    }  # fmt: skip
    return answer(
        request, "attendance/act.html", form(request.POST or None, initial=initial), done_with,
        to=reverse("attendance:concern", args=[child_id, concern_id]), context=context, done=done,
    )  # fmt: skip


@EITHER
@signed_in
def try_it(request: HttpRequest, child_id: int, concern_id: int) -> HttpResponse:
    """Note something that is tried; what the table proposed fills the form."""
    begin = {"what": request.GET.get("what", "")[:500], "since": request.person.today}
    return _acting(
        request, child_id, concern_id, asked.TryForm, acts.try_adjustment,
        title="Note what is tried", button="Note it", initial=begin,
        done="It is noted, and the family reads it.",
    )  # fmt: skip


@EITHER
@signed_in
def helped(request: HttpRequest, child_id: int, concern_id: int, place: int) -> HttpResponse:
    """Say whether something that was tried helped."""

    def act(**given: Any) -> None:
        acts.say_if_helped(place=place, **given)

    return _acting(
        request, child_id, concern_id, asked.HelpedForm, act,
        title="Say whether it helped", button="Note it", done="It is noted.",
    )  # fmt: skip


@EITHER
@signed_in
def action(request: HttpRequest, child_id: int, concern_id: int) -> HttpResponse:
    """Record legal action about attendance, once what was tried is shown."""
    return _acting(
        request, child_id, concern_id, asked.ActionForm, acts.take_action,
        title="Record action about attendance", button="Record it",
        done="The action is recorded, beside what was tried.",
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, concern_id: int) -> HttpResponse:
    """End a concern."""
    return _acting(
        request, child_id, concern_id, asked.EndConcernForm, acts.end_concern,
        title="End this concern", button="End it", done="The concern is ended.",
    )  # fmt: skip


def _one(request: HttpRequest, child_id: int, concern_id: int) -> tuple[Any, Any, Any]:
    child, standing = open_attendance(request, child_id, parts="a concern", kind="concern")
    row = queries.concern_one(child_id, concern_id)
    if row is None:
        raise Http404(NOT_FOUND)
    return child, standing, row


def _may_write(standing: Any, to: str) -> None:
    if not standing.may_write("concern"):
        raise Refused(
            f"You cannot {to} here: your tie to this child is for reading.",
            who_can="The SENCO, the attendance officer or the caseworker can.",
        )
