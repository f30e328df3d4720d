"""Files on the record: what they really are, where they lie, and whether they are safe to keep.

A file is kept under the digest of what is in it; the name it came with is only ever shown.
"""

import hashlib
import socket
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import filetype
from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from plait.access.lengths import NAME

CHUNK = 1 << 18
SNIFFED = 8192
MEGABYTE = 1024 * 1024
KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (.docx)",
    "application/vnd.oasis.opendocument.text": "OpenDocument (.odt)",
    "image/png": "PNG picture",
    "image/jpeg": "JPEG picture",
    "image/heic": "HEIC picture",
    "audio/mpeg": "MP3 recording",
    "audio/mp4": "M4A recording",
    "audio/ogg": "Ogg recording",
    "audio/x-wav": "WAV recording",
    "text/plain": "plain text",
}
# What a zip must hold to be the document its first bytes say it may be.
INSIDE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "content.xml": "application/vnd.oasis.opendocument.text",
}
MACROS = "vbaproject.bin"


class NotKept(ValueError):
    """A file that cannot be kept; its words say why and what to do."""


@dataclass(frozen=True)
class Kept:
    """A file that was stored: what it is, how long, and the digest it lies under."""

    media_type: str
    size: int
    sha256: str


def keep(upload: File) -> Kept:
    """Check a file and store it under its digest; the same file twice is stored once."""
    of_a_size(upload)
    media_type = what_it_is(upload)
    _scanned(upload)
    digest = hashlib.sha256()
    for chunk in _chunks(upload):
        digest.update(chunk)
    kept = Kept(media_type, upload.size, digest.hexdigest())
    if not default_storage.exists(place_of(kept.sha256)):
        upload.seek(0)
        default_storage.save(place_of(kept.sha256), File(upload))
    return kept


def of_a_size(upload: File) -> None:
    """Refuse an empty file, one larger than may be kept, and a name that does not fit, unread."""
    shown_name(upload.name or "")
    if not upload.size:
        raise NotKept("The file is empty. Choose the file again.")
    if upload.size > settings.PLAIT_LARGEST_DOCUMENT:
        most = settings.PLAIT_LARGEST_DOCUMENT // MEGABYTE
        raise NotKept(f"The file is larger than {most} MB. Make it smaller, or send it in parts.")


def opened(sha256: str) -> BinaryIO:
    """Open a stored file; `FileNotFoundError` when the storage has lost it."""
    return default_storage.open(place_of(sha256))


def place_of(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def shown_name(name: str) -> str:
    """A file's name as it may be shown and offered: no path and no control letters.

    One that does not fit is `NotKept`, for what it is called may be how somebody finds it again.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).strip() or "document"
    if len(shown) > NAME:
        raise NotKept(
            _("The name of the file has %(length)s letters, and %(most)s fit. Give it a shorter "
              "name, then send it again.") % {"length": len(shown), "most": NAME}
        )  # fmt: skip
    return shown


def what_it_is(upload: File) -> str:
    """Say a file's media type from its own bytes; what is not on the list is refused by name."""
    upload.seek(0)
    head = upload.read(SNIFFED)
    guess = filetype.guess(head)
    found = guess.mime if guess else ""
    if head.startswith(b"PK\x03\x04"):
        found = _what_zip(upload)
    elif not found and _is_text(upload):
        found = "text/plain"
    if found not in KINDS:
        listed = ", ".join(KINDS.values())
        raise NotKept(f"This kind of file cannot be kept here. Send one of: {listed}.")
    return found


def _what_zip(upload: File) -> str:
    upload.seek(0)
    try:
        with zipfile.ZipFile(upload.file) as parcel:
            names = parcel.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise NotKept("The file is damaged: it ends too soon or was changed on the way.") from None
    if any(name.lower().endswith(MACROS) for name in names):
        raise NotKept("The document holds a macro. Save it without macros, then send it again.")
    return next((kind for inside, kind in INSIDE.items() if inside in names), "")


def _is_text(upload: File) -> bool:
    """Whether the whole file is words in UTF-8 and no page that a browser would run."""
    upload.seek(0)
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    opening = text.lstrip()[:1]
    return opening != "<" and not any(ord(c) < 32 and c not in "\t\n\r\f" for c in text)


def _chunks(upload: File) -> Iterator[bytes]:
    upload.seek(0)
    while chunk := upload.read(CHUNK):
        yield chunk


def _scanned(upload: File) -> None:
    """Ask the virus scanner, where one is set; when it cannot answer nothing is kept."""
    if not settings.PLAIT_CLAMD:
        return
    try:
        answer = _ask_clamd(upload)
    except OSError:
        raise NotKept("The virus scanner does not answer. Try again in a few minutes.") from None
    if not answer.endswith("OK"):
        raise NotKept("The virus scanner found something harmful in the file. It was not kept.")


def _ask_clamd(upload: File) -> str:
    with socket.socket(socket.AF_UNIX) as scanner:
        scanner.settimeout(60)
        scanner.connect(settings.PLAIT_CLAMD)
        scanner.sendall(b"zINSTREAM\0")
        for chunk in _chunks(upload):
            scanner.sendall(len(chunk).to_bytes(4, "big") + chunk)
        scanner.sendall(bytes(4))
        return scanner.recv(4096).rstrip(b"\0\n").decode("utf-8", "replace")
