"""Whom I let read with me: let somebody in for a time, and end it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.access import mail
from plait.access.actions import leave as actions
from plait.access.guards import signed_in
from plait.access.queries.sight import tie_of
from plait.cases.answers import answer
from plait.child.views.doors import NOT_FOUND, open_child
from plait.family import forms, queries


@require_http_methods(["GET", "POST"])
@signed_in
def who_helps(request: HttpRequest, child_id: int) -> HttpResponse:
    """List whom I let in, and let in one more."""
    child, standing = open_child(request, child_id, parts="who helps the family")
    if not standing.as_family or not standing.may_write("leave"):
        raise Http404(NOT_FOUND)
    reader = request.person

    def opened(given: dict[str, object]) -> None:
        leave = actions.Leave(**given)
        user, token = actions.let_read(child=child, leave=leave, by=reader, at=timezone.now())
        if token:
            link = request.build_absolute_uri(reverse("access:join", args=[token]))
            mail.send_link(to=user.email, name=user.name, link=link, area=request.area.name)

    return answer(
        request,
        "family/who_helps.html",
        forms.WhoHelps(request.POST or None),
        opened,
        done=_("They can read this record with you. Somebody new gets a link by e-mail."),
        to=reverse("family:who_helps", args=[child_id]),
        context={"child": child, "let_in": queries.let_in_by(reader, child_id)},
    )


@require_POST
@signed_in
def end_help(request: HttpRequest, child_id: int, tie_id: int) -> HttpResponse:
    """End what I gave, from today."""
    child, standing = open_child(request, child_id, parts="who helps the family")
    tie = tie_of(request.person, tie_id)
    if not standing.as_family or tie is None or tie.child_id != child.pk:
        raise Http404(NOT_FOUND)
    actions.end_leave(tie=tie, by=request.person, at=timezone.now())
    messages.success(request, _("Ended. From now on they cannot open this record."))
    return redirect("family:who_helps", child_id)
