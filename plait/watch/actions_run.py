"""One run of the watch for one day: the list and the signals follow the facts; nothing twice.

It may run as often as one likes: a fact fires a rule once, a child is on the list once, a party is
told once. What a person wrote (owner, next check, another reason, an answer) is never touched.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from time import perf_counter
from typing import Any

from django.db import transaction

from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.cases.area_rules import get
from plait.health.models import Episode
from plait.journal import actions as journal
from plait.people.models import Area, Post, Role
from plait.standards.health.services import service_name
from plait.watch.facts import Facts, Spell, as_of, running
from plait.watch.fired import Fired
from plait.watch.models import OutOfSchool, Question, Run, Signal, Told
from plait.watch.parties import must_know
from plait.watch.queries_facts import children_of, facts_of
from plait.watch.rules_list import Reason, why_on_list
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

BY_THE_FACTS = "The facts on record no longer say that the child is out of school."
OWNERS = {"home_educated": Role.HOME_EDUCATION_OFFICER}


def thresholds_of(area: Area) -> Thresholds:
    """Give an area's own thresholds."""
    return Thresholds(**get(area, "watch"))


def seen_on(*, on: date, by: Reader) -> tuple[int, Counter[str]]:
    """Say what a run on a past day would have found, by the facts of that day; nothing is written.

    Gives how many children were looked at, and how many each reason and each rule found.
    """
    _require(by)
    given, found, looked = thresholds_of(by.area), Counter[str](), 0
    for facts in facts_of(children_of(by.area)):
        looked += 1
        then = as_of(facts, on)
        if reason := why_on_list(then, on, given):
            found[f"list:{reason.reason}"] += 1
        found.update(one.rule for one in signals(then, on, given))
    return looked, found


def _require(by: Reader) -> None:
    if not by.writes_all("missing"):
        raise Refused("You cannot run the watch. It is for those who keep the one list.")


@transaction.atomic
def run(*, by: Reader, at: datetime) -> Run:
    """Look at every child of the area today, and write what is newly true."""
    _require(by)
    on, area = by.today, by.area
    given, found = thresholds_of(area), Counter[str]()
    on_list = {
        one.child_id: one for one in OutOfSchool.objects.filter(area=area, ended_on__isnull=True)
    }
    by_hand = _taken_off_by_hand(area)
    fired = set(Signal.objects.filter(area=area).values_list("child_id", "rule", "key"))
    owners = _owners(area, on)
    looked, began = 0, perf_counter()
    for facts in facts_of(children_of(area)):
        looked += 1
        then = as_of(facts, on)
        reason = why_on_list(then, on, given)
        if reason and (facts.child_id, reason.reason, reason.since) in by_hand:
            reason = None
        found.update(_listed(area, then, reason, on_list.get(facts.child_id), on, given, owners))
        for one in signals(then, on, given):
            if (facts.child_id, one.rule, one.key) not in fired:
                _fire(area, then, one, on, given, owners)
                found[one.rule] += 1
    done = Run.objects.create(
        area=area, day=on, at=at, children=looked, found=dict(found),
        seconds=round(perf_counter() - began, 2),
    )  # fmt: skip
    journal.write("watch_ran", area=area, by=by.user, at=at, day=f"{on}", run=done.pk)
    return done


def _taken_off_by_hand(area: Area) -> set[tuple[int, str, date]]:
    """Give whom a person took off the list, and from which reason: it does not list them again."""
    rows = OutOfSchool.objects.filter(area=area, ended_on__isnull=False)
    ended = rows.exclude(ended_why=BY_THE_FACTS)
    return set(ended.values_list("child_id", "found_by", "since"))


def _owners(area: Area, on: date) -> dict[str, int | None]:
    """Give one officer a role, where the area has exactly one; else the role alone owns it."""
    posts = Post.objects.filter(in_force(on), area=area)
    found: dict[str, int | None] = {}
    for role in (Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER):
        users = {post.user_id for post in posts.filter(role=role)}
        found[role] = users.pop() if len(users) == 1 else None
    return found


