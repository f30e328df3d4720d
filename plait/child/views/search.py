"""Find a child by name, number or birth date; only those open to the reader are found."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plait.access import kept_pages
from plait.access.emergency_sql import BREAKS_GLASS
from plait.access.guards import signed_in
from plait.child.pages.search import Question, asked_for, found_rows
from plait.child.queries_search import FOUND_AT_MOST, ask_for, children_in
from plait.journal.actions import looked


@require_GET
@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Search once, and note the list as one reading."""
    question = asked_for(request.GET.get("q", ""))
    answer = ask_for(request.person, question.by, question.value)
    if held := kept_pages.find(request, (answer,)):
        response, shown = kept_pages.again(request, held), held.told
    else:
        response, shown = _drawn(request, question, answer)
    if shown:
        parts = f"search by {question.by}, {len(shown)} found"
        reader = request.person
        looked(area=reader.area, by=reader.user, children=shown, parts=parts, through="")
    return response


def _drawn(request: HttpRequest, question: Question, answer: str) -> tuple[HttpResponse, list[int]]:
    """Draw what was found, and say whom it shows."""
    reader, children = request.person, children_in(answer)
    shown = children[:FOUND_AT_MOST]
    context = {
        "question": question,
        "rows": found_rows(shown, today=reader.today),
        "more": len(children) > FOUND_AT_MOST,
        "most": FOUND_AT_MOST,
        "may_break_glass": reader.holds(*BREAKS_GLASS),
    }
    ids = [child.pk for child in shown]
    response = kept_pages.drawn(request, (answer,), "child/search.html", lambda: context, told=ids)
    return response, ids
