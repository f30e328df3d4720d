"""Absence from counts of a term, where no marks are had, and whether the census counts so too.

A school census counts each pupil's sessions by code, a term in arrears and without days: it can be
held against the published census statistics and nothing else. A common transfer file gives totals
of a year: those are the school's own and are held against neither official base.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plait.standards.attendance.bases import TERMS as CENSUS_TERMS
from plait.standards.attendance.codes import find

YEAR: Final = "year"
TERMS: Final = (*CENSUS_TERMS, YEAR)
TOTALS: Final = ("authorised", "unauthorised")  # where a sender has totals and no codes


@dataclass(frozen=True)
class Counted:
    """One pupil's absence in one term, in half-day sessions."""

    possible: int
    absent: int
    hidden: Mapping[str, int]  # sessions of codes that no absence rate shows: C2, K, B, Q, ...
    official: bool  # counted as the school census counts, or the school's own total of a year

    @property
    def rate(self) -> float | None:
        """Give the absence rate, or nothing where no session was possible."""
        return self.absent / self.possible if self.possible else None

    @property
    def persistent(self) -> bool:
        """Say whether a tenth or more was missed; never of no sessions."""
        return self.possible > 0 and self.absent * 10 >= self.possible

    @property
    def severe(self) -> bool:
        """Say whether half or more was missed."""
        return self.possible > 0 and self.absent * 2 >= self.possible


def measure(possible: int, by_code: Mapping[str, int], *, term: str) -> Counted:
    """Measure one term's counts; totals are used only where no code of absence is told."""
    codes = {name: find(name) for name in by_code}
    absent = sum(n for name, n in by_code.items() if (code := codes[name]) and code.absence)
    if not any(code and code.absence for code in codes.values()):
        absent = sum(by_code.get(name, 0) for name in TOTALS)
    hidden = {name: n for name, n in by_code.items() if (code := codes[name]) and code.hides}
    return Counted(possible, absent, hidden, official=term != YEAR)


def faults_of(possible: int | None, by_code: Mapping[str, int]) -> str:
    """Say what cannot be true of a term's counts, or nothing."""
    if possible is None:
        return "How many sessions were possible is not told."
    if unknown := [name for name in by_code if name not in TOTALS and find(name) is None]:
        return f"There is no attendance code {unknown[0][:20]}."
    absent = measure(possible, by_code, term=YEAR).absent
    if absent > possible:
        return f"{absent} sessions missed of {possible} possible."
    return ""
