"""Find a child by name, number or birth date; only those open to the reader are found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.access.emergency_sql import BREAKS_GLASS
from plait.access.guards import signed_in
from plait.child.pages.search import asked_for, found_rows
from plait.child.queries import (
    FOUND_AT_MOST,
    found_by_birth_date,
    found_by_name,
    found_by_number,
)
from plait.journal.actions import looked

ROUTES = {
    "birth date": found_by_birth_date,
    "number": found_by_number,
    "name": found_by_name,
}


@require_GET
@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Search once, and note the list as one reading."""
    reader = request.person
    question = asked_for(request.GET.get("q", ""))
    children = ROUTES[question.by](reader, question.value) if question.by else []
    shown = children[:FOUND_AT_MOST]
    if shown:
        ids = [child.pk for child in shown]
        parts = f"search by {question.by}, {len(ids)} found"
        looked(area=reader.area, by=reader.user, children=ids, parts=parts, through="")
    context = {
        "question": question,
        "rows": found_rows(shown, today=reader.today),
        "more": len(children) > FOUND_AT_MOST,
        "most": FOUND_AT_MOST,
        "may_break_glass": reader.holds(*BREAKS_GLASS),
    }
    return render(request, "child/search.html", context)