def _listed(
    area: Area, facts: Facts, reason: Reason | None, entry: OutOfSchool | None, on: date,
    given: Thresholds, owners: dict[str, int | None],
) -> list[str]:  # fmt: skip
    """Put a child on the list, or take off whom the facts alone had put there."""
    if reason and entry is None:
        OutOfSchool.objects.create(
            area=area, child_id=facts.child_id, reason=reason.reason, found_by=reason.reason,
            facts=list(reason.says), since=min(reason.since, on), education=reason.education[:300],
            hours_a_week=reason.hours or None, next_check_on=on + timedelta(days=given.check_days),
            owner_id=owners[OWNERS.get(reason.reason, Role.ATTENDANCE_OFFICER)],
        )  # fmt: skip
        return [f"list:{reason.reason}"]
    if entry is None or not entry.found_by or entry.corrected_why:
        return []
    if reason is None:
        entry.ended_on = max(on, entry.since)
        entry.ended_why = BY_THE_FACTS
        entry.save(update_fields=["ended_on", "ended_why"])
        return ["list:ended"]
    was = entry.found_by
    if (was, entry.facts) != (reason.reason, list(reason.says)):
        entry.reason = entry.found_by = reason.reason
        entry.facts = list(reason.says)  # a count in them may grow from day to day
        entry.save(update_fields=["reason", "found_by", "facts"])
    return ["list:changed"] if was != reason.reason else []


def _fire(
    area: Area, facts: Facts, one: Fired, on: date, given: Thresholds,
    owners: dict[str, int | None],
) -> None:  # fmt: skip
    signal = Signal.objects.create(
        area=area, child_id=facts.child_id, rule=one.rule, key=one.key, fired_on=on,
        facts=list(one.says), thresholds=asdict(given), due_on=on + timedelta(days=given.due_days),
        owner_id=owners[Role.ATTENDANCE_OFFICER], owner_role=Role.ATTENDANCE_OFFICER,
    )  # fmt: skip
    if one.trips:
        _trip(area, facts, one, signal, on, given)


def _trip(
    area: Area, facts: Facts, one: Fired, signal: Signal, on: date, given: Thresholds
) -> None:
    """Ask every strand to keep, move or end what is open; say who must know."""
    asked: list[tuple[str, Any, str]] = [
        *(
            ("health", spell, f"{service_name(spell.name)}, {spell.more}")
            for spell in _still_open(facts.episodes, on)
        ),
        *(("care", spell, spell.name or "Social care") for spell in _still_open(facts.care, on)),
        *(("education", spell, "The EHC plan") for spell in _still_open(facts.plans, on)),
        *(("education", spell, spell.name) for spell in _still_open(facts.alternative, on)),
        *(("education", spell, spell.name or "A part") for spell in _still_open(facts.eotas, on)),
        *(
            ("education", spell, f"SEN support, {spell.name}")
            for spell in _still_open(facts.support, on)
        ),
    ]
    due = on + timedelta(days=given.question_days)
    Question.objects.bulk_create(
        Question(
            area=area, child_id=facts.child_id, signal=signal, strand=strand, about=spell.ref,
            what=what.strip(", ")[:200], asked_on=on, due_on=due,
        )
        for strand, spell, what in asked
    )  # fmt: skip
    episodes = [
        int(spell.ref.partition(":")[2]) for strand, spell, _ in asked if strand == "health"
    ]
    Episode.objects.filter(pk__in=episodes, ended_on__isnull=True).update(asked_about=True)
    Told.objects.bulk_create(
        [
            Told(
                area=area, child_id=facts.child_id, event=one.trips,
                happened_on=one.happened_on, party=party,
            )
            for party in must_know(facts, on, one.trips)
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def _still_open(spells: Iterable[Spell], on: date) -> list[Spell]:
    """Leave out what ends today: there is nothing left to keep, move or end."""
    return [spell for spell in running(spells, on) if spell.until is None]
