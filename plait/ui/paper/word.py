"""A paper as Word: real headings, language, table headings, pictures' words, and no macros."""

import io
import zipfile
from datetime import UTC, datetime, time
from typing import Any

from plait.standards.paper import Paper
from plait.ui.paper.large import for_large_print
from plait.ui.paper.readable import labelled, made_on, readable
from plait.ui.paper.word_blocks import Writer
from plait.ui.paper.word_styles import dress

ALWAYS = (1980, 1, 1, 0, 0, 0)  # the day a zip's clock begins: its files carry no other
NOT_OURS = "docProps/thumbnail.jpeg"  # a picture of the library's own empty page


def paper_word(paper: Paper, *, large: bool = False) -> bytes:
    """Write the paper as .docx; the same paper gives the same bytes."""
    from docx import Document

    if large:
        paper = for_large_print(paper)
    document = Document()
    dress(document, paper, large=large)
    _describe(document, paper)
    writer = Writer(document, right_to_left=paper.direction == "rtl", large=large)
    if paper.logo:
        writer.picture(paper.logo, to_the_end=not large)
    writer.lines(paper.sender, to_the_end=not large)
    writer.lines(paper.address)
    writer.lines(tuple(f"{name}: {words}" for name, words in labelled(paper)))
    writer.heading(paper.title, 1)
    writer.blocks(paper.blocks)
    _footer(writer, document, paper)
    return _packed(document)


def _describe(document: Any, paper: Paper) -> None:
    core = document.core_properties
    core.title = readable(paper.title)[:255]
    core.author = core.last_modified_by = readable(paper.sender[0] if paper.sender else "")[:255]
    core.language = paper.language
    core.comments = core.keywords = core.subject = core.category = ""
    core.revision = 1
    core.created = core.modified = datetime.combine(made_on(paper), time(), UTC)


def _footer(writer: Writer, document: Any, paper: Paper) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    if paper.footer:
        writer.run(paragraph, paper.footer).add_break()
    writer.run(paragraph, f"{paper.labels.page} ")
    writer.field(paragraph, "PAGE")
    writer.run(paragraph, f" {paper.labels.of} ")
    writer.field(paragraph, "NUMPAGES")
    writer.turn(paragraph)


def _packed(document: Any) -> bytes:
    """Save, then zip again in one order with one clock."""
    for name, part in list(document.part.package.rels.items()):
        if not part.is_external and str(part.target_part.partname).lstrip("/") == NOT_OURS:
            document.part.package.rels.pop(name)
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():  # the list of types stays first, as the format wants
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return packed.getvalue()
