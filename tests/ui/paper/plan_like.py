"""A made-up plan of thirteen pages: sections A to K, a table in most, a picture and a quotation."""

import struct
import zlib
from datetime import date

from plait.ui.paper import (
    Callout,
    Heading,
    Listing,
    PageBreak,
    Pairs,
    Paper,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Signature,
    Table,
)  # fmt: skip

NEEDS = (
    "Speech is two years behind, and sentences are of two or three words.",
    "Loud rooms are hard to bear; hands go over the ears and work stops.",
    "Reading is at the level of a child of five; numbers are stronger.",
    "Changes of plan without warning lead to distress that lasts an hour.",
    "Buttons, scissors and handwriting need help from an adult.",
)
SECTIONS = (
    ("A", "Views, interests and hopes"), ("B", "Special educational needs"),
    ("C", "Health needs"), ("D", "Social care needs"), ("E", "Outcomes"),
    ("F", "Special educational provision"), ("G", "Health provision"),
    ("H1", "Social care provision: Chronically Sick and Disabled Persons Act 1970"),
    ("H2", "Other social care provision"), ("I", "Placement"), ("J", "Personal budget"),
    ("K", "Advice and information"),
)  # fmt: skip


def png(width: int = 40, height: int = 20) -> bytes:
    """A plain blue picture, written out by hand."""
    rows = b"".join(b"\0" + b"\x1f\x4e\x8c" * width for _ in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _section(letter: str, name: str) -> tuple[object, ...]:
    rows = tuple(
        (f"{letter}{n}", need, f"{n * 30} minutes a week, with one adult", "Teaching assistant")
        for n, need in enumerate(NEEDS, 1)
    )
    said = f"What follows was gathered in the assessment for section {letter}. "
    return (
        Heading(f"Section {letter}: {name}"),
        Paragraph((Run(said), Run("It is agreed by all who advised.", bold=True))),
        Paragraph(" ".join(NEEDS)),
        Table(f"Section {letter}, line by line", ("Line", "What", "How much", "Who"), rows, True),
        Heading(f"How section {letter} is looked after", 3),
        Listing(tuple(NEEDS[:3]), numbered=letter == "E"),
    )


def plan_like() -> Paper:
    """The paper itself; the same each time."""
    front = (
        Pairs((("Name", "Tobi Adeyemi"), ("Born", "3 May 2018"), ("Setting", "Larkfield Primary"))),
        Picture(png(), "A blue train, drawn by Tobi"),
        Quotation(("I like trains. I want a quiet place.",), "Tobi, 12 March 2026"),
        Callout("If help does not come", ("Telephone 01632 960100.",)),
    )
    body = [block for section in SECTIONS for block in (*_section(*section), PageBreak())]
    return Paper(
        title="Education, health and care plan: Tobi Adeyemi",
        blocks=(*front, PageBreak(), *body[:-1], Signature("Jo Marsh", "EHC coordinator")),
        sender=("Larkshire County Council", "SEND team"),
        address=("Ms Adeyemi", "1 Mill Lane"),
        reference="LK/2026/0042",
        dated=date(2026, 5, 20),
        footer="Confidential: Tobi Adeyemi",
    )
