"""Every stored due day, recomputed from the facts beside it."""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.db import connections, transaction

from plait.law.duties import Duty, versions
from plait.law.reckoning import due_day
from plait.law.refusals import NotComputable, UnknownDuty

_ALL = "SELECT id, duty, version, started_on, facts::text, due_on FROM cases_clock"
CHUNK = 20_000
MEND = "Correct one of the case's dates, or load its file again; the clock is then made anew."


def recomputed(using: str) -> Iterator[tuple[str, str, bool]]:
    """Give each clock whose due day is not what its facts say."""
    with transaction.atomic(using=using):
        for pk, duty, version, started, facts, due in rows(using):
            try:
                right = _due(duty, version, started, facts)
            except (UnknownDuty, NotComputable, StopIteration) as error:
                yield f"clock {pk} ({duty}) cannot be recomputed: {error}", MEND, True
                continue
            if right != due:
                yield f"clock {pk} ({duty}) says {due}; its facts say {right}", MEND, True


def rows(using: str) -> Iterator[tuple[int, str, int, date, str, date]]:
    """Read every clock through a cursor on the server, so that memory stays small."""
    connections[using].ensure_connection()
    with connections[using].connection.cursor(name="every_clock") as cursor:
        cursor.itersize = CHUNK
        cursor.execute(_ALL)
        yield from cursor


@lru_cache(maxsize=200_000)
def _due(duty: str, version: int, started: date, facts: str) -> date:
    days = {name: date.fromisoformat(value) for name, value in json.loads(facts).items()}
    return due_day(_version(duty, version), started, days)


@lru_cache
def _version(duty: str, version: int) -> Duty:
    return next(one for one in versions(duty) if one.version == version)
