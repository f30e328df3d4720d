"""Letters as the family reads them, and the dates of the case for a diary."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.cases.queries_letters import sent_to
from plait.child.pages import letters as letter_pages
from plait.child.views.diary import calendar_answer
from plait.child.views.doors import NOT_FOUND, open_child
from plait.child.views.letters import page_as_sent
from plait.family.pages import letters as pages


@require_GET
@signed_in
def letter(request: HttpRequest, child_id: int, letter_id: int) -> HttpResponse:
    """Show a letter that was sent to the reader, exactly as it went."""
    child, standing = open_child(request, child_id, parts="a letter")
    found = sent_to(request.person, child_id).filter(pk=letter_id).first()
    if found is None or not standing.as_family:
        raise Http404(NOT_FOUND)
    context = {
        "child": child,
        "letter": found,
        "name": letter_pages.name_of(found.kind),
        "days": pages.days_of(found),
        "windows": pages.my_windows([found], today=request.person.today),
        "page": page_as_sent(found),
        "files": letter_pages.files_of(found),
    }
    return render(request, "family/letter.html", context)


@require_GET
@signed_in
def dates_file(request: HttpRequest, child_id: int) -> HttpResponse:
    """Give my child's dates for a diary; in general terms unless I choose full words."""
    _, standing = open_child(request, child_id, parts="dates for a diary")
    if not standing.as_family:
        raise Http404(NOT_FOUND)
    return calendar_answer(request, child_id)
