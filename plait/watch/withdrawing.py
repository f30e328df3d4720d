"""Signals withdrawn, with their questions, when the fact they were given for was another child's.

What is asked is exact: a signal that stood by the facts before and no longer stands after.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plait.access.nightly import as_plait
from plait.access.reader import Reader
from plait.health.models import Episode
from plait.journal import actions as journal
from plait.people.models import Area, Child
from plait.watch import telling_again
from plait.watch.actions_run import thresholds_of
from plait.watch.facts import as_of
from plait.watch.found import BY_THE_FACTS
from plait.watch.models import OutOfSchool, Question, Signal
from plait.watch.queries_facts import facts_of
from plait.watch.rules_list import Reason, why_on_list
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds


@dataclass(frozen=True)
class Stood:
    """What the facts said of a child: open signals with their events, and the list."""

    signals: set[int]  # open
    events: set[tuple[str, date]]  # what others must be told of, whatever became of the signal
    reason: Reason | None


def standing(child: Child, on: date) -> Stood:
    """Say which open signals the facts on record still give, each on the day it fired."""
    facts = next(facts_of([(child.pk, child.birth_date)]))
    found, events = set(), set()
    for one in Signal.objects.filter(child=child).exclude(rule=telling_again.RULE):
        given = Thresholds(**one.thresholds)
        for fired in signals(as_of(facts, one.fired_on), one.fired_on, given):
            if (fired.rule, fired.key) == (one.rule, one.key):
                found |= {one.pk} if one.state == Signal.State.OPEN else set()
                events |= {(fired.trips, fired.happened_on)} if fired.trips else set()
    area = Area.objects.get(pk=child.area_id)
    return Stood(found, events, why_on_list(as_of(facts, on), on, thresholds_of(area)))


def withdraw(
    *, child: Child, stood: Stood, gone: Collection[str], why: str, by: Reader, at: datetime
) -> int:
    """Withdraw what no longer stands, and questions about what is gone; give how many signals.

    Whoever was told of it is told that it was an error.
    """
    says = f"Withdrawn, for what it rested on was not this child's: {why}"[:500]
    with as_plait(by, why=why) as plait:
        now = standing(child, by.today)
        fell = stood.signals - now.signals
        ended: dict[str, Any] = {"done": says, "ended_on": by.today, "ended_by": by.user}
        Signal.objects.filter(pk__in=fell).update(state=Signal.State.DISMISSED, **ended)
        asked = _questions(child, fell, gone, says, by)
        again = telling_again.put_right(
            child=child, events=stood.events - now.events, why=why,
            given=thresholds_of(by.area), by=by,
        )  # fmt: skip
        if now.reason != stood.reason:
            _list_follows(child, now.reason, by.today)
        if fell or asked or again:
            journal.write(
                "signals_withdrawn", area=by.area, by=plait.user, child=child, why=says, at=at,
                signals=sorted(fell), questions=asked, tell_again=again,
            )  # fmt: skip
    return len(fell)


def _questions(
    child: Child, fell: Collection[int], gone: Collection[str], says: str, by: Reader
) -> list[int]:
    """Answer what need not be asked: what goes on goes on, and may end again like any other."""
    open_ones = Question.objects.filter(child=child, answer="")
    asked = [one for one in open_ones if one.signal_id in fell or one.about in gone]
    open_ones.filter(pk__in=[one.pk for one in asked]).update(
        answer=Question.Answer.KEEP, why=says, answered_on=by.today, answered_by=by.user
    )
    still = set(open_ones.values_list("about", flat=True))
    freed = [
        int(one.about.partition(":")[2])
        for one in asked
        if one.strand == Question.Strand.HEALTH and one.about not in still
    ]
    Episode.objects.filter(pk__in=freed).update(asked_about=False)
    return sorted(one.pk for one in asked)


def _list_follows(child: Child, reason: Reason | None, on: date) -> None:
    """Let the list follow the facts, where the facts alone had put the child there."""
    entry = OutOfSchool.objects.filter(child=child, ended_on=None, corrected_why="").first()
    if entry is None or not entry.found_by:
        return
    if reason is None:
        entry.ended_on, entry.ended_why = max(on, entry.since), BY_THE_FACTS
    else:
        entry.reason = entry.found_by = reason.reason
        entry.facts = list(reason.says)
    entry.save()
