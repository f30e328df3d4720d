"""What every page of a child's health does first: find the child, say how one stands, note it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from plait.access.refusals import Refused
from plait.cases.answers import answer
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."


def open_health(request: HttpRequest, child_id: int, *, parts: str) -> tuple[Any, Standing]:
    """Find a child whose health the reader may read; the family has a page of its own."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_read("health"):
        raise Refused(
            f"What health services do for {child.name} is for health, and for those with a tie "
            "to the child that opens it. Yours does not.",
            who_can="The caseworker or the SEND team can tell you what you need for your work.",
        )
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing


def to_write(request: HttpRequest, child_id: int, *, to: str) -> Any:
    """Find a child of whose health the reader may write; else say who may, before a form."""
    child, standing = open_health(request, child_id, parts="health")
    if not standing.may_write("health"):
        raise Refused(
            f"You cannot {to} here: your tie to this child is for reading health.",
            who_can="A health adviser tied to the child, the designated clinical officer or a "
            "SEND manager can.",
        )
    return child


def found_or_404(found: Any) -> Any:
    if found is None:
        raise Http404(NOT_FOUND)
    return found


def act_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    child: Any,
    title: str,
    button: str,
    done: str,
    lede: str = "",
) -> HttpResponse:
    """Show the form of one act on a child's health, or do it."""
    context = {"child": child, "title": title, "button_words": button, "lede": lede}
    to = reverse("health:child", args=[child.pk])
    return answer(request, "health/act.html", form, act, to=to, done=done, context=context)
