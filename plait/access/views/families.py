"""Open a record to a family, after an officer checked; and close it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access import mail, rights
from plait.access.actions import accounts, families
from plait.access.forms import people as people_forms
from plait.access.forms import ties as forms
from plait.access.guards import for_roles
from plait.access.queries import children, sight
from plait.access.views.asking import ask, found

officers_only = for_roles(*rights.OFFICERS, to="open a record to a family")
asks = require_http_methods(["GET", "HEAD", "POST"])
CHECKED = ("relationship", "responsibility", "lives_with", "hide_address_from_others")
CHECKED += ("unsafe_to_tell", "safety_note")


@asks
@officers_only
def link_family(request: HttpRequest, child_id: int) -> HttpResponse:
    """Open a child's record to a parent, a carer or the young person."""
    child = found(children.child_of(request.person, child_id))
    form = forms.FamilyForm(request.POST or None)
    if not form.is_valid():
        lede = "Check who they are first. They will read the record, and who has looked."
        return ask(
            request, form, f"Open {child.name}’s record", lede=lede, button="Open the record"
        )
    given = form.cleaned_data
    who = {name: given[name] for name in ("email", "name", "what_was_seen")}
    if given["who"] == "parent":
        family = families.Family(**{name: given[name] for name in CHECKED})
        user = families.link_parent(child=child, family=family, by=request.person, **who)
    else:
        user = families.link_young_person(child=child, by=request.person, **who)
    return _told(request, user, child.pk)


def _told(request: HttpRequest, user: object, child: int) -> HttpResponse:
    """Send a newcomer their invitation; somebody who has joined sees the child at once."""
    if user.has_usable_password():
        messages.success(request, f"{user.name} can now read the record.")
        return redirect("child:record", child)
    token = accounts.invite_family(user=user, by=request.person, at=timezone.now())
    link = request.build_absolute_uri(reverse("access:join", args=[token]))
    mail.send_link(to=user.email, name=user.name, link=link, area=request.area.name)
    answer = render(request, "access/invited.html", {"person": user, "link": link})
    answer["Cache-Control"] = "no-store"
    return answer


@asks
@officers_only
def end_family_link(request: HttpRequest, tie_id: int) -> HttpResponse:
    """Close a record to a family member, from today."""
    tie = found(sight.tie_of(request.person, tie_id))
    form = people_forms.CloseForm(request.POST or None)
    if not form.is_valid():
        heading = f"Close {tie.child.name}’s record to {tie.user.name if tie.user else 'them'}"
        return ask(request, form, heading, lede="From today on.", button="Close it")
    child = tie.child_id
    families.end_family_link(
        tie=tie, on=request.person.today, why=form.cleaned_data["why"], by=request.person
    )
    return redirect("child:record", child)
