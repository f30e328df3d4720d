"""What every page of provision does first: find the child, say how one stands, note it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from plait.access.refusals import Refused
from plait.cases.answers import answer
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."
WORDS = {
    "home_education": "the register of home education",
    "objection": "what families say of the register of home education",
    "provision": "alternative provision and education otherwise than at school",
    "missing": "notices that a child is missing education",
}
WHO = {
    "home_education": "The home education officer or a SEND manager can.",
    "objection": "The home education officer or a SEND manager can.",
    "provision": "The SENCO, the caseworker or the attendance officer can.",
    "missing": "The attendance officer, the home education officer or the caseworker can.",
}


def open_for(request: HttpRequest, child_id: int, kind: str, *, parts: str) -> tuple[Any, Standing]:
    """Find a child of whom the reader may read this kind; the family has pages of its own."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if kind and not standing.may_read(kind):
        raise Refused(
            f"For {child.name}, {WORDS[kind]} is not open to you in your post.",
            who_can="The caseworker or the SEND team can tell you what you need for your work.",
        )
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing


def to_write(request: HttpRequest, child_id: int, kind: str, *, to: str) -> Any:
    """Find a child of whom the reader may write this kind; else say who may, before a form."""
    child, standing = open_for(request, child_id, kind, parts=WORDS[kind])
    if not standing.may_write(kind):
        raise Refused(
            f"You cannot {to} here: you may read {WORDS[kind]}, not change it.", who_can=WHO[kind]
        )
    return child


def found_or_404(found: Any) -> Any:
    if found is None:
        raise Http404(NOT_FOUND)
    return found


def act_page(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], object], *,
    child: Any, title: str, button: str, done: str, back: str, lede: str = "",
    template: str = "provision/act.html", **more: object,
) -> HttpResponse:  # fmt: skip
    """Show the form of one act of provision, or do it."""
    context = {
        "child": child, "title": title, "button_words": button, "lede": lede, "back": back, **more,
    }  # fmt: skip
    return answer(request, template, form, act, to=back, done=done, context=context)
