"""Measure the check on labelled sentences: the figures that `plait advice measure` prints."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plait.law.specificity.look import Finding, look_at

LABELLED = Path(__file__).parents[1] / "data" / "specificity_sentences.csv"
PARTS = (
    "tune",
    "tune2",
    "aside",
    "voices",
    "aside2",
    "aside3",
    "aside4",
)  # tuned on: the first two


@dataclass(frozen=True)
class Labelled:
    """A sentence with what a reader said of it before the rules were written."""

    id: str
    part: str
    writer: str
    section: str
    sentence: str
    provision: str
    verdict: str
    vague: str
    missing: str

    @property
    def facts(self) -> frozenset[str]:
        """The facts the reader found missing."""
        return frozenset(filter(None, self.missing.split(";")))


class Figures(NamedTuple):
    """Shares between 0 and 1, and the number of sentences."""

    sentences: int
    flagging_f1: float
    alarms_not_provision: float
    alarms_specific: float
    missing_f1: float
    verdicts_alike: float


@cache
def labelled(part: str) -> tuple[Labelled, ...]:
    """The labelled sentences of one part."""
    with LABELLED.open(encoding="utf-8", newline="") as lines:
        rows = (Labelled(**row) for row in csv.DictReader(lines))
        return tuple(row for row in rows if row.part == part)


def measure(rows: Iterable[Labelled]) -> Figures:
    """The figures of some labelled sentences."""
    pairs = [(row, look_at(row.sentence)) for row in rows]
    asked = [(row.verdict in ("partly", "vague"), flagged(found)) for row, found in pairs
             if row.verdict != "not_provision"]  # fmt: skip
    facts = [(fact in row.facts, fact in _facts(found)) for row, found in pairs
             for fact in row.facts | _facts(found)]  # fmt: skip
    return Figures(
        len(pairs),
        _f1(asked),
        _share(flagged(f) for r, f in pairs if r.verdict == "not_provision"),
        _share(flagged(f) for r, f in pairs if r.verdict == "specific"),
        _f1(facts),
        _share(row.verdict == found.verdict for row, found in pairs),
    )


def flagged(found: Finding) -> bool:
    """Whether the check has anything to say to the giver."""
    return bool(found.vague or found.missing)


def _facts(found: Finding) -> frozenset[str]:
    return frozenset(lack.fact for lack in found.missing)


def _f1(pairs: list[tuple[bool, bool]]) -> float:
    """The F1 of (label, answer) pairs; 1 where there is nothing to find and nothing found."""
    right = sum(label and answer for label, answer in pairs)
    wrong = sum(label != answer for label, answer in pairs)
    return 2 * right / (2 * right + wrong) if right or wrong else 1.0


def _share(answers: Iterable[bool]) -> float:
    held = list(answers)
    return sum(held) / len(held) if held else 0.0
