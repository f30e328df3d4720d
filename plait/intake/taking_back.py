"""Take a delivery back: every child it touched as it was before, unless somebody worked on since.

The history holds what each row was. A child whose rows were changed later by anybody or anything
else stays wholly as it is, and is listed.
"""

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from django.apps import apps
from django.db import connection

from plait.access.context import acting_as
from plait.access.nightly import as_plait
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake.children import ChildFeed
from plait.intake.delivering import State
from plait.intake.feeds import FEEDS
from plait.intake.loaders import require_may_load
from plait.intake.models import Delivery, WaitingRow
from plait.intake.parts import PartsFeed
from plait.journal import actions as journal

# The register, people and closures are shared or acted upon at once: a newer file mends them.
OF_THE_AUTHORITY = (Delivery.Kind.SEN2, Delivery.Kind.ALLOCATION)
KINDS = (
    *OF_THE_AUTHORITY, Delivery.Kind.CONTACTS,
    *(kind for kind, feed in FEEDS.items() if issubclass(feed, ChildFeed | PartsFeed)),
)  # fmt: skip
_TOUCHED = "SELECT DISTINCT child_ref FROM journal_change WHERE source_ref = %(source)s"
# What is known of the delivery itself stays: that it came, and what was wrong in it.
_TABLES = """
SELECT DISTINCT of_table FROM journal_change WHERE source_ref = %(source)s
  AND of_table NOT LIKE 'intake%%' AND of_table NOT IN ('people_source', 'returns_fault')
"""
# Deliveries taken back themselves left nothing behind, so they do not count as later work.
_WORKED_ON = f"""
SELECT DISTINCT child_ref FROM journal_change
WHERE child_ref IN ({_TOUCHED})
  AND id > (SELECT min(id) FROM journal_change WHERE source_ref = %(source)s)
  AND source_ref IS DISTINCT FROM %(source)s
  AND (source_ref IS NULL OR source_ref NOT IN (
    SELECT source_id FROM intake_delivery WHERE state = 'taken_back' AND source_id IS NOT NULL))
"""
# A person of a child who stays, whom somebody decided about, or for whom other rows wait, stays.
_STAYS = {
    "people_incoming": "AND NOT EXISTS (SELECT 1 FROM people_incoming i WHERE i.id = first.of_row "
    "AND (i.decided_by_id IS NOT NULL OR i.child_id = ANY(%(left)s) OR EXISTS "
    "(SELECT 1 FROM intake_waitingrow w WHERE w.incoming_id = i.id)))"
}
_FIRST = """
WITH first AS MATERIALIZED (
  SELECT DISTINCT ON (of_row) of_row, did, was FROM journal_change
  WHERE source_ref = %(source)s AND of_table = %(table)s
    AND (child_ref IS NULL OR child_ref <> ALL(%(left)s))
  ORDER BY of_row, id)
"""


def take_back(delivery_id: int, *, by: Reader, at: datetime) -> Delivery:
    """Undo a delivery in one transaction."""
    require_may_load(by)
    with acting_as(by):
        delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
        _refuse(delivery)
        source = delivery.source_id
    why = f"Taken back: {delivery.file_name}"
    with acting_as(by, why=why, source=source):
        delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
        _refuse(delivery)
        WaitingRow.objects.filter(delivery=delivery).delete()
        with _sight(delivery, by, why):
            left = _left_alone(source)
            for table in _tables(source):
                _restore(table, source, left)
        delivery.state, delivery.finished_at = State.TAKEN_BACK, at
        delivery.summary = delivery.summary | {"left": left}
        delivery.save(update_fields=["state", "finished_at", "summary"])
        journal.write(
            "delivery_taken_back", area=by.area, by=by.user, at=at,
            delivery=delivery.pk, left=len(left),
        )  # fmt: skip
    return delivery


def _sight(delivery: Delivery, by: Reader, why: str) -> AbstractContextManager[object]:
    """A file of children touched rows whose history its loader need not be able to read."""
    if delivery.kind in OF_THE_AUTHORITY:
        return nullcontext()
    return as_plait(by, why=why, source=delivery.source_id)


def _refuse(delivery: Delivery) -> None:
    if delivery.kind not in KINDS:
        raise Refused(
            f"{delivery.get_kind_display()}: such a file is not taken back, because others build "
            "on it at once.",
            who_can="Load an earlier or corrected file of the same kind; it puts things right.",
        )
    loaded = (State.APPLIED, State.STOPPED, State.TAKING_BACK)
    if delivery.state not in loaded or delivery.source_id is None:
        raise Refused(f"{delivery.file_name} is not loaded, so there is nothing to take back.")


def _left_alone(source: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_WORKED_ON, {"source": source})
        return sorted(child for (child,) in cursor.fetchall())


def _tables(source: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES, {"source": source})
        return sorted(table for (table,) in cursor.fetchall())


def _restore(table: str, source: int, left: list[int]) -> None:
    """Put one table's rows back: what came goes, what changed or went is as it was."""
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    columns = [f'"{field.column}"' for field in model._meta.concrete_fields]
    sets = ", ".join(f"{name} = old.{name}" for name in columns if name != '"id"')
    old = f"first, LATERAL jsonb_populate_record(NULL::{table}, first.was) AS old"
    given, stays = {"source": source, "table": table, "left": left}, _STAYS.get(table, "")
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_FIRST} DELETE FROM {table} "
            f"WHERE id IN (SELECT of_row FROM first WHERE did = 'I' {stays})",
            given,
        )
        cursor.execute(
            f"{_FIRST} UPDATE {table} AS held SET {sets} FROM {old} "
            f"WHERE held.id = first.of_row AND first.did <> 'I' {stays}",
            given,
        )
        cursor.execute(
            f"{_FIRST} INSERT INTO {table} ({', '.join(columns)}) "
            f"SELECT {', '.join('old.' + name for name in columns)} FROM {old} "
            f"WHERE first.did <> 'I' AND NOT EXISTS "
            f"(SELECT 1 FROM {table} AS held WHERE held.id = first.of_row)",
            given,
        )
