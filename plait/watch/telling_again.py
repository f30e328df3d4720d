"""Those who were told of a child what was another's: they are to be told that it was an error.

What was told cannot be untold. Each party that was gets a line of its own on the board, and one
signal with an owner stays open until every such line is told.
"""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, timedelta

from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.people.models import Child, Post, Role
from plait.ui.words import long_day
from plait.watch.models import Signal, Told
from plait.watch.parties import EVENTS, IN_ERROR, WORDS
from plait.watch.queries import KEEPERS
from plait.watch.thresholds import Thresholds

RULE = "told_in_error"
Event = tuple[str, date]


def put_right(
    *, child: Child, events: Collection[Event], why: str, given: Thresholds, by: Reader
) -> list[int]:
    """Ask that whoever was told of these events hears that they were not this child's.

    Gives the lines of the board that are now to be told. Who was not told yet needs not be.
    """
    made: list[int] = []
    for event, day in sorted(events):
        rows = Told.objects.filter(child=child, event=event, happened_on=day)
        rows.filter(told_at=None).delete()
        if held := list(rows):
            again = [
                Told.objects.get_or_create(
                    area=child.area, child=child, event=f"{IN_ERROR}{event}", happened_on=day,
                    party=one.party, defaults={"who": one.who},
                )[0].pk
                for one in held
            ]  # fmt: skip
            _signal(child, held, why, given, by)
            made += again
    return made


def _signal(child: Child, held: list[Told], why: str, given: Thresholds, by: Reader) -> None:
    event, day = held[0].event, held[0].happened_on
    parties = ", ".join(_named(one) for one in held)
    says = (
        f"“{EVENTS.get(event, event)}, {long_day(day)}” was told of this child in error: {why}",
        f"Told were: {parties}.",
        "What they were told cannot be taken back. Ring each, say that it was not about this "
        "child, ask what they did because of it, and write down on the board that they know.",
    )
    Signal.objects.get_or_create(
        child=child, rule=RULE, key=f"{event}:{day}:{by.today}",
        defaults={
            "area": child.area, "fired_on": by.today, "facts": list(says),
            "thresholds": asdict(given), "due_on": by.today + timedelta(days=given.due_days),
            "owner_id": _owner(held, by), "owner_role": Role.ATTENDANCE_OFFICER,
        },
    )  # fmt: skip


def _named(one: Told) -> str:
    return WORDS.get(one.party, one.party) + (f" ({one.who})" if one.who else "")


def _owner(held: list[Told], by: Reader) -> int | None:
    """Whoever told them, where that is one person who still keeps the list; else the role."""
    tellers = {one.told_by_id for one in held}
    posts = Post.objects.filter(in_force(by.today), area=by.area, role__in=KEEPERS)
    here = set(posts.filter(user__in=tellers).values_list("user", flat=True))
    return here.pop() if len(tellers) == len(here) == 1 else None


def lines_of(signal: Signal) -> list[Told]:
    """Give the lines of the board that a signal asks to be told; none for another signal."""
    if signal.rule != RULE:
        return []
    event, day, _ = signal.key.split(":")
    rows = Told.objects.filter(child_id=signal.child_id, event=f"{IN_ERROR}{event}")
    return list(rows.filter(happened_on=day).order_by("id"))


def require_told(signal: Signal) -> None:
    """Refuse to end the signal while somebody still believes the error."""
    waiting = [_named(one) for one in lines_of(signal) if one.told_at is None]
    if waiting:
        raise Refused(
            f"Not everybody knows yet that it was an error: {', '.join(waiting)}.",
            who_can="Tell them, and write it down on the board. Then end the signal.",
        )
