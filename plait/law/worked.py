"""The worked examples: the same table is the test and is printed in the handbook."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from plait.law.calendar import Closure
from plait.law.reckoning import Due, reckon

CASES_FILE = Path(__file__).parent / "data" / "worked_cases.csv"
DATES_FILE = Path(__file__).parent / "data" / "worked_dates.csv"


@dataclass(frozen=True)
class Example:
    """One date worked out by hand from the text of the rule."""

    number: str
    duty_id: str
    start: date
    facts: dict[str, date]
    choices: dict[str, str]
    due: date
    why: str

    def reckoned(self, closures: tuple[Closure, ...] = ()) -> Due:
        return reckon(self.duty_id, self.start, self.facts, choices=self.choices, closures=closures)

    @property
    def given(self) -> str:
        """The facts and choices as the command line takes them."""
        facts = {name: day.isoformat() for name, day in self.facts.items()}
        return ", ".join(f"{name}={value}" for name, value in (facts | self.choices).items())


@dataclass(frozen=True)
class Case:
    """One case whose facts are not only dates, with its answer in words; each has its own test."""

    number: str
    duty_ids: tuple[str, ...]
    given: str
    answer: str


def _pairs(text: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in text.split(";") if item)


@cache
def examples() -> tuple[Example, ...]:
    """Every worked date, in the order of the table."""
    with DATES_FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(_example(row) for row in csv.DictReader(lines))


def _example(row: dict[str, str]) -> Example:
    return Example(
        number=row["n"],
        duty_id=row["duty_id"],
        start=date.fromisoformat(row["from"]),
        facts={name: date.fromisoformat(day) for name, day in _pairs(row["facts"]).items()},
        choices=_pairs(row["choices"]),
        due=date.fromisoformat(row["due"]),
        why=row["why"],
    )


def examples_of(duty_id: str) -> tuple[Example, ...]:
    return tuple(example for example in examples() if example.duty_id == duty_id)


@cache
def cases() -> tuple[Case, ...]:
    """Every worked case, in the order of the table."""
    with CASES_FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Case(row["n"], tuple(row["duties"].split()), row["given"], row["answer"])
            for row in csv.DictReader(lines)
        )
