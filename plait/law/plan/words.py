"""Texts as words: what was taken out and put in, for the eye and for merging."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORD = re.compile(r"\S+\s*|\s+")


class Did(StrEnum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    did: Did
    text: str


def words(text: str) -> list[str]:
    """A text as words, each with the space after it; joined they are the text."""
    return WORD.findall(text)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What became of each word, in the order of reading."""
    before, after = words(old), words(new)
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Did.SAME, "".join(before[i1:i2])))
            continue
        if i2 > i1:
            found.append(Piece(Did.OUT, "".join(before[i1:i2])))
        if j2 > j1:
            found.append(Piece(Did.IN, "".join(after[j1:j2])))
    return tuple(found)


def likeness(before: str, after: str) -> float:
    """0 for nothing in common, 1 for the same words, by the words they share."""
    old, new = set(before.lower().split()), set(after.lower().split())
    return len(old & new) / max(len(old), len(new)) if old and new else 0.0


def shown(text: str, most: int = 60) -> str:
    """A statement as a fault names it."""
    short = " ".join(text.split()) or "no words yet"
    return f"“{short}”" if len(short) <= most else f"“{short[: most - 1].rstrip()}…”"
