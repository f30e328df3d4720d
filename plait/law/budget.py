"""A personal budget: how a sum may be held, and on which grounds a direct payment is refused.

The grounds are in data/budget_grounds.csv. They are written from memory and say so there; a
solicitor mends the table and nothing else need change.
"""

import csv
from dataclasses import dataclass
from functools import cache

from plait.law.letters import DATA

DIRECT, ARRANGED, THIRD, WHOLE = "direct", "arranged", "third", "whole"
HOW = {
    DIRECT: "A direct payment: the family is paid and arranges it",
    ARRANGED: "Held by the authority, which arranges it as the family wishes",
    THIRD: "Paid to somebody else, who arranges it for the family",
    WHOLE: "It cannot be separated out of a larger sum, so no sum is named (reg 4A)",
}
WHEN = {
    "draft": "While a draft plan is prepared or with the family",
    "review": "At a review",
    "again": "At a new assessment",
}
SECTIONS = ("F", "G", "H1", "H2")
# What the return calls direct payments for each section; for several it is I, a mix.
PAID_FOR = {"F": "E", "G": "H", "H1": "S", "H2": "S"}


@dataclass(frozen=True)
class Ground:
    """One ground on which a direct payment may be refused, and how sure its text is."""

    id: str
    says: str
    provision: str
    confidence: str

    @property
    def words(self) -> str:
        unsure = "; still to be checked against the text" if self.confidence == "memory" else ""
        return f"{self.says[0].upper()}{self.says[1:]} ({self.provision}{unsure})"


@cache
def grounds() -> dict[str, Ground]:
    """Every ground, by its id."""
    with (DATA / "budget_grounds.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: Ground(**row) for row in csv.DictReader(lines)}


def faults_of_item(how: str, pounds: int | None, why_whole: str) -> tuple[str, ...]:
    """Say what a proposed sum lacks."""
    if how == WHOLE:
        return () if why_whole.strip() else ("Say why the sum cannot be separated out (reg 4A).",)
    return () if pounds else ("Give the sum in pounds a year.",)


def paid_for(sections: set[str]) -> str:
    """Give the return's code for direct payments that pay for provision of these sections."""
    codes = {PAID_FOR[section] for section in sections}
    return "I" if len(codes) > 1 else next(iter(codes), "")
