"""Rows of a link taken back: what it made goes, what it changed is as it was before.

A row may have been told by several senders: only what came by this link is undone, column by
column, and in a register half-day by half-day.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.db import models

from plait.access.nightly import as_plait
from plait.access.reader import Reader
from plait.journal.models import Change
from plait.people.models import Incoming

REFS = {"Episode": "episode", "CareInvolvement": "care", "Alternative": "ap"}  # of questions


def rows_of_a_link() -> list[models.ForeignKey]:
    """Give every key by which a row names the person it came for."""
    return [
        relation.field
        for relation in Incoming._meta.get_fields(include_hidden=True)
        if relation.one_to_many and relation.field.name == "came_as"
    ]


def rows_told(row: Incoming) -> list[Any]:
    """Give every row that a link made or changed; ask as Plait, so that none is overlooked."""
    return [held for key in rows_of_a_link() for held in _told(key.model, row)]


def _told(model: Any, row: Incoming) -> Iterator[Any]:
    changed = Change.objects.filter(
        child_ref=row.child_id, of_table=model._meta.db_table, was__came_as_id=row.pk
    )
    ids = set(changed.values_list("of_row", flat=True))
    which = models.Q(came_as=row) | models.Q(pk__in=ids)
    yield from model._default_manager.filter(which, child_id=row.child_id).order_by("pk")


def take_out(rows: list[Any], row: Incoming, *, by: Reader, why: str) -> int:
    """Take what a link brought out of these rows; give how many rows were touched."""
    with as_plait(by, why=why):
        before = {id(held): states_of(held) for held in rows}
    touched = 0
    for held in rows:
        states = before[id(held)]
        if all(one.came_as_id == row.pk for one in states):
            held.delete()
            touched += 1
        elif undone := _undone(held, states, row.pk):
            held.save(update_fields=sorted(undone))
            touched += 1
    return touched


def states_of(held: Any) -> list[Any]:
    """Give every state of a row, the oldest first; each knows by which file it was changed."""
    table = held._meta.db_table
    rows = held._meta.model.objects.raw(
        f"SELECT old.*, c.source_ref AS then_by FROM journal_change c, "
        f"LATERAL jsonb_populate_record(NULL::{table}, c.was) old "
        "WHERE c.of_table = %s AND c.of_row = %s AND c.did = 'U' ORDER BY c.id",
        [table, held.pk],
    )
    return [*rows, held]


def _undone(held: Any, states: list[Any], link: int) -> set[str]:
    """Set each column that a file of this link changed, and nobody since, to what it was."""
    done = set()
    pairs = list(pairwise(states))
    for old, new in reversed(pairs):
        if new.came_as_id != link or old.then_by is None:
            continue
        for field in held._meta.concrete_fields:
            was, told, now = (getattr(one, field.attname) for one in (old, new, held))
            if (back := _back(was, told, now)) != now:
                setattr(held, field.attname, back)
                done.add(field.name)
    return done


def _back(was: Any, told: Any, now: Any) -> Any:
    if isinstance(now, bytes | memoryview):
        return _marks_back(bytes(was), bytes(told), bytes(now))
    return was if was != told and told == now else now


def _marks_back(was: bytes, told: bytes, now: bytes) -> bytes:
    """Undo a register half-day by half-day; one that is shorter says nothing of the rest."""
    was, told = was.ljust(len(now), b"\0"), told.ljust(len(now), b"\0")
    back = bytes(
        before if before != after and after == held else held
        for before, after, held in zip(was, told, now, strict=False)
    )
    return back.rstrip(b"\0")
