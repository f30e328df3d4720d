"""Where one child is taught, part by part; and the registers, each for those who may read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import for_roles, signed_in
from plait.people.roles import Role
from plait.provision.pages import alternative as ap_pages
from plait.provision.pages import at_home as home_pages
from plait.provision.pages import elsewhere as elsewhere_pages
from plait.provision.pages import registers
from plait.provision.queries import alternative, at_home, eotas, missing
from plait.provision.views.doors import open_for

OFFICERS = (
    Role.SEND_MANAGER, Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.CASEWORKER,
    Role.SENCO, Role.SOCIAL_CARE, Role.DATA_OFFICER,
)  # fmt: skip


@require_safe
@for_roles(*OFFICERS, to="see where children are taught who are not in full-time school")
def elsewhere(request: HttpRequest) -> HttpResponse:
    """The registers that the reader may read."""
    context = {"rooms": registers.open_to(request.person)}
    return render(request, "provision/elsewhere.html", context)


@require_safe
@signed_in
def child(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show where a child is taught, as far as the reader's post reaches."""
    found_child, standing = open_for(request, child_id, "", parts="where the child is taught")
    context: dict[str, object] = {"child": found_child, "standing": standing}
    today = request.person.today
    if standing.may_read("home_education"):
        context["home"] = [
            (one, home_pages.SUITABLE[one.suitable]) for one in at_home.entries_of(child_id)
        ]
    if standing.may_read("provision"):
        lines = alternative.placements_of(child_id, today)
        context["placements"] = [ap_pages.row(one) for one in lines]
        found = eotas.packages_of(child_id, today)
        context["packages"] = [elsewhere_pages.package(one) for one in found]
        context["ways"] = [
            (one, elsewhere_pages.way_words(one, today)) for one in missing.ways_of(child_id)
        ]
    if standing.may_read("missing"):
        context["notices"] = [
            (one, elsewhere_pages.notice_words(one, today)) for one in missing.notices_of(child_id)
        ]
    return render(request, "provision/child.html", context)
