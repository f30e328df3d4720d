"""Who acts for a young person or parent who cannot decide a matter alone (regs 63-65, Sch 3).

Capacity is decided for each decision at the relevant time. The provisions of Schedule 3 are in
data/capacity.csv, each with the Schedule's part; a provision not listed keeps the young person.
"""

import csv
from enum import StrEnum
from functools import cache
from pathlib import Path

CAPACITY_FILE = Path(__file__).parent / "data" / "capacity.csv"
PARENT_KEPT = ("reg 6(1)(b)(iv)", "Sch 2 para 15(b)")  # reg 63 does not replace the parent here


class Mode(StrEnum):
    """How a provision is read for a young person who lacks capacity."""

    YOUNG_PERSON = "young person"
    BOTH = "both"
    INSTEAD = "instead"


class Actor(StrEnum):
    """Who may act; a representative is a deputy, attorney or one appointed by the court."""

    YOUNG_PERSON = "young person"
    REPRESENTATIVE = "representative"
    PARENT = "parent"
    PARENTS_REPRESENTATIVE = "parent's representative"


@cache
def _modes() -> dict[str, Mode]:
    with CAPACITY_FILE.open(encoding="utf-8", newline="") as lines:
        return {row["provision"]: Mode(row["mode"]) for row in csv.DictReader(lines)}


def mode(provision: str) -> Mode:
    """How Schedule 3 reads a provision; the nearest listed provision above it decides."""
    while provision:
        if provision in _modes():
            return _modes()[provision]
        provision = provision.rpartition("(")[0]
    return Mode.YOUNG_PERSON


def acts_for_young_person(
    provision: str, *, has_representative: bool, parent_has_capacity: bool
) -> tuple[Actor, ...]:
    """Who acts under a provision when the young person lacks capacity for the decision."""
    if has_representative:
        alternative = Actor.REPRESENTATIVE
    else:
        alternative = Actor.PARENT if parent_has_capacity else Actor.PARENTS_REPRESENTATIVE
    return {
        Mode.YOUNG_PERSON: (Actor.YOUNG_PERSON,),
        Mode.BOTH: (Actor.YOUNG_PERSON, alternative),
        Mode.INSTEAD: (alternative,),
    }[mode(provision)]


def acts_for_parent(provision: str) -> Actor:
    """Who acts where a parent lacks capacity (reg 63)."""
    return Actor.PARENT if provision in PARENT_KEPT else Actor.PARENTS_REPRESENTATIVE
