"""Apply a delivery batch by batch: a kill leaves whole persons, and it goes on from there."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection, transaction

from plait.access.context import acting_as
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake import storing
from plait.intake.delivering import State, numbered, source_of
from plait.intake.feed import Feed
from plait.intake.feeds import feed_of
from plait.intake.loaders import require_may_load
from plait.intake.models import Delivery, LineFault
from plait.journal import actions as journal

MAY_BEGIN = (State.READ, State.STOPPED, State.APPLYING)
ONE_LOAD_AT_A_TIME = 7_528_100  # the first half of the lock an area's loads take turns with


def apply(delivery_id: int, *, by: Reader, at: datetime) -> Delivery:
    """Bring a read file into the record, or go on where it stopped."""
    require_may_load(by)
    delivery = _begin(delivery_id, by=by, at=at)
    source = delivery.source
    assert source is not None
    feed = feed_of(delivery, storing.path_of(delivery.sha256), by=by, source=source)
    why = f"Loaded from {delivery.file_name}"
    for rows in numbered(feed.rows(), feed.batch_size, skip=delivery.rows_done):
        with acting_as(by, why=why, source=source.pk):
            if not _take(feed, rows, delivery, by=by, at=at):
                return delivery
    with acting_as(by, why=why, source=source.pk):
        feed.finish()
        _end(delivery, State.APPLIED, "delivery_applied", by=by, at=at)
    return delivery


def ask_to_stop(delivery: Delivery, *, by: Reader) -> None:
    """Ask the load to stop after the batch in hand."""
    require_may_load(by, delivery.kind)
    Delivery.objects.filter(pk=delivery.pk).update(stop_asked=True)


def _begin(delivery_id: int, *, by: Reader, at: datetime) -> Delivery:
    with acting_as(by):
        delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
        require_may_load(by, delivery.kind)
        if delivery.state not in MAY_BEGIN:
            raise Refused(f"{delivery.file_name} is not waiting to be loaded.")
        if delivery.source is None:
            delivery.source = source_of(delivery, by=by, at=at, today=by.today)
        delivery.state, delivery.stop_asked = State.APPLYING, False
        delivery.save()
    return delivery


def _take(
    feed: Feed, rows: Sequence[tuple[int, Any]], delivery: Delivery, *, by: Reader, at: datetime
) -> bool:
    """Take one batch in, together with how far it was read; say whether to go on."""
    _wait_for_turn(by.area.pk)
    now = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if now.state != State.APPLYING or now.rows_done != delivery.rows_done:
        raise Refused("This file is being loaded by somebody else at this moment.")
    if now.stop_asked:
        _end(delivery, State.STOPPED, "delivery_stopped", by=by, at=at)
        return False
    before = Counter(feed.counts)
    _plan_anew()
    take_whole_or_singly(feed, rows)
    LineFault.objects.bulk_create(_unseen(feed, delivery))
    done = Counter(now.summary.get("done", {})) + (feed.counts - before)
    delivery.summary = now.summary | {"done": dict(done)}
    delivery.rows_done = rows[-1][0]
    delivery.save(update_fields=["rows_done", "summary"])
    return True


def _unseen(feed: Feed, delivery: Delivery) -> list[LineFault]:
    """Give the faults that the reading had not found; the others are listed already."""
    faults, feed.faults = feed.faults, []
    known = set(
        LineFault.objects.filter(delivery=delivery, row__in=[f.row for f in faults])
        .values_list("rule", "row", "field")
    )  # fmt: skip
    return [fault for fault in faults if (fault.rule, fault.row, fault.field) not in known]


def take_whole_or_singly(feed: Feed, rows: Sequence[tuple[int, Any]]) -> None:
    """Take a batch at once; if the database refuses it, each half by itself.

    So what spoils it is found in few steps, and one row spoils no other.
    """
    before, faults = Counter(feed.counts), len(feed.faults)
    try:
        with transaction.atomic():
            feed.take(rows, dry=False)
        return
    except (DatabaseError, ValueError, OverflowError) as why:
        _forget(feed, before, faults)
        if len(rows) == 1:
            says = f"The record cannot hold this row ({type(why).__name__})."
            feed.refuse(rows[0][0], None, "", "", says, rule="LOAD2")
            return
    middle = len(rows) // 2
    take_whole_or_singly(feed, rows[:middle])
    take_whole_or_singly(feed, rows[middle:])


def _forget(feed: Feed, counts: Counter[str], faults: int) -> None:
    """Count nothing of what the database undid."""
    feed.counts.clear()
    feed.counts.update(counts)
    del feed.faults[faults:]


def _wait_for_turn(area: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [ONE_LOAD_AT_A_TIME, area])


def _plan_anew() -> None:
    """Let the database plan anew how it checks what points at what.

    It keeps such a plan for the whole connection. Made while a table is empty, it reads all of the
    table for each row, and a first load would take longer with the square of its rows.
    """
    with connection.cursor() as cursor:
        cursor.execute("DISCARD PLANS")


def _end(delivery: Delivery, state: str, what: str, *, by: Reader, at: datetime) -> None:
    delivery.state, delivery.finished_at = state, at
    delivery.save(update_fields=["state", "finished_at"])
    journal.write(
        what, area=by.area, by=by.user, at=at, delivery=delivery.pk, rows=delivery.rows_done
    )
