"""What every view of one child does first here: find the child, say how one stands, note it."""

from typing import Any

from django.http import Http404, HttpRequest

from plait.access.refusals import Refused
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."


def open_child(request: HttpRequest, child_id: int, *, parts: str) -> tuple[Any, Standing]:
    """Find a child for a page of those who work on the case; the family's pages are elsewhere."""
    child = child_open_to(request.person, child_id)
    if child is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, child_id)
    if standing.as_family:
        raise Http404(NOT_FOUND)
    reader = request.person
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing


def may_or_refuse(standing: Standing, kind: str, *, to: str) -> None:
    """Refuse before a form is shown what the act itself would refuse after it is filled in."""
    if not standing.may_write(kind):
        raise Refused(
            f"You cannot {to} here: your tie to this child is for reading.",
            who_can="Ask the caseworker or the SEND team to do it.",
        )
