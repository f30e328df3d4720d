"""What each page of a child's attendance does first: find the child, ask, note the look."""

from typing import Any

from django.http import Http404, HttpRequest

from plait.access.refusals import Refused
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."


def open_attendance(
    request: HttpRequest, child_id: int, *, parts: str, kind: str = "attendance"
) -> tuple[Any, Standing]:
    """Find a child whose attendance the reader may read; the family has a page of its own."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_read(kind):
        raise Refused(
            f"The attendance of {child.name} is for those who must see that the child is taught, "
            "with a tie to the child. Yours does not open it.",
            who_can="The SENCO, the attendance officer or the caseworker can tell you what you "
            "need for your work.",
        )
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing
