"""Whether to assess again, on the road of a child whose plan is kept: section 44(2)."""

from collections.abc import Iterator

from django.urls import reverse

from plait.assessment.models import Reassessment
from plait.assessment.pages.again import ANSWERS, FIFTEEN
from plait.cases.actions_told_again import APPEAL, FINAL
from plait.child.pages.road_step import DONE, NOW, Act, Step
from plait.child.queries_road import Facts
from plait.law.process import State
from plait.law.reassessing import ASKERS
from plait.ui.words import day, long_day

TITLE = "Assessed again"
WEEKS = "Fourteen weeks from the day the family was told (reg 27)."
APPEALS = "Two months from the day the letter was sent (Tribunal Rules 2008, rule 20(1)(c))."


def assessed_again(facts: Facts) -> Iterator[Step]:
    """Give the step where somebody asked for a new assessment; nothing before."""
    if not facts.again:
        return
    last = facts.again[0]
    came = f"{ASKERS[last.asked_by][0]} asked; received {long_day(last.received_on)}."
    open_still = not last.outcome or last.goes_on
    clock = last.clock
    late = "Late" if not last.outcome and clock and facts.today > clock.due_on else ""
    said = (came, _how(last)) if last.outcome else (came,)
    stands = NOW if open_still else DONE
    yield Step("again", TITLE, stands, said, _dates(facts, last), _acts(facts, last), late)


def _how(last: Reassessment) -> str:
    if last.ended_on:
        return f"{last.get_ended_how_display()}, {long_day(last.ended_on)}."
    return f"{ANSWERS[last.outcome]}, {long_day(last.decided_on)}."


def _dates(facts: Facts, last: Reassessment) -> tuple[tuple[str, str, str], ...]:
    """Give the legal days of this one request, each met by its letter."""
    found = []
    if last.clock and last.outcome != "W":
        when = day(last.clock.due_on)
        told = last.clock.done_on
        found.append(
            ("The family was told on", f"{long_day(told)}; due {when}", FIFTEEN) if told
            else ("The family is told by", when, FIFTEEN)
        )  # fmt: skip
    for clock in facts.record.clocks:
        if clock.ref != last.ref or clock.superseded_by_id or clock.ended_on:
            continue
        if clock.duty == FINAL and not clock.done_on:
            found.append(("The plan, or the answer, by", day(clock.due_on), WEEKS))
        if clock.duty == APPEAL:
            found.append(("The family may appeal until", day(clock.due_on), APPEALS))
    return tuple(found)


def asking_again(facts: Facts) -> tuple[Act, ...]:
    """Lead to where a request is recorded, while a plan is kept and none is open."""
    if facts.state is not State.PLAN_MAINTAINED or not facts.standing.may_write("panel"):
        return ()
    to = reverse("assessment:again_ask", args=[facts.child_id])
    return (("Record a request to assess again", to),)


def _acts(facts: Facts, last: Reassessment) -> tuple[Act, ...]:
    if not facts.standing.may_read("case"):
        return ()
    to = [facts.child_id]
    page = ("Requests to assess again", reverse("assessment:again", args=to))
    if not facts.standing.may_write("panel"):
        return (page,)
    if not last.outcome:
        decide = reverse("assessment:again_decide", args=[*to, last.pk])
        return (("Decide whether to assess again", decide), page)
    return (page,)
