"""The road of one child from a request to a plan, and the next thing to do on it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.access.reader import Reader
from plait.cases.queries import Record
from plait.cases.queries_owed import owed_after
from plait.child.queries_road import facts_for
from plait.child.road import next_act, road_of
from plait.child.views.doors import open_record
from plait.law.notices import notice_of
from plait.law.owed_letters import Owed


@require_GET
@signed_in
def road(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show every step with its state, its dates and why, and what can be done next."""
    found = open_record(request, child_id, parts="from request to plan")
    if found.standing.as_family:
        return redirect("family:child", child_id)
    facts = facts_for(found, request.person)
    if found.standing.may_write("letter"):
        facts = replace(facts, notices=_notices(found, request.person))
    steps = road_of(facts)
    context = {"child": found.child, "steps": steps, "next": next_act(steps)}
    context["may_see_timetable"] = found.standing.may_read("advice")
    return render(request, "child/road.html", context)


def _notices(record: Record, reader: Reader) -> tuple[Owed, ...]:
    """Give the notices of section 36(7) and regulation 4(2) that are still to be sent."""
    kind = notice_of(record.newest.request.outcome) if record.newest else ""
    if not kind:
        return ()
    found = owed_after(record.child, record.acts, record.letters, today=reader.today)
    return tuple(one for one in found if one.beside == kind)
