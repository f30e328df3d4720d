"""A move, a second changed worker, and an open record that no roll names."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from plait.law.rights import birthday, switch_date
from plait.law.wording import day_in_words
from plait.watch.facts import Facts, RollSpell, Spell, running
from plait.watch.fired import Fired
from plait.watch.rules_authority import (
    AWAY,
    HERE,
    OUTSIDE,
    bound_for,
    crossed_homes,
    crossed_schools,
    must_happen,
)
from plait.watch.thresholds import Thresholds

SCHOOL_AGE = 5
LINES = {"caseworker": "The caseworker", "care": "The social care worker"}


def still_open(facts: Facts, on: date) -> list[Spell]:
    """Give what is open for the child in any strand, the oldest first."""
    strands = (facts.plans, facts.episodes, facts.care, facts.support)
    return sorted((one for of in strands for one in running(of, on)), key=lambda one: one.since)


def moved(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Speak where something is open and the child's address or school is another one.

    One beyond the area's boundary, or from beyond it, says what the law asks of a move.
    Where nothing is open there is nothing to lapse, and every child changes school once.
    """
    if not still_open(facts, on):
        return
    first = on - timedelta(days=given.left_days)
    told = (*_by_home(facts), *_by_school(facts, on), *_by_leaving(facts, on))
    for key, says, since, way in told:
        if first <= since <= on and not way:
            yield Fired("moved", key, (says,), since, trips="moved")
        elif first <= since <= on:
            school = not key.startswith("home:")
            then = must_happen(way, since, facts, on, school=school)
            yield Fired("moved_authority", key, (says, *then), since, trips="moved_authority")


Move = tuple[str, str, date, str]  # the fact's key, in words, its day, the way over the boundary


def _by_home(facts: Facts) -> Iterator[Move]:
    for was, one in pairwise(sorted(facts.homes, key=lambda home: home.since)):
        where = " to one outside the area's wards" if one.more == OUTSIDE else ""
        says = f"The child's address changed{where} on {day_in_words(one.since)}."
        yield f"home:{one.since}", says, one.since, crossed_homes(was, one)


def _by_school(facts: Facts, on: date) -> Iterator[Move]:
    for was, now in _other_schools(facts, on):
        way = crossed_schools(was, now)
        # A destination that was told before and the school that follows are one move.
        key = f"left:{was.until}" if way == AWAY and was.to_authority else f"setting:{now.since}"
        other = f", a school of another authority ({now.authority})" if way == AWAY else ""
        before = f", a school of another authority ({was.authority})," if way == HERE else ""
        says = f"The child went from {was.name or 'a setting'}{before} to {now.name or 'another'}"
        says += f"{other}, on its roll since {day_in_words(now.since)}."
        yield key, says, now.since, way


def _by_leaving(facts: Facts, on: date) -> Iterator[Move]:
    left = bound_for(facts, on)
    if left and left.until:
        says = f"The child left the roll of {left.name or 'a setting'} on "
        says += f"{day_in_words(left.until)} for {left.to}, of another authority "
        says += f"({left.to_authority}), and is on no other."
        yield f"left:{left.until}", says, left.until, AWAY


def _other_schools(facts: Facts, on: date) -> Iterator[tuple[RollSpell, RollSpell]]:
    """Give each school that a child came to after leaving another; two at once are no move."""
    rolls = sorted(facts.rolls, key=lambda one: (one.since, one.ref))
    for now in running(rolls, on)[-1:]:
        before = [one for one in rolls if one.since < now.since and one.name != now.name]
        known_there = any(one.name == now.name and one.since < now.since for one in rolls)
        for was in before[-1:]:
            if was.until is not None and was.until <= on and not known_there:
                yield was, now


def changes(workers: tuple[Spell, ...]) -> list[tuple[date, str]]:
    """Give the days on which somebody took over from somebody else, and in whose line."""
    lines: dict[str, list[Spell]] = defaultdict(list)
    for one in sorted(workers, key=lambda spell: spell.since):
        lines[one.more].append(one)
    found = [
        (now.since, line)
        for line, held in lines.items()
        for was, now in pairwise(held)
        if was.name != now.name and was.until is not None
    ]
    return sorted(found)


def workers_changed(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Speak of the second time in the area's window that a worker is another one."""
    window, found = timedelta(days=given.worker_days), changes(facts.workers)
    for (first, one), (second, other) in list(pairwise(found))[-1:]:
        if second - first <= window and on - second <= window:
            says = tuple(
                f"{LINES[line.partition(':')[0]]} changed on {day_in_words(day)}."
                for day, line in ((first, one), (second, other))
            )
            yield Fired("workers_changed", f"{second}", says, second, trips="workers_changed")


def on_no_roll(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Speak where something is open for a child of school age whom no roll names.

    Silence of the rolls says something of a child with a plan, of one who was on a roll, and of
    all where the area's rolls are complete; leaving one is told apart while it is new.
    """
    opened = still_open(facts, on)
    if not opened or not birthday(facts.born, SCHOOL_AGE) <= on < switch_date(facts.born):
        return
    placed = (facts.rolls, facts.at_home, facts.missing, facts.eotas, facts.alternative)
    placed += (facts.elsewhere,)
    if any(running(spells, on) for spells in placed):
        return
    left = max((one.until for one in facts.rolls if one.until), default=None)
    if left and on - left <= timedelta(days=given.left_days):
        return
    if not (left or given.rolls_complete or running(facts.plans, on)):
        return
    since = left or opened[0].since
    after = f"no roll names the child since {day_in_words(left)}" if left else "no roll names them"
    says = f"Something is open for the child since {day_in_words(opened[0].since)}, and {after}."
    yield Fired("on_no_roll", f"{since}", (says,), since)
