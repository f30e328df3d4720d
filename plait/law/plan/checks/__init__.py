"""What a plan lacks: every check of data/content.csv, computed."""

from plait.law.content import Level
from plait.law.plan.checks import needs, outcomes, papers, provision, views, whole
from plait.law.plan.checks.rule import WRITTEN, PlanFault, Wording, every_check, run, told
from plait.law.plan.model import PlanText, Representation
from plait.law.specificity import vague_phrases

__all__ = ["PlanFault", "Wording", "faults", "may_be_issued", "not_written", "stopping"]
_ROOMS = (whole, views, needs, outcomes, provision, papers)  # importing them writes the checks


def faults(
    plan: PlanText,
    *,
    wording: Wording | None = None,
    draft: PlanText | None = None,
    representations: tuple[Representation, ...] = (),
) -> list[PlanFault]:
    """Give what the plan lacks, in the order of the checks; `wording` names vague phrases.

    A final plan is held against the `draft` it came from, and the family's comments, where given.
    """
    asked = wording or vague_phrases
    found: list[PlanFault] = []
    for row in every_check():
        found += run(row, plan, asked)
        if row.code == "G4" and draft is not None:
            found += told(row, plan, whole.beyond_the_draft(draft, plan, representations))
    return found


def stopping(found: list[PlanFault]) -> list[PlanFault]:
    """Give what stops the issue: each error, and each warning that nobody answered."""
    return [
        fault
        for fault in found
        if fault.level is Level.ERROR or (fault.level is Level.WARNING and not fault.answered)
    ]


def may_be_issued(plan: PlanText, *, wording: Wording | None = None) -> bool:
    """Say whether nothing stops the issue."""
    return not stopping(faults(plan, wording=wording))


def not_written() -> set[str]:
    """The checks that stand in the table and have no function, or the other way round."""
    return {row.code for row in every_check()} ^ set(WRITTEN)
