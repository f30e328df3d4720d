"""What every view of a version does first: find it, say how the reader stands, note the look."""

from typing import Any

from django.http import Http404, HttpRequest

from plait.access.refusals import Refused
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked
from plait.plans.queries import version_open_to

NOT_FOUND = "There is no such plan, or it is not open to you."


def open_version(request: HttpRequest, version_id: int, *, parts: str = "") -> tuple[Any, Standing]:
    """Find a version the reader sees; with `parts` the look is noted."""
    version = version_open_to(request.person, version_id)
    if version is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, version.child_id)
    if parts:
        reader = request.person
        looked(
            area=reader.area, by=reader.user, child=version.child_id, parts=parts,
            through=standing.through,
        )  # fmt: skip
    return version, standing


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
