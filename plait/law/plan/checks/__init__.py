"""What a plan lacks: every check of data/content.csv, computed."""

from plait.law.content import Level
from plait.law.plan.checks import needs, outcomes, papers, provision, views, whole
from plait.law.plan.checks.rule import WRITTEN, PlanFault, Wording, every_check, run
from plait.law.plan.model import PlanText
from plait.law.specificity import vague_phrases

__all__ = ["PlanFault", "Wording", "faults", "may_be_issued", "not_written", "stopping"]
_ROOMS = (whole, views, needs, outcomes, provision, papers)  # importing them writes the checks


def faults(plan: PlanText, *, wording: Wording | None = None) -> list[PlanFault]:
    """Give what the plan lacks, in the order of the checks; `wording` names vague phrases."""
    asked = wording or vague_phrases
    return [fault for row in every_check() for fault in run(row, plan, asked)]


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
