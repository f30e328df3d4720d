"""Part-time timetables: the register, one child's, and the forms."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.attendance.actions import part_time as acts
from plait.attendance.forms import part_time as forms
from plait.attendance.pages import part_time as pages
from plait.attendance.queries import part_time as queries
from plait.cases.answers import answer
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked
from plait.people.roles import Role

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "attendance"
PER_PAGE = 25
NOT_FOUND = "There is no such record, or it is not open to you."
READERS = (
    Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER,
    Role.SENCO, Role.SOCIAL_CARE, Role.DATA_OFFICER,
)  # fmt: skip


@require_safe
@for_roles(*READERS, to="see the part-time timetables")
def register(request: HttpRequest) -> HttpResponse:
    """Every part-time timetable the reader sees, those past their last day first."""
    reader = request.person
    form = forms.PartTimeFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.register(reader, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="part-time timetables", children=ids)
    context = {
        "form": form,
        "page": page,
        "rows": [pages.line(one, reader.today) for one in page],
        "summary": pages.summary(
            queries.register(reader).count(), queries.register(reader, only="over").count()
        ),
    }
    return render(request, "part_time/register.html", context)


@require_safe
@signed_in
def child(request: HttpRequest, child_id: int) -> HttpResponse:
    """One child's part-time timetables: why, who agreed, the way back, and until when."""
    found, standing = _open(request, child_id)
    today = request.person.today
    rows = [
        (one, pages.stands(one, today), pages.line(one, today))
        for one in queries.of_child(child_id)
    ]
    context = {
        "child": found, "rows": rows, "may": standing.may_write(KIND), "law": acts.LAW,
        "runs": any(one.ended_on is None for one, _, _ in rows),
    }  # fmt: skip
    return render(request, "part_time/child.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record a part-time timetable."""
    found = _to_write(request, child_id)

    def act(given: dict) -> None:
        acts.agree(child=found, by=request.person, at=timezone.now(), **given)

    return _act_page(
        request, forms.Agree(request.POST or None), act, child=found,
        title="Record a part-time timetable", button="Record it",
        done="The timetable is on the record, with its last day.",
        lede="It is for exceptional circumstances, for a time, and only with a parent’s agreement.",
    )  # fmt: skip


@EITHER
@signed_in
def prolong(request: HttpRequest, child_id: int, part_time_id: int) -> HttpResponse:
    """Let a timetable go on for a time, agreed and planned anew."""
    found, row = _row_to_write(request, child_id, part_time_id)

    def act(given: dict) -> None:
        acts.prolong(part_time=row, by=request.person, at=timezone.now(), **given)

    form = forms.Prolong(request.POST or None, initial={"hours_a_week": row.hours_a_week})
    return _act_page(
        request, form, act, child=found, title="Prolong the part-time timetable",
        button="Prolong it", done="The timetable goes on, with a new last day.",
        lede=pages.before_prolonging(row, queries.of_child(child_id)),
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, part_time_id: int) -> HttpResponse:
    """End a part-time timetable with what came of it."""
    found, row = _row_to_write(request, child_id, part_time_id)

    def act(given: dict) -> None:
        acts.end(part_time=row, by=request.person, at=timezone.now(), **given)

    return _act_page(
        request, forms.EndPartTime(request.POST or None), act, child=found,
        title="End the part-time timetable", button="End it", done="The timetable is ended.",
    )  # fmt: skip


def _open(request: HttpRequest, child_id: int) -> tuple[Any, Standing]:
    reader = request.person
    found = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if found else None
    if found is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_read(KIND):
        raise Refused(
            f"The part-time timetable of {found.name} is not open to you in your post.",
            who_can="The SENCO, the attendance officer or the caseworker can tell you what you "
            "need for your work.",
        )
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="part-time timetables",
        through=standing.through,
    )  # fmt: skip
    return found, standing


def _to_write(request: HttpRequest, child_id: int) -> Any:
    found, standing = _open(request, child_id)
    if not standing.may_write(KIND):
        raise Refused(
            "You cannot change a part-time timetable here: you may read it.",
            who_can="The setting’s SENCO, the attendance officer or a SEND manager can.",
        )
    return found


def _row_to_write(request: HttpRequest, child_id: int, part_time_id: int) -> tuple[Any, Any]:
    found = _to_write(request, child_id)
    row = queries.one(child_id, part_time_id)
    if row is None:
        raise Http404(NOT_FOUND)
    return found, row


def _act_page(
    request: HttpRequest, form: django_forms.Form, act: Callable[[dict], object], *, child: Any,
    title: str, button: str, done: str, lede: str = "",
) -> HttpResponse:  # fmt: skip
    context = {"child": child, "title": title, "button_words": button, "lede": lede}
    to = reverse("part_time:child", args=[child.pk])
    return answer(request, "part_time/act.html", form, act, to=to, done=done, context=context)
