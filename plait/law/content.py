"""What a plan must contain: the checks as data, each with its section, weight and source.

An error is unlawful without it, a warning is guidance or case law, information is worth showing.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

CONTENT_FILE = Path(__file__).parent / "data" / "content.csv"
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")


class Level(StrEnum):
    """How much weighs on a check."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True)
class Check:
    """One statement about a plan that is true of a good one."""

    code: str
    section: str
    level: Level
    checks: str
    source: str
    confidence: str
    mend: str


@cache
def checks() -> tuple[Check, ...]:
    """Every check, in the order of the plan."""
    with CONTENT_FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Check(**{**row, "level": Level(row["level"])})  # type: ignore[arg-type]
            for row in csv.DictReader(lines)
        )


def checks_of(section: str) -> tuple[Check, ...]:
    """The checks of one section; H1 and H2 share those of F, G and H together."""
    names = {section, section[0]}
    return tuple(check for check in checks() if names & set(check.section.split()))
