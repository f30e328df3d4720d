"""The time to appeal on the road: its last day, or what it waits for until the letter is sent."""

from datetime import date

from plait.cases.clocks import APPEAL
from plait.cases.queries import Case
from plait.child.pages.road_dates import Date, due_of
from plait.child.queries_road import Facts
from plait.ui.words import long_day

WAITS = "begins when the letter is sent"
WHY = (
    "It counts from the day written notice of the decision is sent to the family (Tribunal Rules "
    "2008, rule 20(1)(c)); the record has no such day yet. Send the letter."
)


def time_to_appeal(facts: Facts) -> tuple[Date, ...]:
    """Give the day until which the family may appeal, with its reason."""
    clock = facts.clock(APPEAL)
    if clock is not None:
        if clock.ended_on:
            return ()
        (_, when, why), = due_of(facts, APPEAL)[0]  # fmt: skip
        return (("The family may appeal until", when, why),)
    waits_since = untold_since(facts.case)
    if waits_since is None:
        return ()
    return (("The time to appeal", WAITS, f"Decided {long_day(waits_since)}. {WHY}"),)


def untold_since(case: Case | None) -> date | None:
    """Give the day of an appealable decision of which no letter is known to have been sent."""
    if case is None:
        return None
    request, assessment, plan = case.request, case.assessment, case.plan
    if request.outcome == "N":
        return None if request.told_on else request.outcome_on
    if assessment and assessment.outcome == "N":
        return None if assessment.told_on else assessment.outcome_on
    if plan and not plan.ceased_on and plan.source_id is None:
        return None if plan.told_on else plan.started_on
    return None
