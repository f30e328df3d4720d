"""What every page of advice does first: find the child, the request, the advice; note the look."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plait.access.refusals import Refused
from plait.assessment.actions.advice_giving import WrittenMeanwhile
from plait.assessment.queries import advice as queries
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.cases.documents import NotKept, opened
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import Standing, standing_of
from plait.journal.actions import looked

NOT_FOUND = "There is no such record, or it is not open to you."
SANDBOX = "default-src 'none'; sandbox"
REFUSALS = (OutOfOrder, ChangedMeanwhile, NotKept, WrittenMeanwhile)


def open_child(
    request: HttpRequest, child_id: int, *, parts: str, for_staff: bool = True
) -> tuple[Any, Standing]:
    """Find a child whose advice the reader may read; the family has pages of its own."""
    child = child_open_to(request.person, child_id)
    standing = standing_of(request.person, child_id) if child else None
    if child is None or standing is None or (for_staff and standing.as_family):
        raise Http404(NOT_FOUND)
    if not standing.may_read("advice"):
        raise Refused(
            "Your tie to this child does not open advice.",
            who_can="The caseworker or the SEND team can tell you what you need.",
        )
    reader = request.person
    looked(area=reader.area, by=reader.user, child=child_id, parts=parts, through=standing.through)
    return child, standing


def may_or_refuse(standing: Standing, kind: str, *, to: str) -> None:
    """Refuse before a form is shown what the act would refuse after it is filled in."""
    if not standing.may_write(kind):
        raise Refused(
            f"You cannot {to} here: your tie to this child is for reading.",
            who_can="Ask the caseworker or the SEND team to do it.",
        )


def request_or_404(request: HttpRequest, child_id: int) -> Any:
    found = queries.request_in_hand(request.person, child_id)
    if found is None:
        raise Http404("No request for an assessment is on this record.")
    return found


def one_or_404(child_id: int, advice_id: int) -> Any:
    found = queries.advice_one(child_id, advice_id)
    if found is None:
        raise Http404(NOT_FOUND)
    return found


def words_of(why: Exception) -> str:
    """A refusal as one sentence for the page."""
    return f"{why.why} {why.who_can}".strip() if isinstance(why, Refused) else str(why)


def answer(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    *,
    to: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Show a form, or do its act and say what it gives; what is refused is said on the form."""
    if request.method == "POST" and form.is_valid():
        try:
            done = act(form.cleaned_data)
        except (Refused, *REFUSALS) as why:
            form.add_error(None, words_of(why))
        else:
            messages.success(request, done)
            return redirect(to)
    status = 422 if form.is_bound else 200
    return render(request, "assessment/advice_act.html", {"form": form, **context}, status=status)


def file_answer(held: dict[str, Any]) -> HttpResponse:
    """Hand a kept file over, to be saved and never to be run in the page."""
    try:
        file = opened(held["sha256"])
    except (KeyError, FileNotFoundError):
        raise Http404("There is no such file here.") from None
    from django.http import FileResponse

    handed = FileResponse(
        file, as_attachment=True, filename=held["file_name"], content_type=held["media_type"]
    )
    handed["X-Content-Type-Options"] = "nosniff"
    handed["Content-Security-Policy"] = SANDBOX
    handed["Cache-Control"] = "no-store"
    return handed
