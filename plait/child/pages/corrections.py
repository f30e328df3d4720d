"""The dates of a case as a list to correct, and what one of them said before."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from plait.cases.dated_facts import DatedRow, rows_of
from plait.cases.models import Request
from plait.journal.models import Change
from plait.people.models import Child
from plait.ui.tables import Cell
from plait.ui.words import long_day, moment, short_day


def date_rows(child: Child, requests: Iterable[Request]) -> list[dict[str, object]]:
    """Give every date of every request, with a way to correct it."""
    return [_row(child, dated) for request in requests for dated in rows_of(request)]


def _row(child: Child, dated: DatedRow) -> dict[str, object]:
    href = reverse("child:correct", args=[child.pk, dated.fact.key, dated.row.pk])
    value = dated.value
    return {
        "fact": Cell(dated.fact.words, note=_which(dated)),
        "date": short_day(value) if value else "No date",
        "act": Cell("Correct" if value else "Add", href=href),
    }


def _which(dated: DatedRow) -> str:
    """Tell placements and reviews apart by what else is known of them."""
    organisation = getattr(dated.row, "organisation", None)
    if organisation:
        return organisation.name
    meeting = getattr(dated.row, "meeting_on", None)
    if meeting and dated.fact.column != "meeting_on":
        return f"Review of {short_day(meeting)}"
    return ""


def past_values(
    changes: Iterable[Change], column: str, now: date | None
) -> list[tuple[str, str, str]]:
    """Say what one date was before each change that touched it, newest first."""
    said, newer = [], now.isoformat() if now else None
    for change in changes:
        was = (change.was or {}).get(column)
        if was != newer:
            day = long_day(date.fromisoformat(was)) if was else "no date"
            said.append((f"Until {moment(change.at)}", f"It said {day}", change.why))
        newer = was
    return said
