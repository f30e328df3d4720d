"""The paragraphs of a Word or PDF report, read in a process of its own that may not grow.

`python -m plait.standards.report_text application/pdf < report` prints a JSON list of paragraphs,
or {"refused": "..."} with the sentence to show. A file made to hurt ends this process, not ours.
"""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
SECONDS = 20
MEMORY = 1 << 30
UNPACKED_AT_MOST = 60 * 1024 * 1024  # of the parts that hold words
PAGES_AT_MOST = 300
SHORTEST = 3  # letters: page numbers and stray marks are no paragraph
ENDS = re.compile(r"[.!?:;]['”’\")\]]?$")
BULLET = re.compile(r"^(?:[•▪–\-*]|\(?[0-9a-z]{1,2}[.)])\s+", re.IGNORECASE)


class NotRead(ValueError):
    """A report whose words cannot be read; the message says what to do."""


def paragraphs(data: bytes, media_type: str) -> list[str]:
    """Give the paragraphs of a report in order, without empty ones and page numbers."""
    found = _word(data) if media_type == WORD else _pdf(data)
    clean = (" ".join(one.split()) for one in found)
    return [one for one in clean if sum(letter.isalpha() for letter in one) >= SHORTEST]


def _word(data: bytes) -> Iterator[str]:
    from docx import Document
    from docx.table import Table

    _not_a_bomb(data)
    try:
        parts = Document(io.BytesIO(data)).iter_inner_content()
        for part in parts:
            if isinstance(part, Table):
                yield from (_row(row.cells) for row in part.rows)
            else:
                yield part.text
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as why:
        raise NotRead("The Word file is damaged. Save it anew in Word, then send it.") from why


def _row(cells: Iterable[object]) -> str:
    """One row of a table as one passage; a cell that spans several is said once."""
    texts = [str(getattr(cell, "text", "")).strip() for cell in cells]
    return " | ".join(dict.fromkeys(text for text in texts if text))


def _not_a_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parcel:
            size = sum(one.file_size for one in parcel.infolist())
    except zipfile.BadZipFile as why:
        raise NotRead("The Word file is damaged. Save it anew in Word, then send it.") from why
    if size > UNPACKED_AT_MOST:
        raise NotRead("The Word file unpacks to more than 60 MB. Take large pictures out of it.")


def _pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise NotRead("The PDF is locked with a password. Save it without one, then send it.")
        if len(reader.pages) > PAGES_AT_MOST:
            raise NotRead(f"The PDF has more than {PAGES_AT_MOST} pages. Send it in parts.")
        for page in reader.pages:
            yield from joined(page.extract_text().splitlines())
    except (PyPdfError, KeyError, ValueError, TypeError, AttributeError, RecursionError) as why:
        if isinstance(why, NotRead):
            raise
        raise NotRead("The PDF is damaged. Print it to a PDF anew, then send it.") from why


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Join the lines of a page into paragraphs: a new one after a full stop on a short line."""
    held: list[str] = []
    page = [line.strip() for line in lines]
    width = max(map(len, page), default=0)
    for line in page:
        if held and (not line or BULLET.match(line) or _ended(held[-1], width)):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def _ended(line: str, width: int) -> bool:
    """Whether a paragraph ends here: at a stop before the margin, or in a heading's short line."""
    return len(line) < 0.5 * width or bool(ENDS.search(line) and len(line) < 0.85 * width)


def main() -> int:
    """Read standard input under limits of time and memory, and print what was found."""
    _limited()
    try:
        found: object = paragraphs(sys.stdin.buffer.read(), sys.argv[1])
    except NotRead as why:
        found = {"refused": str(why)}
    json.dump(found, sys.stdout)
    return 0


def _limited() -> None:
    try:
        import resource
    except ImportError:  # a system without limits still has the parent's clock
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    raise SystemExit(main())
