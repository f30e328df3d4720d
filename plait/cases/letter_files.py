"""The files of a sent letter: made once, kept under their digests, never made anew."""

import hashlib
import re
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from plait.cases.documents import opened, place_of
from plait.cases.models import Letter
from plait.standards.paper import Paper
from plait.ui.paper import NoPdf, paper_html, paper_pdf, paper_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"pdf": "application/pdf", "docx": WORD}


class NotAsSent(RuntimeError):
    """A kept file is gone or is no longer what was sent; the message says which."""


@dataclass(frozen=True)
class Files:
    """The digests a letter's files lie under; no PDF where none can be made, and why."""

    word: str
    page: str
    pdf: str = ""
    no_pdf: str = ""


def make_files(paper: Paper) -> Files:
    """Print a letter in each form and keep every one."""
    word, page = keep_ours(paper_word(paper)), keep_ours(paper_html(paper).encode())
    try:
        return Files(word, page, pdf=keep_ours(paper_pdf(paper)))
    except NoPdf as why:
        return Files(word, page, no_pdf=str(why))


def keep_ours(data: bytes) -> str:
    """Keep what we made ourselves under its digest; the same bytes are stored once."""
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(place_of(digest)):
        default_storage.save(place_of(digest), ContentFile(data))
    return digest


def as_sent(digest: str) -> bytes:
    """Read a kept file; `NotAsSent` where it is gone or was changed."""
    if not digest:
        raise NotAsSent("The letter has no such file.")
    try:
        with opened(digest) as file:
            data = file.read()
    except FileNotFoundError:
        raise NotAsSent(f"The file {digest[:12]} of a letter is missing from the store.") from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise NotAsSent(f"The file {digest[:12]} of a letter is not what was sent.")
    return data


def digest_of(letter: Letter, form: str) -> str:
    """Give the digest of one form of a sent letter, or nothing where it has none."""
    return {
        "pdf": letter.pdf_sha256, "docx": letter.word_sha256, "page": letter.facts.get("page", ""),
    }.get(form, "")  # fmt: skip


def file_name(letter: Letter, form: str) -> str:
    """Name a file by its kind and day alone: a name is read over shoulders, and by others."""
    kind = re.sub(r"[^a-z-]", "", letter.kind) or "letter"
    day = f"-{letter.dated_on.isoformat()}" if letter.dated_on else ""
    return f"letter-{kind}{day}.{form}"
