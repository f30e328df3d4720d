"""Each kind of letter from a request to a final plan, and what the law asks it to say.

The kinds are in data/letters.csv, the things a letter must say in data/letter_items.csv. Set A and
set B are what a letter holds that opens a right of appeal; B is A and the tribunal's power to
recommend on health and care. A kind may have items of its own beside its set.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plait.law.refusals import near

DATA = Path(__file__).parent / "data"
SETS = ("", "A", "B")


class UnknownLetter(LookupError):
    """A kind of letter that the table does not hold; the message lists those that look like it."""


@dataclass(frozen=True)
class Item:
    """One thing that a letter must say; `needs` are the facts its words must hold."""

    id: str
    sets: tuple[str, ...]
    asks: str
    needs: tuple[str, ...]
    mend: str
    provision: str
    confidence: str


@dataclass(frozen=True)
class Letter:
    """One kind of letter: what it says, who must be told, and which appeal set it carries."""

    id: str
    says: str
    reader: str  # family, setting or professional: whom it is written to
    told: tuple[str, ...]
    provision: str
    basis: str  # statutory, guidance or practice
    appeal_set: str
    items: tuple[str, ...]  # beside the set
    events: tuple[str, ...]  # of the process
    duties: tuple[str, ...]
    confidence: str

    @property
    def opens_appeal(self) -> bool:
        return bool(self.appeal_set)


@dataclass(frozen=True)
class MissingPart:
    """Something the law asks of this letter that it does not say."""

    item: str
    words: str
    mend: str
    provision: str


@cache
def letters() -> dict[str, Letter]:
    """Every kind of letter, in the order of the path."""
    return {
        row["id"]: Letter(
            id=row["id"],
            says=row["says"],
            reader=row["reader"],
            told=tuple(row["told"].split("; ")),
            provision=row["provision"],
            basis=row["basis"],
            appeal_set=row["appeal_set"],
            items=tuple(row["items"].split()),
            events=tuple(row["events"].split()),
            duties=tuple(row["duties"].split()),
            confidence=row["confidence"],
        )
        for row in _rows("letters.csv")
    }


@cache
def items() -> dict[str, Item]:
    """Everything a letter may have to say, by its id."""
    return {
        row["id"]: Item(
            id=row["id"],
            sets=tuple(row["sets"].split()),
            asks=row["asks"],
            needs=tuple(row["needs"].split()),
            mend=row["mend"],
            provision=row["provision"],
            confidence=row["confidence"],
        )
        for row in _rows("letter_items.csv")
    }


def letter(kind: str) -> Letter:
    """One kind of letter; `UnknownLetter` names those that look like it."""
    try:
        return letters()[kind]
    except KeyError:
        close = near(kind, letters())
        hint = f" Near it: {', '.join(close)}." if close else ""
        raise UnknownLetter(f"There is no kind of letter '{kind}'.{hint}") from None


def set_of(name: str) -> tuple[Item, ...]:
    """What set A or set B holds; no set holds nothing."""
    return tuple(item for item in items().values() if name in item.sets)


def required(kind: str) -> tuple[Item, ...]:
    """Everything a letter of this kind must say: its own items, then those of its appeal set."""
    asked = letter(kind)
    return (*(items()[name] for name in asked.items), *set_of(asked.appeal_set))


def missing_from(kind: str, parts: Mapping[str, str]) -> list[MissingPart]:
    """What a letter lacks; `parts` gives its words under each item. It may go when this is empty.

    An item that is there but says nothing is missing.
    """
    return [
        MissingPart(
            item.id,
            f"The letter does not say {item.asks} ({item.provision}).",
            item.mend,
            item.provision,
        )
        for item in required(kind)
        if not parts.get(item.id, "").strip()
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
