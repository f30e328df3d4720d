"""The table of rules: every pattern, why it matters, the standard behind it, and two examples."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plait.law.specificity.marker import Marker
from plait.law.specificity.patterns import Mark, compiled

TABLE = Path(__file__).parents[1] / "data" / "specificity.csv"
OTHERWISE = "not as "  # a row of the kind "not as role" takes the marks of the kind "role" away
NAMED_IN_ROLES = {"delivered", "says what", "act", "vague noun", "group"}  # a teaching assistant
NOT_PATTERNS = ("list", "missing")


@dataclass(frozen=True)
class Rule:
    """One row; `sure` says whether its standard was read, is second-hand or from memory."""

    rule: str
    kind: str
    pattern: str
    why: str
    standard: str
    sure: str
    flags: str
    leaves: str


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, in the table's order."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["rule"]: Rule(**row) for row in csv.DictReader(lines)}


@cache
def lists() -> dict[str, str]:
    """The named lists that patterns may use."""
    return {rule.rule: rule.pattern for rule in rules().values() if rule.kind == "list"}


@cache
def marker() -> Marker:
    """All patterns of the table, and the role, ready to mark a sentence."""
    patterns = [
        pattern
        for rule in rules().values()
        if rule.kind not in NOT_PATTERNS
        for pattern in compiled(rule.rule, rule.pattern, lists())
    ]
    return Marker([*patterns, *compiled("role", lists()["role"], lists())])


@dataclass(frozen=True)
class Marks:
    """What the table found in one sentence; `small` is the sentence made plain."""

    small: str
    by_kind: dict[str, list[Mark]]

    def of(self, *kinds: str) -> list[Mark]:
        """The marks of some kinds, in the order of the kinds."""
        return [mark for kind in kinds for mark in self.by_kind.get(kind, ())]

    def words(self, mark: Mark) -> str:
        """The words of a mark, in small letters."""
        return self.small[mark.start : mark.end]


def marked(small: str) -> Marks:
    """Mark a sentence made plain with every rule of the table."""
    by_kind: dict[str, list[Mark]] = {}
    for mark in marker().mark(small):
        kind = "role" if mark.rule == "role" else rules()[mark.rule].kind
        by_kind.setdefault(kind, []).append(mark)
    for kind in [kind for kind in by_kind if kind.startswith(OTHERWISE)]:
        meant, others = kind.removeprefix(OTHERWISE), by_kind[kind]
        by_kind[meant] = [mark for mark in by_kind.get(meant, ()) if not within(mark, others)]
    roles = by_kind.get("role", [])
    for kind in NAMED_IN_ROLES & by_kind.keys() if roles else ():
        by_kind[kind] = [mark for mark in by_kind[kind] if not within(mark, roles)]
    if whens := by_kind.get("vague condition", []) + by_kind.get("vague rate", []):
        by_kind["state"] = [m for m in by_kind.get("state", ()) if not within(m, whens)]
    return Marks(small, by_kind)


def within(mark: Mark, others: list[Mark]) -> bool:
    """Whether a mark begins inside another."""
    return any(other.start <= mark.start < other.end for other in others)
