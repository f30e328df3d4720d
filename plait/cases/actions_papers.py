"""Notes and documents: written, shared, hidden from a person, removed; each act in the journal."""

from datetime import datetime

from django.core.files import File
from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, setting_for, through
from plait.cases.documents import keep, shown_name
from plait.cases.models import Document, Note
from plait.journal import actions as journal
from plait.people.models import Child, User

KIND_OF = {"authors": "document_own", "professionals": "document_pro", "family": "document"}


@transaction.atomic
def write_note(*, child: Child, text: str, for_family: bool, by: Reader, at: datetime) -> Note:
    """Write a note for professionals, or one that the family reads too."""
    kind = "note_family" if for_family else "note"
    require_write(kind, child=child, by=by, to="write a note")
    note = Note.objects.create(
        area=by.area, child=child, text=text, for_family=for_family, written_by=by.user, at=at
    )
    _tell("note_written", child, by, at, note=note.pk, for_family=for_family)
    return note


@transaction.atomic
def add_document(
    *, child: Child, upload: File, title: str, shared: str, by: Reader, at: datetime
) -> Document:
    """Keep a file on the record; `NotKept` says why it cannot be kept."""
    require_write(KIND_OF[shared], child=child, by=by, to="add a document shared in this way")
    kept = keep(upload)
    document = Document.objects.create(
        area=by.area,
        child=child,
        title=title,
        file_name=shown_name(upload.name or ""),
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        shared=shared,
        written_by=by.user,
        organisation_id=setting_for(child.pk, by),
        at=at,
    )
    _tell("document_added", child, by, at, document=document.pk, shared=shared, sha256=kept.sha256)
    return document


@transaction.atomic
def share_document(*, document: Document, shared: str, by: Reader, at: datetime) -> None:
    """Say anew who may open a document; its author or the caseworker decides."""
    child = document.child
    _keeper(document, by, "change who may open a document")
    require_write(KIND_OF[shared], child=child, by=by, to="share a document in this way")
    was, document.shared = document.shared, shared
    document.save(update_fields=["shared"])
    _tell("document_shared", child, by, at, document=document.pk, shared=shared, was=was)


@transaction.atomic
def hide_document(*, document: Document, person: User, why: str, by: Reader, at: datetime) -> None:
    """Hide a document from one person, whatever their tie."""
    _keeper(document, by, "hide a document")
    if person.pk == by.user.pk:
        raise Refused("You cannot hide a document from yourself.", who_can="Ask a colleague.")
    say_why(why)
    document.hidden_from.add(person)
    _tell("document_hidden", document.child, by, at, why, document=document.pk, person=person.pk)


@transaction.atomic
def remove_document(*, document: Document, why: str, by: Reader, at: datetime) -> None:
    """Take a document off the record; that it was here, who removed it and why are kept."""
    _keeper(document, by, "remove a document")
    say_why(why)
    document.removed_at, document.removed_why = at, why
    document.save(update_fields=["removed_at", "removed_why"])
    _tell("document_removed", document.child, by, at, why, document=document.pk)


def _keeper(document: Document, by: Reader, to: str) -> None:
    """Only those who may write documents of this kind here; a parent only their own."""
    require_write(KIND_OF[document.shared], child=document.child, by=by, to=to)
    if by.roles <= {"parent", "young_person"} and document.written_by_id != by.user.pk:
        raise Refused(
            f"You cannot {to} that somebody else wrote.",
            who_can="Ask the caseworker, or the person who wrote it.",
        )


def _tell(
    what: str, child: Child, by: Reader, at: datetime, why: str = "", **facts: object
) -> None:
    journal.write(
        what,
        area=by.area,
        child=child,
        by=by.user,
        through=through(child.pk, by),
        why=why,
        at=at,
        **facts,
    )
