"""The team around a child: who leads, who stands in, what they promise, and who has been told."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked
from plait.watch import actions_team as actions
from plait.watch import forms_team as forms
from plait.watch import pages, pages_team, queries
from plait.watch import queries_team as teams
from plait.watch.views.doors import act_or_say

NOT_FOUND = "There is no such record, or it is not open to you."
EITHER = require_http_methods(["GET", "HEAD", "POST"])


def open_team(request: HttpRequest, child_id: int) -> tuple[Any, Standing]:
    """Find a child whose team the reader may see; the family has it on a page of its own."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_read("team"):
        raise Refused(
            f"Who leads for {child.name} is for those who work with the child.",
            who_can="Ask the SEND team.",
        )
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="the team around the child",
        through=standing.through,
    )  # fmt: skip
    return child, standing


@require_safe
@signed_in
def team(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show who leads, who stands in, what they promise, and who has been told of what."""
    child, standing = open_team(request, child_id)
    reader, found = request.person, teams.team_of(child_id, request.person)
    posts = teams.posts_of_people([found.lead.person_id] if found.lead else [], reader)
    context = {
        "child": child,
        "lead": pages_team.leads(found, posts),
        "vacancy": pages_team.vacancy(found),
        "before": [pages_team.led(one) for one in found.before],
        "board": pages.board(queries.board_of(child_id)),
        "may": standing.may_write("team"),
    }
    return render(request, "watch/team.html", context)


@EITHER
@signed_in
def lead(request: HttpRequest, child_id: int) -> HttpResponse:
    """Name the lead professional, with a deputy and a promise."""
    child, standing = _to_write(request, child_id, to="name a lead professional")
    reader, held = request.person, teams.team_of(child_id, request.person).lead
    people = teams.may_lead(standing.ties, reader)
    by_id = {one.pk: one for one in people}
    begin = {"on": reader.today, "promise_days": held.promise_days if held else 5}
    if held:
        begin |= {"person": held.person_id, "deputy": held.deputy_id}
    form = forms.NameLead(
        request.POST or None, initial=begin, people=people,
        posts=teams.posts_of_people(by_id, reader),
    )  # fmt: skip

    def act(said: dict) -> None:
        actions.name_lead(
            child=child, person=by_id[said["person"]], deputy=by_id.get(said["deputy"]),
            promise_days=said["promise_days"], on=said["on"], why=said["why"], by=reader,
            at=timezone.now(),
        )  # fmt: skip

    return _form(
        request, child, form, act, "Name a lead professional", "The family sees who leads."
    )


@EITHER
@signed_in
def in_touch(request: HttpRequest, child_id: int) -> HttpResponse:
    """Write down that the lead or the deputy was in touch."""
    child, _ = _to_write(request, child_id, to="say when the lead was in touch")
    held = _held(request, child_id)
    form = forms.InTouch(request.POST or None, initial={"on": request.person.today})

    def act(said: dict) -> None:
        actions.in_touch(lead=held, on=said["on"], by=request.person, at=timezone.now())

    return _form(request, child, form, act, "In touch with the family", "Noted.")


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int) -> HttpResponse:
    """End a lead without another."""
    child, _ = _to_write(request, child_id, to="end a lead")
    held = _held(request, child_id)
    form = forms.EndLead(request.POST or None, initial={"on": request.person.today})

    def act(said: dict) -> None:
        actions.end_lead(lead=held, **said, by=request.person, at=timezone.now())

    return _form(request, child, form, act, "End the lead", "Nobody leads for this child now.")


def _to_write(request: HttpRequest, child_id: int, *, to: str) -> tuple[Any, Standing]:
    child, standing = open_team(request, child_id)
    if not standing.may_write("team"):
        raise Refused(
            f"You cannot {to} for {child.name}: your tie to this child is for reading.",
            who_can="The caseworker, a SEND manager, or the officer who keeps the one list can.",
        )
    return child, standing


def _held(request: HttpRequest, child_id: int) -> Any:
    held = teams.team_of(child_id, request.person).lead
    if held is None:
        raise Refused("Nobody leads for this child yet.", who_can="Name a lead professional first.")
    return held


def _form(
    request: HttpRequest, child: Any, form: Any, act: Any, heading: str, done: str
) -> HttpResponse:
    context = {"child": child, "heading": heading}
    here = ("watch:team", child.pk)
    return act_or_say(request, "watch/team_form.html", form, act, here, done, context)
