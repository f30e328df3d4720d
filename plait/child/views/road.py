"""The road of one child from a request to a plan, and the next thing to do on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.child.queries_road import facts_for
from plait.child.road import next_act, road_of
from plait.child.views.doors import open_record


@require_GET
@signed_in
def road(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show every step with its state, its dates and why, and what can be done next."""
    found = open_record(request, child_id, parts="from request to plan")
    if found.standing.as_family:
        return redirect("family:child", child_id)
    steps = road_of(facts_for(found, request.person))
    context = {"child": found.child, "steps": steps, "next": next_act(steps)}
    context["may_see_timetable"] = found.standing.may_read("advice")
    return render(request, "child/road.html", context)
