"""Caseloads: who carries how much by the area's own rule, and sharing out, the lightest first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plait.access.actions import allocation
from plait.access.guards import for_roles
from plait.access.queries.children import Which
from plait.access.reader import Reader
from plait.cases.area_rules import get
from plait.cases.caseload import STAGES, weight
from plait.desk import queries_caseloads as queries
from plait.desk.pages_caseloads import rows
from plait.people.roles import Role
from plait.ui.words import plural


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.SEND_MANAGER.value, to="see who carries how much")
def caseloads(request: HttpRequest) -> HttpResponse:
    """Show every caseworker's load, and share out the cases that nobody has."""
    reader = request.person
    weights = get(reader.area, "weights")
    loads = queries.loads_of(reader)
    if request.method == "POST":
        done = share_out(reader, loads, weights)
        messages.success(request, f"{plural(done, 'case')} shared out, each to the lightest load.")
        return redirect("desk:caseloads")
    context = {
        "rows": rows(loads, weights),
        "rule": [(words, weights[stage]) for stage, words in STAGES.items()],
        "waiting": len(queries.waiting(reader)),
        "can_share": any(load.post.user_id != reader.user.pk for load in loads),
    }
    return render(request, "desk/caseloads.html", context)


def share_out(reader: Reader, loads: list[queries.Load], weights: dict[str, int]) -> int:
    """Give each case that nobody has to whoever carries least at that moment; say how many."""
    adds = {child: weights[stage] for child, stage in queries.waiting(reader).items()}
    weighed = allocation.Weighed(
        {load.post.user_id: weight(load.stages, weights) for load in loads}, adds
    )
    to = [load.post for load in loads if load.post.user_id != reader.user.pk]
    found = allocation.by_rule(
        which=Which(only=frozenset(adds)), to=to, by=reader, on=reader.today, weighed=weighed
    )
    return found.allocated
