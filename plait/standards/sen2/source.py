"""Open what a partner sent and refuse, in one sentence, what is not a plain XML file."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from lxml import etree

from plait.standards.sen2.message import Unreadable

Source = str | Path | BinaryIO

_FIRST_BYTES: Final = {
    b"PK\x03\x04": "this is a zip archive or spreadsheet, not XML: unpack it and load the XML file",
    b"\x1f\x8b": "this is a gzip archive, not XML: unpack it and load the XML file",
    b"%PDF": "this is a PDF, not XML: load the XML file the case system wrote",
    b"\xff\xfe": "the file is in UTF-16: save it as UTF-8 and load it again",
    b"\xfe\xff": "the file is in UTF-16: save it as UTF-8 and load it again",
}
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_UTF8 = ("UTF-8", "UTF8", "US-ASCII", "ASCII")


def rewindable(source: Source) -> Source:
    """Give a source that can be read again from its start; a pipe is kept in a temporary file."""
    if isinstance(source, str | Path) or source.seekable():
        return source
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the message
    while chunk := source.read(1 << 20):
        kept.write(chunk)
    return kept


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Give a source as a binary file at its start, and close it again if it was opened here."""
    if not isinstance(source, str | Path):
        source.seek(0)
        yield source
        return
    try:
        file = Path(source).open("rb")  # noqa: SIM115 - closed below
    except OSError as broken:
        raise Unreadable(f"the file cannot be opened: {broken.strerror}") from broken
    with file:
        yield file


def events(file: BinaryIO, **wanted: Any) -> Iterator[tuple[str, etree._Element]]:
    """Walk a file's elements with every door to the outside shut; failures become sentences."""
    refuse_what_is_not_xml(file)
    shut = {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
    }
    plain = {"remove_comments": True, "remove_pis": True}
    try:
        yield from etree.iterparse(file, **shut, **plain, **wanted)
    except etree.XMLSyntaxError as broken:
        raise in_words(broken, file) from broken


def refuse_what_is_not_xml(file: BinaryIO) -> None:
    """Look at the first bytes and refuse empty files, archives and other encodings."""
    start = file.read(4096)
    file.seek(0)
    if not start.strip():
        raise Unreadable("the file is empty" if not start else "the file holds nothing but blanks")
    for first, why in _FIRST_BYTES.items():
        if start.startswith(first):
            raise Unreadable(why, 1)
    bare = start.removeprefix(b"\xef\xbb\xbf")
    if not bare.lstrip().startswith(b"<"):
        raise Unreadable("this is not XML: the file does not begin with <", 1)
    named = _ENCODING.match(bare)
    if named and named[1].decode().upper() not in _UTF8:
        raise Unreadable(
            f"the file says its encoding is {named[1].decode()}; it must be UTF-8: "
            "save it as UTF-8 and load it again",
            1,
        )


def refuse_a_doctype(root: Any, file: BinaryIO) -> None:
    """Refuse any document type declaration: no partner's file has one; entities can be a bomb."""
    if not root.getroottree().docinfo.doctype:
        return
    file.seek(0)
    before, found, _ = file.read(1 << 16).partition(b"<!DOCTYPE")
    raise Unreadable(
        "the file declares a document type (DOCTYPE or entities), which no file of a partner does: "
        "it is refused unread",
        before.count(b"\n") + 1 if found else 1,
    )


def in_words(broken: etree.XMLSyntaxError, file: BinaryIO) -> Unreadable:
    """Turn what the parser says into a sentence for the person who sent the file."""
    said, line = broken.msg or "", broken.lineno or 1
    if said == "no element found":  # the parser stopped without saying why; its log knows
        log: Any = broken.error_log
        said, line = log.last_error.message, log.last_error.line
    said = said.split(", line ")[0].strip().rstrip(".")
    lower = said.lower()
    if "premature end" in lower or _is_cut_off(file, line):
        return Unreadable("the file ends before it is complete; it looks cut off", line)
    if "encoding" in lower or "utf-8" in lower or "invalid byte" in lower:
        return Unreadable(
            "a character here is not UTF-8: save the file as UTF-8 and load it again",
            line,
        )
    if "entity" in lower and "not defined" in lower:
        return Unreadable(f"an entity is used that XML does not know ({said})", line)
    if "huge" in lower or "depth" in lower or "too long" in lower or "amplification" in lower:
        return Unreadable("one element is far larger or deeper than any such file has", line)
    return Unreadable(f"the XML is broken ({said})", line)


def _is_cut_off(file: BinaryIO, line: int) -> bool:
    """Say whether the parser stumbled over the last line of a file that does not close."""
    file.seek(0)
    lines, tail = 1, b""
    while chunk := file.read(1 << 20):
        lines += chunk.count(b"\n")
        tail = (tail + chunk)[-200:]
    closed = tail.rstrip().lower().endswith((b"</message>", b"</ctfile>"))
    return line >= lines and not closed
