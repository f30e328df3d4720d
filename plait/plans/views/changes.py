"""What changed between two versions of a plan."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.plans import kept
from plait.plans.pages.changes import called, compared
from plait.plans.queries import versions_of
from plait.plans.views.doors import NOT_FOUND, kept_or_drawn


@require_GET
@signed_in
def changes(request: HttpRequest, version_id: int) -> HttpResponse:
    """Lay a version beside an earlier one; the one it was made from, unless another is chosen."""
    return kept_or_drawn(
        request,
        version_id,
        "plans/changes.html",
        lambda version, _: _changes(version, request.GET.get("from", "")),
        parts="what changed in the plan",
    )


def _changes(version: Any, wanted: str) -> dict[str, Any]:
    others = [one for one in versions_of(version.request_id) if one.number < version.number]
    before = _chosen(wanted, others)
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
    return page


def _chosen(wanted: str, others: list[Any]) -> Any:
    if not wanted:
        return others[0] if others else None
    for one in others:
        if str(one.pk) == wanted:
            return one
    raise Http404(NOT_FOUND)
