"""Which clocks follow from the facts of one request: a pure function, asked after every change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plait.cases.clocks_of_plans import plan_clocks
from plait.cases.wanted import CaseFacts, ReviewFacts, TransferFacts, WantedClock, wanted

__all__ = ["CaseFacts", "ReviewFacts", "TransferFacts", "WantedClock", "follow"]

DECIDE = "sr-r5-1-decide-assess"
NO_PLAN = "sr-r10-1-no-plan"
FINAL_PLAN = "sr-r13-2-final-plan"
APPEAL = "tr-20-appeal-time"
REPORTED = "reported"
REPORTED_WHY = "The return reports that an exception applied, without saying which."


def follow(facts: CaseFacts) -> list[WantedClock]:
    """Give every clock the facts want, each by its own key, never two of one key."""
    clocks = [*_decision_clocks(facts), *_appeal_windows(facts), *plan_clocks(facts)]
    return [clock for clock in clocks if clock is not None]


def _decision_clocks(case: CaseFacts) -> Iterator[WantedClock | None]:
    """A request decided before our time carries none: only its plan does."""
    if case.received_on is None or case.outcome == "H":
        return
    if clock := wanted(DECIDE, case.received_on, case):
        yield _decide(clock, case)
    if case.assessment_outcome == "H":
        return
    if clock := wanted(NO_PLAN, case.received_on, case):
        yield _no_plan(clock, case)
    if clock := wanted(FINAL_PLAN, case.received_on, case):
        yield _final_plan(clock, case)


def _decide(clock: WantedClock, case: CaseFacts) -> WantedClock:
    if case.outcome == "W":
        return clock.ended(case.outcome_on, "The request was withdrawn or ended.")
    return clock.done(case.outcome_on) if case.outcome in ("Y", "N") else clock


def _no_plan(clock: WantedClock, case: CaseFacts) -> WantedClock:
    if case.assessment_outcome == "Y":
        return clock.ended(case.assessment_on, "A plan was agreed.")
    if case.assessment_outcome == "N" and case.assessment_on:
        return clock.done(case.assessment_on)
    return _fallen_away(clock, case)


def _final_plan(clock: WantedClock, case: CaseFacts) -> WantedClock:
    if case.week20:
        clock = replace(clock, excuse=REPORTED, excuse_why=REPORTED_WHY)
    if case.assessment_outcome == "Y":
        return clock.done(case.assessment_on)
    if case.assessment_outcome == "N":
        return clock.ended(case.assessment_on, "The authority decided not to issue a plan.")
    return _fallen_away(clock, case)


def _fallen_away(clock: WantedClock, case: CaseFacts) -> WantedClock:
    """A refused or withdrawn request ends what would have come after it."""
    if case.assessment_outcome == "W":
        return clock.ended(case.assessment_on, "The assessment was withdrawn or ended.")
    if case.outcome == "N":
        return clock.ended(case.outcome_on, "The authority decided not to assess.")
    if case.outcome == "W":
        return clock.ended(case.outcome_on, "The request was withdrawn or ended.")
    return clock


def _appeal_windows(case: CaseFacts) -> Iterator[WantedClock | None]:
    """The family's clock after a decision. No feed says that an appeal was not made in time."""
    begun, appealed = appeal_from(case)
    clock = wanted(APPEAL, begun, case) if begun else None
    if clock is None or begun is None:
        return
    clock = replace(clock, known_to=begun)
    if appealed:
        yield clock.ended(begun, "The family appealed; the return does not say when.")
    elif case.known_to and clock.due_on < case.known_to:
        yield clock.ended(clock.due_on, "The time to appeal passed.")
    else:
        yield clock


def appeal_from(case: CaseFacts) -> tuple[date | None, bool | None]:
    """Give the day the time to appeal counts from, and whether the family appealed.

    It is the day the letter was sent (tribunal rule 20(1)(c)). Of a decision that came in a file
    no letter is known, and its own day stands in for it; one made here waits for its letter.
    """
    if case.outcome == "N":
        return _told(case, case.told_on, case.outcome_on), case.tribunal
    if case.assessment_outcome == "N":
        return _told(case, case.assessment_told_on, case.assessment_on), case.assessment_tribunal
    return case.plan_told_on, None


def _told(case: CaseFacts, told_on: date | None, decided_on: date | None) -> date | None:
    here = case.kept_here_since
    made_here = here is not None and decided_on is not None and decided_on >= here
    return told_on if told_on or made_here else decided_on
