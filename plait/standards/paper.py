"""A letter or document as blocks of plain words, before it is a PDF, a Word file or a page.

A paper is checked as it is made, so that nobody can print one that a screen reader cannot follow:
headings skip no level, a picture says what it shows, a table names its columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plait.standards.paper_blocks import (
    Block,
    Callout,
    Heading,
    Listing,
    NotAPaper,
    PageBreak,
    Pairs,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Signature,
    Table,
    plain,
)


@dataclass(frozen=True)
class Labels:
    """The few words a paper brings itself, in the paper's language."""

    reference: str = "Our reference"
    dated: str = "Date"
    page: str = "Page"
    of: str = "of"


@dataclass(frozen=True)
class Paper:
    """One paper; `language` as in "en-GB" or "ur", `direction` "ltr" or "rtl"."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    direction: str = "ltr"
    sender: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    reference: str = ""
    dated: date | None = None
    dated_in_words: str = ""  # where the language is not English
    footer: str = ""
    labels: Labels = Labels()
    logo: Picture | None = None  # above the sender; the sender's own sign

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.language.strip():
            raise NotAPaper("A paper needs a title and a language; a screen reader says both.")
        if self.direction not in ("ltr", "rtl"):
            raise NotAPaper(f"A paper runs ltr or rtl, not '{self.direction}'.")
        above = 1
        for heading in (block for block in walk(self.blocks) if isinstance(block, Heading)):
            if not 2 <= heading.level <= min(above + 1, 6):
                raise NotAPaper(
                    f"The heading '{heading.words}' is of level {heading.level} under one of "
                    f"level {above}; use {min(above + 1, 6)} or less, and no less than 2."
                )
            above = heading.level


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give every block in reading order, and those inside a part after the part itself."""
    for block in blocks:
        yield block
        if isinstance(block, Part):
            yield from walk(block.blocks)


def said(block: Block) -> str:
    """Give the words of a block, as a check reads them."""
    match block:
        case Heading(words) | Paragraph(words):
            return plain(words)
        case Listing(items):
            return "\n".join(map(plain, items))
        case Table(caption, columns, rows):
            return "\n".join((caption, *columns, *(plain(cell) for row in rows for cell in row)))
        case Pairs(pairs):
            return "\n".join(f"{name}: {plain(words)}" for name, words in pairs)
        case Quotation(paragraphs, who):
            return "\n".join((*map(plain, paragraphs), who))
        case Callout(title, paragraphs):
            return "\n".join((title, *map(plain, paragraphs)))
        case Signature(name, role, closing):
            return "\n".join((closing, name, role))
        case Part(_, blocks):
            return "\n".join(map(said, blocks))
        case Picture(_, alt):
            return alt
        case PageBreak():
            return ""


def parts_of(paper: Paper) -> dict[str, str]:
    """Give what a letter says under each thing the law asks of it."""
    found: dict[str, str] = {}
    for block in walk(paper.blocks):
        if isinstance(block, Part):
            found[block.item] = f"{found.get(block.item, '')}\n{said(block)}".strip()
    return found
