"""The dates of a case as a file for a diary."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.assessment.pages.appointments import events as booked_events
from plait.assessment.queries.appointments import to_come
from plait.cases.queries_dates import events_of, windows_of
from plait.child.pages import legal_dates
from plait.child.views.doors import open_record
from plait.standards.calendar_file import calendar


@require_GET
@signed_in
def dates_file(request: HttpRequest, child_id: int) -> HttpResponse:
    """Give open legal dates as a calendar; in general terms unless full words are asked for."""
    return calendar_answer(request, child_id)


def calendar_answer(request: HttpRequest, child_id: int) -> HttpResponse:
    """Write the file for staff or family: each has only the letters that are open to them."""
    record = open_record(request, child_id, parts="dates for a diary")
    today = request.person.today
    still_open, _ = legal_dates.in_order(record.clocks, today=today)
    windows = windows_of(record.letters, today=today)
    full = request.GET.get("words") == "full"
    events = events_of([shown.clock for shown in still_open], windows, name=record.child.name)
    events += booked_events(to_come(child_id, today=today), name=record.child.name)
    data = calendar(
        events, name="Plait", at=timezone.now(), general=not full
    )  # a diary's own name tells nothing
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="dates.ics"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
