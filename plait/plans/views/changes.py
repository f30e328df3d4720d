"""What changed between two versions of a plan."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.plans import kept
from plait.plans.pages.changes import called, compared
from plait.plans.queries import versions_of
from plait.plans.views.doors import NOT_FOUND, open_version


@require_GET
@signed_in
def changes(request: HttpRequest, version_id: int) -> HttpResponse:
    """Lay a version beside an earlier one; the one it was made from, unless another is chosen."""
    version, _ = open_version(request, version_id, parts="what changed in the plan")
    others = [one for one in versions_of(version.request_id) if one.number < version.number]
    before = _chosen(request.GET.get("from", ""), others)
    page = {
        "version": version,
        "child": version.child,
        "title": called(version),
        "others": [(one, called(one)) for one in others],
        "before": before,
    }
    if before:
        page["drawn"] = kept.drawn(
            "plans/changes_drawn.html",
            lambda: {"compared": compared(before, version), "title": page["title"]},
            before,
            version,
        )
    return render(request, "plans/changes.html", page)


def _chosen(wanted: str, others: list[Any]) -> Any:
    if not wanted:
        return others[0] if others else None
    for one in others:
        if str(one.pk) == wanted:
            return one
    raise Http404(NOT_FOUND)
