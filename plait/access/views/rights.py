"""A young person takes over the rights: what is settled, with whom, and what is still open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.actions import takeover as actions
from plait.access.forms import rights as forms
from plait.access.guards import for_roles, signed_in
from plait.access.pages import rights as pages
from plait.access.queries import children, takeover
from plait.access.refusals import Refused
from plait.access.require import may_write, through
from plait.access.views.asking import ask, found
from plait.journal.actions import looked
from plait.law.rights import switch_date
from plait.law.takeover import Stage, stage, whose_rights
from plait.ui.words import long_day

asks = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@for_roles("caseworker", "send_manager", to="settle who reads a young person's record")
def soon(request: HttpRequest) -> HttpResponse:
    """List the young people for whom it is not settled whether a parent goes on reading."""
    reader = request.person
    waiting = takeover.not_settled(reader)
    looked(
        area=reader.area, by=reader.user, parts="who takes over the rights",
        children=[child.pk for child in waiting],
    )  # fmt: skip
    place = reverse("access:rights", args=[0]).replace("/0/", "/{child}/")
    days = {child.pk: long_day(switch_date(child.birth_date)) for child in waiting}
    rows = pages.soon_rows(waiting, href=place, day_of=days)
    return render(request, "access/rights_soon.html", {"rows": rows})


@require_safe
@signed_in
def rights(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show whose the rights are, each parent's access, and what was found of capacity."""
    child = _for_staff(request, child_id)
    answers = takeover.answers_of([child_id], today=request.person.today)[child_id]
    context = {
        "child": child,
        "far": stage(child.birth_date, request.person.today) is Stage.FAR,
        "whose": whose_rights(child.birth_date, request.person.today),
        "parents": pages.parent_lines(takeover.parents_ties(child_id), answers),
        "found": pages.capacity_rows(takeover.capacity_of(child_id)),
    }
    return render(request, "access/rights.html", context)


@asks
@signed_in
def consent(request: HttpRequest, child_id: int, user_id: int) -> HttpResponse:
    """Write down a young person's answer about one parent."""
    child = _for_staff(request, child_id)
    ties = takeover.parents_ties(child_id)
    parent = found(next((tie.user for tie in ties if tie.user_id == user_id), None))
    form = forms.ConsentForm(request.POST or None)
    if form.is_valid():
        try:
            actions.record_consent(
                child=child, parent=parent, by=request.person, at=timezone.now(),
                **form.cleaned_data,
            )  # fmt: skip
            return redirect("access:rights", child_id)
        except Refused as why:
            form.add_error(None, str(why))
    return _ask(request, form, child, f"May {parent.name} go on reading?")


@asks
@signed_in
def capacity(request: HttpRequest, child_id: int) -> HttpResponse:
    """Write down whether a young person can take one decision."""
    child = _for_staff(request, child_id)
    form = forms.CapacityForm(request.POST or None)
    if form.is_valid():
        try:
            actions.record_capacity(
                child=child, found=form.found(), by=request.person, at=timezone.now()
            )
            return redirect("access:rights", child_id)
        except Refused as why:
            form.add_error(None, str(why))
    return _ask(request, form, child, "Can they take this decision?")


def _ask(request: HttpRequest, form: object, child: object, heading: str) -> HttpResponse:
    lede = whose_rights(child.birth_date, request.person.today)
    back = (child.name, reverse("access:rights", args=[child.pk]))
    return ask(request, form, heading, lede=lede, back=back)


def _for_staff(request: HttpRequest, child_id: int) -> object:
    """Find a child, note the look; whoever may not write of rights reads who can."""
    reader = request.person
    child = found(children.child_of(reader, child_id))
    if not may_write("rights", child_id=child_id, by=reader):
        raise Refused(
            "You cannot settle who reads a young person's record. "
            "It is for the caseworker or a SEND manager.",
            who_can="Ask one of them.",
        )
    looked(
        area=reader.area, by=reader.user, child=child, parts="whose rights they are",
        through=through(child_id, reader),
    )  # fmt: skip
    return child
