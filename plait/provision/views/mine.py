"""The home-educating family's screen: what is held, why, who reads it; correct it, or object."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked
from plait.provision.actions import objections as acts
from plait.provision.forms.at_home import SayOfField
from plait.provision.pages import mine as pages
from plait.provision.queries import at_home as queries
from plait.provision.views.doors import NOT_FOUND, act_page


def _mine(request: HttpRequest, child_id: int) -> tuple[Any, Standing, Any]:
    """Find the family's child and its entry; to all others, and without an entry, it is missing."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or not standing.as_family:
        raise Http404(NOT_FOUND)
    entry = next(iter(queries.entries_of(child_id)), None)
    if entry is None or not standing.may_read("home_education"):
        raise Http404(NOT_FOUND)
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="home education",
        through=standing.through,
    )  # fmt: skip
    return child, standing, entry


@require_safe
@signed_in
def mine(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show the family exactly what the register holds of it."""
    child, standing, entry = _mine(request, child_id)
    reader = request.person
    home = queries.may_know_home(reader, child_id)
    said = queries.objections_of(entry)
    context = {
        "child": child,
        "entry": entry,
        "fields": pages.held(entry, child, reader.today, home=home),
        "not_held": pages.not_held(entry, reader.today),
        "forbidden": pages.forbidden(entry, reader.today),
        "readers": pages.who_reads(),
        "said": [pages.said(one, reader.user, home=home) for one in said],
        "may": standing.may_write("objection"),
    }
    return render(request, "provision/my_home_education.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def say(request: HttpRequest, child_id: int, key: str) -> HttpResponse:
    """Correct one thing that is held, or object to it."""
    child, standing, entry = _mine(request, child_id)
    reader = request.person
    field = pages.one(entry, child, key, reader.today, home=queries.may_know_home(reader, child_id))
    if field is None or not standing.may_write("objection"):
        raise Http404(NOT_FOUND)

    def act(given: dict) -> None:
        acts.say(entry=entry, field=key, by=reader, at=timezone.now(), **given)

    return act_page(
        request, SayOfField(request.POST or None), act, child=child, title=field.words,
        button=_("Send to the officer"),
        done=_("Your words are kept, and the officer of the register must answer them."),
        back=reverse("provision:mine", args=[child_id]), template="provision/my_say.html",
        field=field,
    )  # fmt: skip
