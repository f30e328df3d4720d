"""Letters' templates as an area edits them: plain text, nothing that runs.

`# title` first; then paragraphs between blank lines, `## headings`, `- lists`, `**bold**`,
`{placeholders}` from a closed list and, each alone on its line, `[[required-item]]` blocks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plait.law import letters
from plait.law.refusals import near
from plait.standards.letter_facts import DATA, fact_names

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BLOCK = re.compile(r"^\[\[(.*)\]\]$")
_HEADING = re.compile(r"^(#+)\s*(.*)$")


@dataclass(frozen=True)
class TemplateFault:
    """Something wrong with a template: where, what, and how to mend it."""

    line: int
    says: str
    mend: str


class FaultyTemplate(ValueError):
    """A template that cannot be kept or used; `faults` says why, by line."""

    def __init__(self, faults: list[TemplateFault]) -> None:
        self.faults = faults
        super().__init__(" ".join(f"Line {one.line}: {one.says} {one.mend}" for one in faults))


@dataclass(frozen=True)
class Piece:
    """One block of a template: kind is heading, paragraph, list or item; level is a heading's."""

    kind: str
    line: int
    lines: tuple[str, ...]
    level: int = 0


@dataclass(frozen=True)
class Template:
    """A template that was read: its kind of letter, its title and its pieces in order."""

    kind: str
    title: str
    pieces: tuple[Piece, ...]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(piece.lines[0] for piece in self.pieces if piece.kind == "item")


def read_template(text: str, kind: str) -> Template:
    """Read a template for a kind of letter, or raise `FaultyTemplate` with every fault."""
    if faults := check_template(text, kind):
        raise FaultyTemplate(faults)
    title, *rest = pieces_of(text)
    return Template(kind, title.lines[0], tuple(rest))


def check_template(text: str, kind: str) -> list[TemplateFault]:
    """Everything that keeps a template from being saved, by line."""
    pieces = pieces_of(text)
    faults = [*_title_faults(pieces), *_level_faults(pieces)]
    for piece in pieces:
        faults += _item_faults(piece) if piece.kind == "item" else words_faults(piece)
    held = [piece.lines[0] for piece in pieces if piece.kind == "item"]
    end = text.count("\n") + 1
    for item in sorted({name for name in held if held.count(name) > 1}):
        faults.append(TemplateFault(end, f"[[{item}]] stands in the letter twice.", "Keep one."))
    for missing in letters.missing_from(kind, dict.fromkeys(held, "held")):
        faults.append(TemplateFault(end, missing.words, missing.mend))
    return sorted(faults, key=lambda fault: fault.line)


@cache
def default_template(kind: str) -> str:
    """The text the product brings for a kind of letter, for an area to begin from."""
    return (DATA / "letters" / f"{letters.letter(kind).id}.txt").read_text("utf-8")


def pieces_of(text: str) -> list[Piece]:
    """Cut a text into its blocks; a list or paragraph goes on to a blank line."""
    found: list[Piece] = []
    going_on = False
    for number, raw in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        line = raw.strip()
        piece = _piece(line, number) if line else None
        last = found[-1] if found and going_on else None
        if piece and last and piece.kind == last.kind == "list":
            found[-1] = Piece("list", last.line, (*last.lines, *piece.lines))
        elif piece and last and piece.kind == "paragraph" and last.kind in ("paragraph", "list"):
            *before, latest = last.lines
            found[-1] = Piece(last.kind, last.line, (*before, f"{latest} {line}"))
        elif piece:
            found.append(piece)
        going_on = bool(line)
    return found


def _piece(line: str, number: int) -> Piece:
    if heading := _HEADING.match(line):
        return Piece("heading", number, (heading[2],), len(heading[1]))
    if block := _BLOCK.match(line):
        return Piece("item", number, (block[1].strip(),))
    if line.startswith("- "):
        return Piece("list", number, (line[2:].strip(),))
    return Piece("paragraph", number, (line,))


def _title_faults(pieces: list[Piece]) -> Iterator[TemplateFault]:
    if not pieces or pieces[0].kind != "heading" or pieces[0].level != 1:
        yield TemplateFault(1, "The letter has no title.", "Begin with a line such as # Title.")
    for piece in pieces[1:]:
        if piece.kind == "heading" and piece.level == 1:
            yield TemplateFault(piece.line, "This is a second title.", "Use ## for a heading.")


def _level_faults(pieces: list[Piece]) -> Iterator[TemplateFault]:
    above = 1
    for piece in (piece for piece in pieces if piece.kind == "heading"):
        if not piece.lines[0]:
            yield TemplateFault(piece.line, "The heading has no words.", "Write them after the #.")
        if piece.level > above + 1:
            mend = f"Use {'#' * (above + 1)} here; a screen reader counts on it."
            yield TemplateFault(piece.line, "The heading skips a level.", mend)
        above = piece.level


def _item_faults(piece: Piece) -> Iterator[TemplateFault]:
    name = piece.lines[0]
    if name not in letters.items():
        mend = _or_near(near(name, letters.items()), "[[{}]]") or "Take the line out."
        yield TemplateFault(piece.line, f"There is no block [[{name}]].", mend)


def words_faults(piece: Piece) -> Iterator[TemplateFault]:
    """What is wrong with the words of one piece: placeholders, braces, bold, stray blocks."""
    for words in piece.lines:
        for name in PLACEHOLDER.findall(words):
            if name not in fact_names():
                mend = _or_near(near(name.strip(), fact_names()), "{{{}}}")
                says = f"There is no placeholder {{{name}}}."
                yield TemplateFault(piece.line, says, mend or "Choose one from the list.")
        if set("{}") & set(PLACEHOLDER.sub("", words)):
            mend = "Write a placeholder as {child_name}, and no other braces."
            yield TemplateFault(piece.line, "A brace stands alone.", mend)
        if words.count("**") % 2:
            yield TemplateFault(piece.line, "Bold is not closed.", "Put ** on both sides.")
        if "[[" in words or "]]" in words:
            mend = "Give the block a line of its own."
            yield TemplateFault(piece.line, "A block in double brackets is not alone.", mend)


def _or_near(close: tuple[str, ...], shape: str) -> str:
    return f"Did you mean {' or '.join(shape.format(name) for name in close)}?" if close else ""
