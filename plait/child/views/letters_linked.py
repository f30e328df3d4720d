"""One sent letter, read through a link by somebody without an account."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from plait.access.guards import for_guest
from plait.cases.actions_letters_sent import note_opened
from plait.cases.letter_files import KINDS, digest_of
from plait.cases.queries_letters import letter_behind_link
from plait.child.pages import letters as pages
from plait.child.views.doors import NOT_FOUND
from plait.child.views.letters import page_as_sent
from plait.child.views.letters_sent import handed_over


@require_GET
@for_guest("letter")
def letter(request: HttpRequest) -> HttpResponse:
    """Show the letter exactly as it went; that it was opened is on the record."""
    found = _behind(request)
    note_opened(letter=found, at=timezone.now())
    context = {
        "name": pages.name_of(found.kind), "page": page_as_sent(found),
        "files": pages.files_of(found),
    }  # fmt: skip
    return _private(render(request, "child/linked_letter.html", context))


@require_GET
@for_guest("letter")
def letter_file(request: HttpRequest, form: str) -> HttpResponse:
    """Hand over a file of the letter."""
    found = _behind(request)
    if form not in KINDS or not digest_of(found, form):
        raise Http404(NOT_FOUND)
    return handed_over(found, form)


def _behind(request: HttpRequest) -> Any:
    found = letter_behind_link(request.guest.row)
    if found is None:
        raise Http404(NOT_FOUND)
    return found


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
