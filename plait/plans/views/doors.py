"""What every view of a version does first: find it, say how the reader stands, note the look."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from plait.access import kept_pages
from plait.access.refusals import Refused
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked
from plait.plans.queries import version_open_to
from plait.plans.queries_page import Answer, rows_of_page

NOT_FOUND = "There is no such plan, or it is not open to you."


def open_version(request: HttpRequest, version_id: int, *, parts: str = "") -> tuple[Any, Standing]:
    """Find a version the reader sees; with `parts` the look is noted."""
    version = version_open_to(request.person, version_id)
    if version is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, version.child_id)
    if parts:
        _note(request, version.child_id, parts=parts, through=standing.through)
    return version, standing


def _note(request: HttpRequest, child: int, *, parts: str, through: str) -> None:
    reader = request.person
    looked(area=reader.area, by=reader.user, child=child, parts=parts, through=through)


def kept_or_drawn(
    request: HttpRequest,
    version_id: int,
    template: str,
    context: Callable[[Any, Standing], dict[str, Any]],
    *,
    parts: str,
) -> HttpResponse:
    """Answer with a page of a version, drawn once for the same rows; every look is noted."""

    def rows() -> Answer:
        return rows_of_page(version_id, today=request.person.today)

    found = rows()
    if held := kept_pages.find(request, found):
        child, through = held.told
        _note(request, child, parts=parts, through=through)
        return kept_pages.again(request, held)
    version, standing = open_version(request, version_id, parts=parts)
    return kept_pages.drawn(
        request,
        found,
        template,
        lambda: context(version, standing),
        told=(version.child_id, standing.through),
        still=rows,
    )


def open_to_writers(request: HttpRequest, version_id: int, *, parts: str = "") -> Any:
    """Find a version for somebody who may write it; others are told who can."""
    version, standing = open_version(request, version_id, parts=parts)
    if not standing.may_write("plan_draft"):
        raise Refused(
            "You cannot write this plan: your tie to this child is for reading.",
            who_can="Ask the caseworker or the SEND team to do it.",
        )
    return version


def open_to_staff(request: HttpRequest, child_id: int, *, parts: str) -> tuple[Any, Standing]:
    """Find a child whose plan the reader may read; the family has pages of its own."""
    child = child_open_to(request.person, child_id)
    standing = standing_of(request.person, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_read("plan"):
        raise Refused(
            "Your tie to this child does not open its plan.",
            who_can="The caseworker or the SEND team can tell you what you need.",
        )
    reader = request.person
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing
