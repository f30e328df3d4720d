"""What the school recorded of my child, and my answer when it asks what stands in the way."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.attendance.actions.answers import answer_concern
from plait.attendance.forms.concerns import BarrierForm
from plait.attendance.pages.concerns import shown
from plait.attendance.pages.year import sentence, year_of
from plait.attendance.queries.concerns import concern_one
from plait.attendance.queries.registers import registers_of
from plait.attendance.views.child import shown_to
from plait.cases.answers import answer
from plait.child.views.doors import NOT_FOUND, open_child


def _open(request: HttpRequest, child_id: int, kind: str, *, parts: str) -> tuple[Any, Any]:
    child, standing = open_child(request, child_id, parts=parts)
    if not standing.as_family or not standing.may_read(kind):
        raise Http404(NOT_FOUND)
    return child, standing


@require_GET
@signed_in
def attendance(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show my child's school year half-day by half-day, and what was missed."""
    child, _standing = _open(request, child_id, "attendance", parts="attendance")
    context = {"child": child, **shown_to(request, child_id, today=request.person.today)}
    return render(request, "family/attendance.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def concern(request: HttpRequest, child_id: int, concern_id: int) -> HttpResponse:
    """Read what the school wrote and recorded, and say what stands in the way."""
    child, standing = _open(request, child_id, "concern", parts="a concern about attendance")
    row = concern_one(child_id, concern_id)
    if row is None:
        raise Http404(NOT_FOUND)
    reader, held = request.person, registers_of(child_id)

    def act(given: dict[str, Any]) -> None:
        answer_concern(concern=row, by=reader, at=timezone.now(), **given)

    one = shown(row)
    return answer(
        request,
        "family/concern.html",
        BarrierForm(request.POST or None),
        act,
        done=_("Your answer is with the school. What could be tried first stands below."),
        to=reverse("family:concern", args=[child_id, concern_id]),
        context={
            "child": child,
            "one": one,
            "may": one.open and standing.may_write("concern"),
            "attendance": year_of(held, today=reader.today),
            "attendance_sentence": sentence(held, today=reader.today),
        },
    )
