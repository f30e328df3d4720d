"""A report somebody sends: what kinds are taken, and its paragraphs, read at arm's length."""

import json
import subprocess
import sys
from pathlib import Path

from django.core.files import File

from plait.access.lengths import PASSAGE
from plait.cases.documents import Kept, NotKept, keep, of_a_size, what_it_is
from plait.standards.report_text import PDF, SECONDS, WORD

AT_MOST = 400  # paragraphs of one report
ROOT = Path(__file__).resolve().parents[2]
NOT_READ = "The words of this file could not be read. Save it anew as Word or PDF, then send it."


def take(upload: File) -> tuple[Kept, list[str]]:
    """Keep a report and give its paragraphs; what cannot be read is refused and nothing is kept.

    Neither Word nor PDF, whatever it is called, is refused; so is a macro, by name.
    """
    of_a_size(upload)
    media_type = what_it_is(upload)
    if media_type not in (WORD, PDF):
        raise NotKept("A report is a Word (.docx) or a PDF file. Save it as one of these.")
    upload.seek(0)
    read = _paragraphs(upload.read(), media_type)
    found = [piece for text in read for piece in pieces(text)]
    if len(found) > AT_MOST:
        raise NotKept(f"The report has more than {AT_MOST} paragraphs. Send it in parts.")
    return keep(upload), found


def pieces(text: str, most: int = PASSAGE) -> list[str]:
    """Divide words that no passage holds, after a sentence where there is one; none is lost."""
    found = []
    while len(text) > most:
        at = text.rfind(". ", 0, most) + 1 or text.rfind(" ", 0, most) + 1 or most
        found.append(text[:at].strip())
        text = text[at:].strip()
    return [*found, text]


def _paragraphs(data: bytes, media_type: str) -> list[str]:
    """Read a report in another process with its own limits: a file made to hurt hurts nobody."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "plait.standards.report_text", media_type],
            input=data, capture_output=True, check=False, timeout=2 * SECONDS, cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotKept(NOT_READ) from None
    if done.returncode:
        raise NotKept(NOT_READ)
    found = json.loads(done.stdout)
    if isinstance(found, dict):
        raise NotKept(found["refused"])
    return list(found)
