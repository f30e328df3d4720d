"""A letter sent, served or put aside; its files handed over exactly as they were sent."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.cases import actions_letters as drafts
from plait.cases import actions_letters_sent as acts
from plait.cases.answers import answer
from plait.cases.letter_files import KINDS, NotAsSent, as_sent, digest_of, file_name
from plait.cases.queries_letters import letter_open_to
from plait.cases.queries_standing import standing_of
from plait.child import forms_letters as forms
from plait.child.forms import WhyOnly
from plait.child.pages import letters as pages
from plait.child.views.doors import NOT_FOUND, may_or_refuse, note_look
from plait.child.views.letters import EITHER, TO, open_letter
from plait.child.views.papers import SANDBOX


@EITHER
@signed_in
def send(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Send a letter: after this nobody changes it."""
    found, standing = open_letter(request, letter_id)
    may_or_refuse(standing, "letter", to="send a letter")
    today = request.person.today
    form = forms.SendLetter(
        request.POST or None, unsafe=bool(drafts.warning_of(found)),
        initial={"dated_on": today, "sent_on": today},
    )  # fmt: skip
    return answer(
        request, "child/letter_send.html", form,
        lambda given: acts.send(letter=found, by=request.person, at=timezone.now(), **given),
        done="Sent, and kept exactly as it is.",
        to=reverse("child:letter", args=[letter_id]),
        context=_context(found),
    )  # fmt: skip


@EITHER
@signed_in
def served(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Record the day a letter reached its reader."""
    found, standing = open_letter(request, letter_id)
    may_or_refuse(standing, "letter", to="record that a letter was served")
    return answer(
        request, "child/act.html", forms.ServedLetter(request.POST or None),
        lambda given: acts.record_served(
            letter=found, by=request.person, at=timezone.now(), **given
        ),
        done="The day it was served is recorded.",
        to=reverse("child:letter", args=[letter_id]),
        context=_context(found)
        | {
            "title": "Record that it was served",
            "lede": f"{pages.name_of(found.kind)}, to {found.to_name}.",
            "button_words": "Record it",
        },
    )  # fmt: skip


@EITHER
@signed_in
def withdraw(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Put a draft aside, with a reason."""
    found, standing = open_letter(request, letter_id)
    may_or_refuse(standing, "letter", to=TO)
    return answer(
        request, "child/act.html", WhyOnly(request.POST or None),
        lambda given: drafts.withdraw(letter=found, by=request.person, at=timezone.now(), **given),
        done="The draft is put aside. It stays readable.",
        to=reverse("child:letters", args=[found.child_id]),
        context=_context(found)
        | {
            "title": "Put this draft aside",
            "lede": f"{pages.name_of(found.kind)}, to {found.to_name}.",
            "button_words": "Put it aside",
        },
    )  # fmt: skip


def _context(found: Any) -> dict[str, Any]:
    return {"child": found.child, "letter": found, "name": pages.name_of(found.kind)}


@require_GET
@signed_in
def letter_file(request: HttpRequest, letter_id: int, form: str) -> HttpResponse:
    """Hand over a sent letter's file, to its reader or to staff; the reading is noted."""
    found = letter_open_to(request.person, letter_id)
    digest = digest_of(found, form) if found and form in KINDS else ""
    if not digest:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, found.child_id)
    if not (standing.may_read("letter") or standing.as_family):
        raise Http404(NOT_FOUND)
    note_look(request, found.child_id, parts="a letter's file", through=standing.through)
    return handed_over(found, form)


def handed_over(found: Any, form: str) -> HttpResponse:
    """Give a letter's file as it was sent; the browser may run nothing of it."""
    try:
        data = as_sent(digest_of(found, form))
    except NotAsSent as why:
        raise Http404(f"{why} Tell the system administrator.") from None
    handed = HttpResponse(data, content_type=KINDS[form])
    handed["Content-Disposition"] = f'attachment; filename="{file_name(found, form)}"'
    handed["X-Content-Type-Options"] = "nosniff"
    handed["Content-Security-Policy"] = SANDBOX
    handed["Cache-Control"] = "no-store"
    return handed
