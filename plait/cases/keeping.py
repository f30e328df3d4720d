"""Keep the stored clocks as the facts want them; what changed its start is superseded, not lost."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from plait.cases.clocks import REPORTED, CaseFacts, WantedClock, follow
from plait.cases.facts import facts_of
from plait.cases.models import Clock, Request
from plait.journal import actions as journal
from plait.people.models import Source, User
from plait.people.rows import add_all, change_all, fresh
from plait.ui.words import in_short

_MOVES = ("done_on", "ended_on", "ended_why", "known_to", "excuse", "excuse_why")
_CHANGES = (*_MOVES, "excuse_by", "excused_at", "excuse_ended_on")
NO_LONGER = "It no longer follows from the record."


@dataclass
class Kept:
    """What keeping came to: clocks begun, moved on, and superseded (old, new)."""

    begun: list[Clock] = field(default_factory=list)
    moved: list[Clock] = field(default_factory=list)
    superseded: list[tuple[Clock, Clock]] = field(default_factory=list)


def keep_clocks(request: Request, *, why: str, by: User | None, at: datetime) -> Kept:
    """Bring one request's clocks in line with its facts, and journal each that was superseded."""
    kept = keep_many([request], why=why, on=at.date())
    for old, new in kept.superseded:
        journal.write(
            "clock_superseded", area=request.area, child=request.child, by=by, why=why, at=at,
            duty=old.duty, was_due=old.due_on.isoformat(), due=new.due_on.isoformat(),
            clock=new.pk,
        )  # fmt: skip
    return kept


def keep_many(
    requests: Sequence[Request], *, why: str, on: date, source: Source | None = None,
    facts: Mapping[int, CaseFacts] | None = None,
) -> Kept:  # fmt: skip
    """Bring many requests' clocks in line, with a fixed number of queries."""
    kept, facts = Kept(), facts or facts_of(requests)
    held = _held([request.pk for request in requests])
    for request in requests:
        clocks = held.get(request.pk, {})
        for want in follow(facts[request.pk]):
            _keep(want, clocks.pop(want.key, None), request, source, kept)
        kept.moved += [clock for clock in clocks.values() if _let_go(clock, on, why)]
    _store(kept, why)
    return kept


def _held(requests: list[int]) -> dict[int, dict[tuple[str, int | None, int | None], Clock]]:
    """Give each request's clocks in force; an ended one of an old fact may come back to life."""
    held: dict[int, dict[Any, Clock]] = defaultdict(dict)
    current = Clock.objects.filter(request_id__in=requests, superseded_by__isnull=True, ref="")
    for clock in current.order_by("id"):
        key = clock.duty, clock.review_id, clock.phase_transfer_id
        held[clock.request_id or 0][key] = clock
    return held


def _keep(
    want: WantedClock, clock: Clock | None, request: Request, source: Source | None, kept: Kept
) -> None:
    if clock is None:
        kept.begun.append(_new(want, request, source))
    elif _counted_alike(want, clock):
        if _move(want, clock):
            kept.moved.append(clock)
    else:
        new = _new(want, request, source)
        _carry_over(clock, new, want)
        kept.superseded.append((clock, new))


def _new(want: WantedClock, request: Request, source: Source | None) -> Clock:
    return fresh(
        Clock,
        area_id=request.area_id,
        child_id=request.child_id,
        source_id=source.pk if source else None,
        source_line=request.source_line if source else None,
        request_id=request.pk,
        review_id=want.review_id,
        phase_transfer_id=want.transfer_id,
        duty=want.duty,
        version=want.version,
        started_on=want.started_on,
        facts=dict(want.facts),
        due_on=want.due_on,
        **{name: getattr(want, name) for name in _MOVES},
    )


def _counted_alike(want: WantedClock, clock: Clock) -> bool:
    return (want.started_on, want.due_on, want.version, dict(want.facts)) == (
        clock.started_on, clock.due_on, clock.version, clock.facts,
    )  # fmt: skip


def _move(want: WantedClock, clock: Clock) -> bool:
    """Take on what the facts say now; an excuse or a day recorded by a person stands."""
    before = [getattr(clock, name) for name in _MOVES]
    told = want.told_by_people and clock.done_on is not None
    for name in ("known_to",) if told else ("done_on", "ended_on", "ended_why", "known_to"):
        setattr(clock, name, getattr(want, name))
    if clock.excuse in ("", REPORTED):
        clock.excuse, clock.excuse_why = want.excuse, want.excuse_why
    return before != [getattr(clock, name) for name in _MOVES]


def _carry_over(old: Clock, new: Clock, want: WantedClock) -> None:
    if old.excuse not in ("", REPORTED):
        for name in ("excuse", "excuse_why", "excuse_by_id", "excused_at", "excuse_ended_on"):
            setattr(new, name, getattr(old, name))
    if want.told_by_people and old.done_on:
        new.done_on, new.ended_on, new.ended_why = old.done_on, None, ""


def _let_go(clock: Clock, on: date, why: str) -> bool:
    """End a clock whose facts are gone; its past is in the history."""
    if clock.ended_why.startswith(NO_LONGER):
        return False
    clock.done_on, clock.ended_on = None, on
    clock.ended_why = in_short(f"{NO_LONGER} {why}", 200)
    return True


def _store(kept: Kept, why: str) -> None:
    add_all(kept.begun + [new for _, new in kept.superseded])
    for old, new in kept.superseded:
        old.superseded_by, old.superseded_why = new, in_short(why, 300)
    change_all([old for old, _ in kept.superseded], ("superseded_by", "superseded_why"))
    change_all(kept.moved, _CHANGES)
