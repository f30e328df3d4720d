"""Notes and documents: add, read, share, hide, remove; the file itself from a path of its own."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.cases import actions_papers as acts
from plait.cases.answers import answer
from plait.cases.documents import KINDS, opened
from plait.cases.queries import document_open_to, hidden_from
from plait.cases.queries_standing import Standing, standing_of
from plait.child import forms
from plait.child.views.doors import NOT_FOUND, may_or_refuse, note_look, open_child

EITHER = require_http_methods(["GET", "POST"])
# Even a file that a browser would run cannot do anything: it has no origin and loads nothing.
SANDBOX = "default-src 'none'; sandbox"


@EITHER
@signed_in
def add_note(request: HttpRequest, child_id: int) -> HttpResponse:
    """Write a note, for professionals or for the family too."""
    child, standing = open_child(request, child_id, parts="notes")
    may_or_refuse(standing, "note_family", to="write a note")
    form = forms.NoteForm(request.POST or None)
    _only_for_family(form, "readers", standing)
    return answer(
        request,
        "child/act.html",
        form,
        lambda given: acts.write_note(
            child=child,
            text=given["text"],
            for_family=given["readers"] == "family",
            by=request.person,
            at=timezone.now(),
        ),
        done="The note is on the record.",
        to=reverse("child:record", args=[child_id]),
        context={
            "child": child,
            "title": "Write a note",
            "lede": "",
            "button_words": "Keep the note",
        },
    )


@EITHER
@signed_in
def add_document(request: HttpRequest, child_id: int) -> HttpResponse:
    """Put a document on the record."""
    child, standing = open_child(request, child_id, parts="documents")
    may_or_refuse(standing, "document", to="add a document")
    form = forms.DocumentForm(request.POST or None, request.FILES or None)
    _only_for_family(form, "shared", standing)
    if not standing.may_write("document_own"):
        form.fields["shared"].choices = form.fields["shared"].choices[-2:]
        form.initial = {"shared": "professionals"}
    return answer(
        request,
        "child/upload.html",
        form,
        lambda given: acts.add_document(child=child, by=request.person, at=timezone.now(), **given),
        done="The document is on the record.",
        to=reverse("child:record", args=[child_id]),
        context={"child": child},
    )


def _only_for_family(form: forms.forms.Form, name: str, standing: Standing) -> None:
    """What a family writes is theirs to read: they are not asked who else may."""
    if standing.as_family:
        form.fields[name].initial = "family"
        form.fields[name].choices = form.fields[name].choices[-1:]


@require_GET
@signed_in
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show what is known of a document, and what may be done with it."""
    found, standing = _open_document(request, document_id, parts="a document")
    may = standing.may_write(acts.KIND_OF[found.shared]) and (
        not standing.as_family or found.written_by_id == request.person.user.pk
    )
    context = {
        "child": found.child,
        "document": found,
        "kind": KINDS.get(found.media_type, found.media_type),
        "may": may,
        "may_share": may and not standing.as_family,
        "hidden_from": hidden_from(found) if may and not standing.as_family else [],
    }
    return render(request, "child/document.html", context)


@require_GET
@signed_in
def document_file(request: HttpRequest, document_id: int) -> FileResponse:
    """Hand over the file, to be saved and never to be run in the page."""
    found, _ = _open_document(request, document_id, parts="a document's file")
    try:
        file = opened(found.sha256)
    except FileNotFoundError:
        raise Http404(
            "The file is missing from the store. Tell the system administrator."
        ) from None
    handed = FileResponse(
        file, as_attachment=True, filename=found.file_name, content_type=found.media_type
    )
    handed["X-Content-Type-Options"] = "nosniff"
    handed["Content-Security-Policy"] = SANDBOX
    handed["Cache-Control"] = "no-store"
    return handed


@EITHER
@signed_in
def share(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say anew who may open a document."""
    found, _ = _open_document(request, document_id, parts="a document")
    return answer(
        request,
        "child/act.html",
        forms.ShareForm(request.POST or None, initial={"shared": found.shared}),
        lambda given: acts.share_document(
            document=found, by=request.person, at=timezone.now(), **given
        ),
        done="Who may open the document is changed.",
        to=reverse("child:document", args=[document_id]),
        context=_act("Who may open this document?", "Save", found),
    )


@EITHER
@signed_in
def hide(request: HttpRequest, document_id: int) -> HttpResponse:
    """Hide a document from one person."""
    found, standing = _open_document(request, document_id, parts="a document")
    people = {tie.user_id: tie.user for tie in standing.ties if tie.user}
    people.pop(request.person.user.pk, None)
    return answer(
        request,
        "child/act.html",
        forms.HideForm(
            request.POST or None, people=[(key, user.name) for key, user in people.items()]
        ),
        lambda given: acts.hide_document(
            document=found,
            person=people[int(given["person"])],
            why=given["why"],
            by=request.person,
            at=timezone.now(),
        ),
        done="The document is hidden. To that person it now looks missing.",
        to=reverse("child:document", args=[document_id]),
        context=_act("Hide this document from a person", "Hide it", found),
    )


@EITHER
@signed_in
def remove(request: HttpRequest, document_id: int) -> HttpResponse:
    """Take a document off the record, with a reason."""
    found, _ = _open_document(request, document_id, parts="a document")
    return answer(
        request,
        "child/act.html",
        forms.WhyOnly(request.POST or None),
        lambda given: acts.remove_document(
            document=found, by=request.person, at=timezone.now(), **given
        ),
        done="The document is off the record. That it was here, and why it went, is kept.",
        to=reverse("child:record", args=[found.child_id]),
        context=_act("Remove this document", "Remove it", found),
    )


def _act(title: str, button_words: str, found: object) -> dict[str, object]:
    return {
        "child": found.child,
        "title": title,
        "lede": found.title,
        "button_words": button_words,
    }


def _open_document(request: HttpRequest, document_id: int, *, parts: str) -> tuple:
    found = document_open_to(request.person, document_id)
    if found is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, found.child_id)
    # Not its title: the family reads who looked, and may not be one of the document's readers.
    note_look(request, found.child_id, parts=parts, through=standing.through)
    return found, standing
