"""What a check is: a function that gives what is wrong, under its code in data/content.csv."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plait.law.content import Check, Level, checks
from plait.law.plan.model import PlanText

# What is wrong: the reference of a statement, or the letter of a section; and the words.
Wrong = Iterator[tuple[str, str]]
Wording = Callable[[str], Sequence[str]]
Written = Callable[[PlanText, Wording], Wrong]

WRITTEN: dict[str, Written] = {}
YEAR_OF_ADULTHOOD = 9


@dataclass(frozen=True)
class PlanFault:
    """One thing a plan lacks: an error stops the issue, a warning asks for a reason."""

    code: str
    level: Level
    section: str
    ref: str
    words: str
    mend: str
    source: str
    confidence: str
    answered: str = ""  # the reason given, where a warning is let stand


def check(code: str) -> Callable[[Written], Written]:
    """Write the function of one check."""

    def keep(written: Written) -> Written:
        WRITTEN[code] = written
        return written

    return keep


def run(row: Check, plan: PlanText, wording: Wording) -> Iterator[PlanFault]:
    """Give the faults of one check, each with the reason it was let stand, if any."""
    reasons = {(one.code, one.ref): one.reason for one in plan.answers}
    for ref, words in WRITTEN[row.code](plan, wording):
        statement = plan.by_ref.get(ref)
        yield PlanFault(
            code=row.code,
            level=row.level,
            section=statement.section if statement else _section(ref, row),
            ref=ref,
            words=words,
            mend=row.mend,
            source=row.source,
            confidence=row.confidence,
            answered=reasons.get((row.code, ref), ""),
        )


def _section(ref: str, row: Check) -> str:
    known = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
    return ref if ref in known else row.section.split()[0]


def every_check() -> tuple[Check, ...]:
    """Give every check, in the order of the plan."""
    return checks()


def from_year_nine(plan: PlanText) -> bool:
    """Say whether preparing for adulthood is asked for."""
    year = plan.child.year_group
    return year is not None and year >= YEAR_OF_ADULTHOOD


def shown(text: str, most: int = 60) -> str:
    """A statement as a fault names it."""
    short = " ".join(text.split())
    return f"“{short}”" if len(short) <= most else f"“{short[: most - 1].rstrip()}…”"
