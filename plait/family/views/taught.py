"""Where my child is taught beside or instead of full-time school, as it is recorded."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import signed_in
from plait.attendance.queries import part_time
from plait.child.views.doors import NOT_FOUND, open_child
from plait.family.pages import taught as pages
from plait.family.queries import is_young_person
from plait.provision.queries import alternative, eotas, missing
from plait.provision.queries.at_home import entries_of


@require_safe
@signed_in
def taught(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show each arrangement: why, to what end, until when, and what was said of it."""
    child, standing = open_child(request, child_id, parts="where the child is taught")
    if not standing.as_family or not standing.may_read("provision"):
        raise Http404(NOT_FOUND)
    today = request.person.today
    context = {
        "child": child,
        "own": is_young_person(request.person),
        "at_home": standing.may_read("home_education") and entries_of(child_id),
        "part_time": [pages.part_time(one, today) for one in part_time.of_child(child_id)],
        "placements": [
            pages.placement(one.row, alternative.reviews_of(one.row), today)
            for one in alternative.placements_of(child_id, today)
        ],
        "packages": [pages.package(one) for one in eotas.packages_of(child_id, today)],
        "ways": [pages.way(one, today) for one in missing.ways_of(child_id)],
    }
    return render(request, "family/taught.html", context)
