"""The timetable of a case: every legal day and every booked thing, in order."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.child.pages import timetable as pages
from plait.child.queries_road import facts_for
from plait.child.queries_timetable import days_of
from plait.child.views.doors import open_record


@require_safe
@signed_in
def timetable(request: HttpRequest, child_id: int) -> HttpResponse:
    """Lay out the case: what is booked, what it leaves, and what would breach."""
    found = open_record(request, child_id, parts="timetable of the case")
    if found.standing.as_family:
        return redirect("family:child", child_id)
    if not found.standing.may_read("advice"):
        raise Refused(
            "Your post does not open the advice, so the timetable is not shown.",
            who_can="The child's page shows the legal dates you may see.",
        )
    facts = facts_for(found, request.person)
    received = facts.case.request.received_on if facts.case else None
    table = pages.laid_out(facts, days_of(facts), received) if received else None
    may_correct = found.standing.may_write("case")
    context = {"child": found.child, "table": table, "may_correct": may_correct}
    return render(request, "child/timetable.html", context)
