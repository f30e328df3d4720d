"""The one door to the journal: write what was done; note who looked."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from plait.journal.models import Entry
from plait.people.asked import first
from plait.people.models import Area, Child, User
from plait.ui.words import in_short

WHY = 500  # of the copy here; the act keeps its words in full where they are long

# Every page of a record writes one, so it is prepared once a connection.
_LOOKED = """
INSERT INTO journal_look (area_id, at, by_id, child_id, children, parts, through)
VALUES (%(area)s, %(at)s, %(by)s, %(child)s, %(children)s::jsonb, %(parts)s, %(through)s)
"""
# Filled by plait.config.wiring: what -> queue a listener's job in this very transaction.
Listener = Callable[[Entry], None]
_listeners: dict[str, list[Listener]] = {}


def listen(what: str, listener: Listener) -> None:
    """Join a listener to an event; it must only queue a job, in the entry's own transaction."""
    if listener not in _listeners.setdefault(what, []):
        _listeners[what].append(listener)


def write(
    what: str,
    *,
    area: Area,
    by: User | None,
    child: Child | int | None = None,
    through: str = "",
    why: str = "",
    at: datetime | None = None,
    **facts: Any,
) -> Entry:
    """Write one act. Facts are dates, ids and words; they must be JSON.

    Whoever came through a link names the child by id: they may not read the child's own row.
    """
    entry = Entry.objects.create(
        area=area,
        at=at or timezone.now(),
        what=what,
        child_id=child.pk if isinstance(child, Child) else child,
        by=by,
        through=through,
        why=in_short(why, WHY),
        facts=facts,
    )
    for listener in _listeners.get(what, ()):
        listener(entry)
    return entry


def write_for_each(
    what: str, children: Sequence[int], *, area: Area, by: User, why: str = "", **facts: Any
) -> None:
    """Write one act done to many children: a line on each child's record."""
    now = timezone.now()
    entries = Entry.objects.bulk_create(
        (
            Entry(
                area=area,
                at=now,
                what=what,
                child_id=child,
                by=by,
                why=in_short(why, WHY),
                facts=facts,
            )
            for child in children
        ),
        batch_size=2000,
    )
    for listener in _listeners.get(what, ()):
        for entry in entries:
            listener(entry)


def looked(
    *,
    area: Area,
    by: User,
    parts: str,
    child: Child | int | None = None,
    children: Sequence[int] = (),
    through: str = "",
    at: datetime | None = None,
) -> None:
    """Note that somebody read a child's record, or a list of children."""
    looked_at = {
        "area": area.pk,
        "at": at or timezone.now(),
        "by": by.pk,
        "child": child.pk if isinstance(child, Child) else child,
        "children": json.dumps(list(children)),
        "parts": in_short(parts, 120),
        "through": through,
    }
    first(_LOOKED, looked_at)
