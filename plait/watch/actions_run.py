"""One run of the watch for one day: the list and the signals follow the facts; nothing twice.

It may run as often as one likes: a fact fires a rule once, a child is on the list once, a party is
told once. What a person wrote (owner, next check, another reason, an answer) is never touched.
"""

from collections import Counter
from datetime import date, datetime
from time import perf_counter

from django.db import transaction

from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.cases.area_rules import get
from plait.journal import actions as journal
from plait.people.models import Area, Post, Role
from plait.watch.facts import as_of
from plait.watch.found import BY_THE_FACTS, Found
from plait.watch.models import OutOfSchool, Run, Signal
from plait.watch.queries_facts import AT_ONCE, children_of, facts_of
from plait.watch.rules_list import why_on_list
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds


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
    given = thresholds_of(area)
    found = Found(area, on, given, _owners(area, on))
    on_list = {
        one.child_id: one for one in OutOfSchool.objects.filter(area=area, ended_on__isnull=True)
    }
    by_hand = _taken_off_by_hand(area)
    fired = set(Signal.objects.filter(area=area).values_list("child_id", "rule", "key"))
    looked, began = 0, perf_counter()
    for facts in facts_of(children_of(area)):
        looked += 1
        then = as_of(facts, on)
        reason = why_on_list(then, on, given)
        if reason and (facts.child_id, reason.reason, reason.since) in by_hand:
            reason = None
        found.listed(facts.child_id, reason, on_list.get(facts.child_id))
        for one in signals(then, on, given):
            if (facts.child_id, one.rule, one.key) not in fired:
                fired.add((facts.child_id, one.rule, one.key))
                found.fire(then, one)
        if looked % AT_ONCE == 0:
            found.write()
    found.write()
    done = Run.objects.create(
        area=area, day=on, at=at, children=looked, found=dict(+found.count),
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
