"""What a check is: a function that gives what is wrong, under its code in data/content.csv."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plait.law.content import Check, Level, checks
from plait.law.plan.model import PlanText
from plait.law.plan.words import shown
from plait.law.rights import CUT_OFF, birthday

__all__ = [
    "WRITTEN", "PlanFault", "Wording", "Wrong", "check", "every_check", "from_year_nine",
    "run", "shown", "told",
]  # fmt: skip

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
    yield from told(row, plan, WRITTEN[row.code](plan, wording))


def told(row: Check, plan: PlanText, wrong: Wrong) -> Iterator[PlanFault]:
    """Make faults of what a check found; a blank reason answers nothing."""
    reasons = {(one.code, one.ref): one.reason.strip() for one in plan.answers}
    for ref, words in wrong:
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
            answered=reasons.get((row.code, ref), "") if row.level is Level.WARNING else "",
        )


def _section(ref: str, row: Check) -> str:
    known = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
    return ref if ref in known else row.section.split()[0]


def every_check() -> tuple[Check, ...]:
    """Give every check, in the order of the plan."""
    return checks()


def from_year_nine(plan: PlanText) -> bool:
    """Say whether preparing for adulthood is asked for."""
    if plan.child.year_group is not None:
        return plan.child.year_group >= YEAR_OF_ADULTHOOD
    return plan.dated is not None and plan.dated >= _starts_year_nine(plan.child.birth_date)


def _starts_year_nine(born: date) -> date:
    """The September after the thirteenth birthday, for a child in the year of their age."""
    thirteenth = birthday(born, 13)
    return date(thirteenth.year + ((thirteenth.month, thirteenth.day) > CUT_OFF), 9, 1)
