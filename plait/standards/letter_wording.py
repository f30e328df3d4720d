"""The wording of what the law asks of a letter: one file a language, for a solicitor to check.

A line `[[right-of-appeal]]` begins an item's wording; `[[mediation: final-plan]]` begins the one
for a single kind of letter. The wording itself is written as a template is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from plait.law import letters
from plait.standards.letter_facts import DATA
from plait.standards.letter_template import (
    PLACEHOLDER,
    FaultyTemplate,
    Piece,
    TemplateFault,
    pieces_of,
    words_faults,
)

_BEGINS = re.compile(r"^\[\[([^\]:]+)(?::\s*([^\]]+))?\]\]$")


@dataclass(frozen=True)
class Wording:
    """What each item says, by item and kind of letter (an empty kind is for all)."""

    language: str
    texts: Mapping[tuple[str, str], str]

    def of(self, item: str, kind: str) -> tuple[Piece, ...]:
        """The pieces of an item's wording, in this kind of letter."""
        text = self.texts.get((item, kind)) or self.texts[item, ""]
        return tuple(pieces_of(text))


@cache
def default_wording(language: str = "en") -> Wording:
    """The wording the product brings; its own tests keep it whole."""
    path = DATA / "letters" / f"required_items.{language}.txt"
    return read_wording(path.read_text("utf-8"), language)


def read_wording(text: str, language: str) -> Wording:
    """Read a file of wording, or raise `FaultyTemplate` with every fault."""
    texts, lines = _parted(text)
    if faults := list(_faults(texts, lines)):
        raise FaultyTemplate(sorted(faults, key=lambda fault: fault.line))
    return Wording(language, texts)


def _parted(text: str) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], int]]:
    texts: dict[tuple[str, str], str] = {}
    lines: dict[tuple[str, str], int] = {}
    key: tuple[str, str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if begins := _BEGINS.match(line.strip()):
            key = begins[1].strip(), (begins[2] or "").strip()
            texts[key], lines[key] = "", number
        elif key:
            texts[key] += line + "\n"
    return texts, lines


def _faults(
    texts: Mapping[tuple[str, str], str], lines: Mapping[tuple[str, str], int]
) -> Iterator[TemplateFault]:
    for name, item in letters.items().items():
        if (name, "") not in texts:
            says = f"There is no wording for [[{name}]], {item.asks}."
            yield TemplateFault(1, says, "Write it under a line of that name.")
    for (name, kind), text in texts.items():
        line = lines[name, kind]
        if name not in letters.items() or (kind and kind not in letters.letters()):
            says = f"[[{name}{': ' + kind if kind else ''}]] is no item of a letter."
            yield TemplateFault(line, says, "Correct the name.")
            continue
        held = set(PLACEHOLDER.findall(text))
        for fact in letters.items()[name].needs:
            if fact not in held:
                says = f"The wording of [[{name}]] does not hold {{{fact}}}."
                yield TemplateFault(line, says, "Add it; the law asks for it.")
        if not text.strip():
            yield TemplateFault(line, f"[[{name}]] has no wording.", "Write it.")
        for piece in pieces_of(text):
            for fault in words_faults(piece):
                yield TemplateFault(line + fault.line, fault.says, fault.mend)
