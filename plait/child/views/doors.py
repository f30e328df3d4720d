"""What every view of one child does first: find the child, say how the reader stands, note it."""

from typing import Any

from django.http import Http404, HttpRequest

from plait.access.refusals import Refused
from plait.cases.queries import Record, child_open_to, record_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."


def open_child(
    request: HttpRequest, child_id: int, *, parts: str, for_staff: bool = False
) -> tuple[Any, Standing]:
    """Find a child the reader sees and note the reading; one they may not see looks missing.

    A page `for_staff` looks missing to the family, who have the same facts on a page of their own.
    """
    child = child_open_to(request.person, child_id)
    if child is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, child_id)
    if for_staff and standing.as_family:
        raise Http404(NOT_FOUND)
    note_look(request, child_id, parts=parts, through=standing.through)
    return child, standing


def open_record(request: HttpRequest, child_id: int, *, parts: str) -> Record:
    """Read the whole file of a child the reader sees, and note the reading."""
    record = record_open_to(request.person, child_id)
    if record is None:
        raise Http404(NOT_FOUND)
    note_look(request, child_id, parts=parts, through=record.standing.through)
    return record


def note_look(request: HttpRequest, child_id: int, *, parts: str, through: str) -> None:
    reader = request.person
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=through)


def may_or_refuse(standing: Standing, kind: str, *, to: str) -> None:
    """Refuse before a form is shown what the act itself would refuse after it is filled in."""
    if not standing.may_write(kind):
        raise Refused(
            f"You cannot {to} here: your tie to this child is for reading.",
            who_can="Ask the caseworker or the SEND team to do it.",
        )
