"""Signals: what turned for a child, with the facts that fired it, in words a parent could read.

A rule gives at most one signal a fact; `key` names the fact, so that a run the next day does not
fire it again. A tripwire asks every strand with an open episode to keep, move or end it.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from plait.law.wording import day_in_words
from plait.watch.facts import Facts, running
from plait.watch.fired import Fired
from plait.watch.marks import year_so_far
from plait.watch.rules_authority import bound_for
from plait.watch.rules_hidden import hidden_part_time, unregistered_provision
from plait.watch.rules_moves import moved, on_no_roll, still_open, workers_changed
from plait.watch.thresholds import Thresholds

DAY = timedelta(days=1)
YEAR = timedelta(days=365)


def signals(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Give every signal that stands on a day, by the facts known then."""
    for rule in RULES:
        yield from rule(facts, on, given)


def _left_a_roll(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    if running(facts.rolls, on) or (bound_for(facts, on) and still_open(facts, on)):
        return  # the second is told as a move to another authority
    gone = [one for one in facts.rolls if one.until and one.until < on]
    for one in sorted(gone, key=lambda spell: spell.until or on)[-1:]:
        left = one.until or on
        if on - left <= timedelta(days=given.left_days):
            where = one.name or "a setting"
            says = f"The child left the roll of {where} on {day_in_words(left)} and is on no other."
            says += f" Where to, by the school: {one.to}." if one.to else ""
            yield Fired("left_a_roll", f"{left}", (says,), left, trips="off_roll")


def _went_part_time(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    for one in running(facts.part_time, on):
        since = _without_a_break(facts, one.since)
        hours = f" of {one.hours} hours a week" if one.hours else ""
        began = "began" if since == one.since else "goes on since the child went part-time"
        says = f"A part-time timetable{hours} {began} on {day_in_words(since)}."
        yield Fired("went_part_time", f"{since}", (says,), since, trips="part_time")


def _without_a_break(facts: Facts, since: date) -> date:
    """Give the day a child went part-time, through each time the timetable was prolonged."""
    before = [one.since for one in facts.part_time if one.until and one.until + DAY == since]
    return _without_a_break(facts, min(before)) if before else since


def _part_time_overran(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    for one in running(facts.part_time, on):
        if one.to_end_on < on:
            says = (
                f"The part-time timetable was to end on {day_in_words(one.to_end_on)} and runs on."
            )
            yield Fired("part_time_overran", f"{one.to_end_on}", (says,), one.to_end_on)


def _half_absent(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    counts, first = year_so_far(facts, on)
    if counts.possible >= given.least_sessions and counts.severe:
        says = f"{counts.absent} of {counts.possible} sessions were missed this school year."
        yield Fired("half_absent", f"{first.year}", (says,), on, trips="half_absent")


def _excluded(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    for one in facts.exclusions:
        if one.since <= on:
            says = f"The child was permanently excluded on {day_in_words(one.since)}."
            yield Fired("excluded", f"{one.since}", (says,), one.since, trips="excluded")


def _suspended_again(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    lately = sorted(one.since for one in facts.suspensions if on - YEAR < one.since <= on)
    if len(lately) >= given.suspensions:
        last = lately[given.suspensions - 1]
        says = f"{len(lately)} suspensions in a year, the last on {day_in_words(lately[-1])}."
        yield Fired("suspended_again", f"{last}", (says,), last)


def _alternative_without_return(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    for one in running(facts.alternative, on):
        if one.return_on is None:
            says = f"The placement at {one.name} has no return date."
            yield Fired("no_return_plan", f"{one.since}", (says,), one.since)
        elif one.return_on < on:
            says = f"The return from {one.name} was planned for {day_in_words(one.return_on)}."
            yield Fired("return_overdue", f"{one.return_on}", (says,), one.return_on)


RULES: tuple[Callable[[Facts, date, Thresholds], Iterator[Fired]], ...] = (
    _left_a_roll, _went_part_time, _part_time_overran, _half_absent, _excluded, _suspended_again,
    _alternative_without_return, hidden_part_time, unregistered_provision, moved, workers_changed,
    on_no_roll,
)  # fmt: skip
# Those that ask every strand, tell others, and ask for a lead professional.
TRIPWIRES = (
    "left_a_roll", "went_part_time", "half_absent", "excluded", "hidden_part_time", "moved",
    "moved_authority", "workers_changed",
)  # fmt: skip
WORDS = {
    "left_a_roll": "Left a roll",
    "went_part_time": "Went part-time",
    "part_time_overran": "A part-time timetable overran",
    "half_absent": "Absent half the time",
    "excluded": "Permanently excluded",
    "suspended_again": "Suspended again and again",
    "no_return_plan": "Alternative provision without a return date",
    "return_overdue": "A return is overdue",
    "hidden_part_time": "Part time, and nobody was told",
    "moved": "Moved",
    "moved_authority": "A move to another local authority, or from one",
    "workers_changed": "A second change of worker",
    "on_no_roll": "On no roll, and something is open",
    "told_in_error": "Told of the wrong child: put it right",
    "unregistered_provision": "A provider that should be registered",
}
