"""The attendance of one child: the year as a strip, measures for any days, and patterns."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import signed_in
from plait.attendance.forms.period import PeriodForm
from plait.attendance.pages.concerns import shown
from plait.attendance.pages.counted import counted
from plait.attendance.pages.year import of_a_child
from plait.attendance.queries.concerns import concerns_of
from plait.attendance.queries.counts import counts_of
from plait.attendance.queries.registers import admitted_on, registers_of, taken_at
from plait.attendance.views.doors import open_attendance
from plait.cases.area_rules import patterns_of


def shown_to(request: HttpRequest, child_id: int, *, today: date) -> dict[str, Any]:
    """Read a child's registers and say them for the days that the request asks."""
    form = PeriodForm(request.GET or None)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    held = registers_of(child_id)
    newest = max(held.joined, default=today.year)
    return {
        "period_form": form,
        **counted(counts_of(child_id)),
        **of_a_child(
            held,
            today=today,
            year=given.get("year"),
            first=given.get("first"),
            last=given.get("last"),
            admitted=admitted_on(child_id, since=date(newest, 9, 1)),
            taken=taken_at(held.settings, newest),
            limits=patterns_of(request.person.area),
        ),
    }


@require_safe
@signed_in
def child(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show the attendance of a child to those who work with them."""
    found, standing = open_attendance(request, child_id, parts="attendance")
    context = {
        "child": found,
        "standing": standing,
        "may_raise": standing.may_write("concern"),
        "concerns": [shown(one) for one in concerns_of(child_id)]
        if standing.may_read("concern")
        else None,
        **shown_to(request, child_id, today=request.person.today),
    }
    return render(request, "attendance/child.html", context)
