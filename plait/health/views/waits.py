"""Waits by service: who waits, how long, why in this order, and what they got meanwhile."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import for_roles
from plait.health.forms.waits import WaitsForm
from plait.health.pages import waits as pages
from plait.health.queries.waiting import by_service, waiting
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.ui.downloads import csv_answer

A_PAGE = 25
CSV_MOST = 20_000
READERS = (Role.DCO.value, Role.HEALTH_ADVISER.value, Role.SEND_MANAGER.value)


@require_safe
@for_roles(*READERS, to="see who waits for health services")
def waits(request: HttpRequest) -> HttpResponseBase:
    """List those who wait, need that grew first and then the longest, and count by service."""
    reader = request.person
    form = WaitsForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = waiting(reader, **chosen)
    if request.GET.get("as") == "csv":
        some = found[:CSV_MOST]
        _note(request, some, "Waits for health, saved as CSV")
        return csv_answer("waits", pages.HEADINGS, pages.as_csv(some, today=reader.today))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    lines = by_service(found)
    _note(request, [*page, *(one for line in lines for one in line.longest)], "Waits for health")
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "form": form,
        "page": page,
        "rows": pages.rows(page, today=reader.today),
        "services": pages.service_rows(lines),
        "sentence": pages.sentence(found, for_all=reader.sees_all("health")),
        "csv_href": f"?{query.urlencode()}",
        "gives_advice": reader.holds(Role.HEALTH_ADVISER.value),
    }
    return render(request, "health/waits.html", context)


def _note(request: HttpRequest, found, parts: str) -> None:
    reader, ids = request.person, sorted({one.episode.child_id for one in found})
    looked(area=reader.area, by=reader.user, parts=parts, children=ids)
