"""Clocks that an act begins, meets or ends, and that follow from no other fact of the request.

A request has several of one duty (each piece of advice its own six weeks), told apart by `ref`.
"""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from plait.cases.models import Clock, Request
from plait.law.duties import bind
from plait.law.reckoning import reckon
from plait.ui.words import in_short


def begin(
    *, request: Request, duty: str, on: date, ref: str, facts: Mapping[str, date] | None = None
) -> Clock:
    """Start a clock of a duty for one thing; the law says when it is due."""
    bound = bind(duty, on)
    given = dict(facts or {})
    return Clock.objects.create(
        area_id=request.area_id,
        child_id=request.child_id,
        request=request,
        ref=ref,
        duty=duty,
        version=bound.version,
        started_on=on,
        facts={name: day.isoformat() for name, day in given.items()},
        due_on=reckon(bound, on, given).due,
    )


def meet(*, ref: str, on: date, duty: str = "") -> None:
    """Mark the open clocks of one thing as done on a day; those done or ended stay as they are."""
    _open(ref, duty).update(done_on=on)


def end(*, ref: str, on: date, why: str, duty: str = "") -> None:
    """Mark the open clocks of one thing as fallen away, and say why."""
    _open(ref, duty).update(ended_on=on, ended_why=in_short(why, 200))


def end_all(*, request: Request, starting: str, on: date, why: str) -> None:
    """End every open clock of a request whose `ref` starts so, as when an assessment ends."""
    clocks = Clock.objects.filter(
        request=request, ref__startswith=starting, done_on__isnull=True, ended_on__isnull=True,
        superseded_by__isnull=True,
    )  # fmt: skip
    clocks.update(ended_on=on, ended_why=in_short(why, 200))


def _open(ref: str, duty: str) -> QuerySet[Clock]:
    clocks = Clock.objects.filter(
        ref=ref, done_on__isnull=True, ended_on__isnull=True, superseded_by__isnull=True
    )
    return clocks.filter(duty=duty) if duty else clocks
