"""A version as pages show it: section by section, each statement with its particulars and ties."""

from collections import Counter
from dataclasses import dataclass

from plait.law.content import SECTIONS
from plait.law.plan.checks import faults
from plait.law.plan.model import PlanText
from plait.plans.models import Statement, Version
from plait.plans.pages.plan_words import particular, section_title
from plait.plans.reading import NONE, plan_text
from plait.standards.paper_blocks import Pairs, plain
from plait.standards.plan_paper.statements import blocks_of

WRITTEN = tuple(section for section in SECTIONS if section not in ("I", "K"))
# What belongs in a section, in one sentence, where it is easily mistaken.
BELONGS = {
    "A": "In their own words. Say whose they are, when and how they were given.",
    "B": "What the child finds hard, each need by itself. A diagnosis is not a need.",
    "C": "Health needs that go with the special educational needs.",
    "D": "Care needs that go with the special educational needs, or with a disability.",
    "E": "What the child will be able to do, and by when. A service is not an outcome.",
    "F": "Who does what, how much, how often, for every need in B. Not “access to”.",
    "G": "Health provision, as the commissioner agrees it. What educates or trains is in F.",
    "H1": "Under 18: services under section 2 of the 1970 Act, each by name.",
    "H2": "Other care that is reasonably needed.",
    "J": "Only where the family asked for a personal budget.",
}


@dataclass(frozen=True)
class Shown:
    """One statement: its words, its particulars, and how many faults the checks find in it."""

    ref: str
    text: str
    named: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    media: int | None


@dataclass(frozen=True)
class Section:
    """One section with its statements, or what it says where none was identified."""

    letter: str
    title: str
    belongs: str
    statements: tuple[Shown, ...]
    says_none: str
    faults: tuple[str, ...]


def sections_of(version: Version, *, with_faults: bool) -> list[Section]:
    """Give every section that is written."""
    plan = plan_text(version)
    rows = list(version.statements.order_by("place", "id"))
    found: dict[str, list[str]] = {}
    for fault in faults(plan) if with_faults else ():
        if not fault.answered and fault.level.value != "information":
            found.setdefault(fault.ref, []).append(fault.words)
    return [_section(letter, rows, plan, found) for letter in WRITTEN]


def _section(
    letter: str, rows: list[Statement], plan: PlanText, found: dict[str, list[str]]
) -> Section:
    here = [row for row in rows if row.section == letter]
    return Section(
        letter=letter,
        title=section_title(letter),
        belongs=BELONGS[letter],
        statements=tuple(
            _shown(row, plan, tuple(found.get(row.ref, ())))
            for row in here
            if not row.facts.get(NONE)
        ),
        says_none=next((row.text for row in here if row.facts.get(NONE)), ""),
        faults=tuple(found.get(letter, ())),
    )


def _shown(row: Statement, plan: PlanText, found: tuple[str, ...]) -> Shown:
    statement = plan.by_ref.get(row.ref)
    blocks = list(blocks_of(statement, plan)) if statement else []
    named = next((block.pairs for block in blocks if isinstance(block, Pairs)), ())
    pairs = tuple((particular(name), plain(words)) for name, words in named)
    return Shown(row.ref, row.text, pairs, found, row.media_id)


def levels(version: Version) -> Counter[str]:
    """Count what stops the issue: errors, and warnings without a reason."""
    return Counter(fault.level.value for fault in faults(plan_text(version)) if not fault.answered)
