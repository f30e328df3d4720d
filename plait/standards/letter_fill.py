"""A template and the facts of one case become a letter; facts are words and never markup."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plait.standards.letter_facts import (
    Fact,
    FactsMissing,
    blank_facts,
    fact_names,
    in_paragraphs,
    in_words,
)
from plait.standards.letter_template import PLACEHOLDER, Piece, Template
from plait.standards.letter_wording import Wording, default_wording
from plait.standards.paper import Paper
from plait.standards.paper_blocks import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Part,
    Run,
    Signature,
    Words,
)

_CUT = re.compile(r"(\*\*|\{[^{}]*\}|https://\S*[^\s.,;:)])")
_ALONE = re.compile(r"^\{([^{}]*)\}$")


@dataclass(frozen=True)
class Letterhead:
    """What stands round the words of a letter."""

    sender: tuple[str, ...]
    address: tuple[str, ...]
    reference: str
    dated: date
    signed_by: str
    role: str = ""
    closing: str = "Yours sincerely"
    footer: str = ""
    language: str = "en-GB"


def fill(
    template: Template,
    facts: Mapping[str, Fact],
    *,
    head: Letterhead,
    wording: Wording | None = None,
) -> Paper:
    """Write the letter; `FactsMissing` names each fact it needs and was not given."""
    wording = wording or default_wording()
    if missing := blank_facts(facts_needed(template, wording), facts):
        raise FactsMissing(missing)
    blocks = tuple(_blocks(template, facts, wording))
    return Paper(
        title=_flat(template.title, facts),
        blocks=(*blocks, Signature(head.signed_by, head.role, head.closing)),
        language=head.language,
        sender=head.sender,
        address=head.address,
        reference=head.reference,
        dated=head.dated,
        footer=head.footer,
    )


def facts_needed(template: Template, wording: Wording | None = None) -> tuple[str, ...]:
    """The facts a letter of this template cannot be written without, in the order of reading."""
    wording = wording or default_wording()
    texts = [template.title]
    for piece in template.pieces:
        if piece.kind == "item":
            pieces = wording.of(piece.lines[0], template.kind)
            texts += [line for inner in pieces for line in inner.lines]
        else:
            texts += piece.lines
    return tuple(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))


def _blocks(template: Template, facts: Mapping[str, Fact], wording: Wording) -> Iterator[Block]:
    level = 1
    for piece in template.pieces:
        if piece.kind == "item":
            inner = wording.of(piece.lines[0], template.kind)
            under = 2 if level == 1 else 3  # an item's own headings lie under the letter's
            yield Part(piece.lines[0], tuple(_each(inner, facts, under)))
            continue
        level = piece.level or level
        yield from _each((piece,), facts, 0)


def _each(pieces: tuple[Piece, ...], facts: Mapping[str, Fact], under: int) -> Iterator[Block]:
    for piece in pieces:
        if piece.kind == "heading":
            yield Heading(_flat(piece.lines[0], facts), under or piece.level)
        elif piece.kind == "list":
            yield Listing(tuple(_items(piece.lines, facts)))
        elif alone := _ALONE.match(piece.lines[0]):
            yield from (Paragraph(words) for words in in_paragraphs(facts[alone[1]]))
        else:
            yield Paragraph(_runs(piece.lines[0], facts))


def _items(lines: tuple[str, ...], facts: Mapping[str, Fact]) -> Iterator[Words]:
    for line in lines:
        if alone := _ALONE.match(line):
            yield from in_paragraphs(facts[alone[1]])
        else:
            yield _runs(line, facts)


def _runs(text: str, facts: Mapping[str, Fact]) -> tuple[Run, ...]:
    """Cut a template's words at bold, facts and addresses; only the area's contacts may link."""
    found: list[Run] = []
    bold = False
    for part in filter(None, _CUT.split(text)):
        name = _ALONE.match(part)
        if part == "**":
            bold = not bold
        elif name and fact_names()[name[1]].kind == "contact":
            found += _linked(in_words(facts[name[1]]), bold)
        elif name:
            found.append(Run(in_words(facts[name[1]]), bold))
        else:
            found += _linked(part, bold)
    return tuple(found)


def _linked(text: str, bold: bool) -> Iterator[Run]:
    for part in filter(None, _CUT.split(text)):
        yield Run(part, bold, part if part.startswith("https://") else "")


def _flat(text: str, facts: Mapping[str, Fact]) -> str:
    """The words of a title or heading, which have no manner."""
    return "".join(run.text for run in _runs(text, facts))
