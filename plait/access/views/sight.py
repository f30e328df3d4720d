"""Who may see one child's record, by which tie or post, and until when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access import rights
from plait.access.guards import signed_in
from plait.access.queries import children, sight
from plait.access.require import through
from plait.access.views.asking import found
from plait.journal.actions import looked


@require_safe
@signed_in
def who_may_see(request: HttpRequest, child_id: int) -> HttpResponse:
    """List everybody to whom the record is open; a manager closes it from here."""
    reader = request.person
    child = found(children.child_of(reader, child_id))
    looked(
        area=reader.area,
        by=reader.user,
        parts="who may see",
        child=child,
        through=through(child.pk, reader),
    )
    context = {
        "child": child,
        "people": sight.who_may_see(reader, child.pk),
        "checks": sight.checks_of(reader, child.pk),
        "is_manager": reader.holds(rights.MANAGER),
        "is_officer": reader.holds(*rights.OFFICERS),
    }
    return render(request, "access/who_may_see.html", context)
