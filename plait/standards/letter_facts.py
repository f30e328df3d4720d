"""The closed list of facts that a letter's template may name, and how each is written."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from plait.law.wording import day_in_words

DATA = Path(__file__).parent / "data"
Fact = str | date | Sequence[str]


@dataclass(frozen=True)
class FactName:
    """A fact by its name; `kind` is text, date, list or contact."""

    name: str
    kind: str
    says: str
    example: str


class FactsMissing(ValueError):
    """A letter cannot be written because facts are missing; `names` says which."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        known = fact_names()
        listed = "; ".join(f"{name} ({known[name].says})" for name in self.names)
        super().__init__(f"The letter cannot be written without: {listed}. Record each one first.")


@cache
def fact_names() -> dict[str, FactName]:
    """Every fact a template may name."""
    with (DATA / "letter_facts.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: FactName(**row) for row in csv.DictReader(lines)}


def example_facts() -> dict[str, Fact]:
    """A made-up value for each fact, to show a template by."""
    made: dict[str, Fact] = {}
    for fact in fact_names().values():
        if fact.kind == "date":
            made[fact.name] = date.fromisoformat(fact.example)
        else:
            made[fact.name] = [fact.example] if fact.kind == "list" else fact.example
    return made


def is_blank(value: Fact | None) -> bool:
    """Whether a fact says nothing; a list is blank when it has no words at all."""
    if value is None or isinstance(value, date):
        return value is None
    return not (value if isinstance(value, str) else "".join(value)).strip()


def in_words(value: Fact) -> str:
    """One line of text for a fact inside a sentence."""
    if isinstance(value, date):
        return day_in_words(value)
    return " ".join((value if isinstance(value, str) else "; ".join(value)).split())


def in_paragraphs(value: Fact) -> list[str]:
    """A fact that stands alone: its paragraphs, or the entries of a list."""
    if isinstance(value, str):
        parts = value.replace("\r\n", "\n").split("\n\n")
        return [words for part in parts if (words := " ".join(part.split()))]
    if isinstance(value, date):
        return [day_in_words(value)]
    return [words for one in value if (words := " ".join(one.split()))]


def blank_facts(names: Sequence[str], facts: Mapping[str, Fact]) -> list[str]:
    """Those of the names for which there is no fact, in their order."""
    return [name for name in dict.fromkeys(names) if is_blank(facts.get(name))]
