"""Receive a file, read it, and show what it would change; nothing of it is in the record yet."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from plait.access.context import acting_as
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake import storing
from plait.intake.feed import Feed, Whole
from plait.intake.feeds import feed_of
from plait.intake.kinds import guess
from plait.intake.loaders import may_load, require_may_load
from plait.intake.models import Delivery, LineFault
from plait.journal import actions as journal
from plait.people.models import Source
from plait.standards.sen2.message import Unreadable

State, Kind = Delivery.State, Delivery.Kind
MOST_FAULTS_KEPT = 20_000


def receive(
    *,
    by: Reader,
    name: str,
    chunks: Iterable[bytes],
    at: datetime,
    kind: str = "",
    sender: str = "",
    by_itself: bool = False,
) -> tuple[Delivery, bool]:
    """Keep a file; the same file a second time is said to be so, and changes nothing.

    What a person took back a person may load again; a system that sends `by_itself` may not.
    """
    require_may_load(by)
    stored = storing.keep(chunks)
    again = Delivery.objects.filter(area=by.area, sha256=stored.sha256)
    forgotten = (State.REFUSED,) if by_itself else (State.TAKEN_BACK, State.REFUSED)
    again = again.exclude(state__in=forgotten).order_by("-id").first()
    sender = sender.strip()[:80]
    if again and kind in ("", again.kind) and sender in ("", again.sender):
        return again, True
    refusal = ""
    try:
        kind = kind or guess(stored.path) or ""
        refusal = "" if kind else "It is not known what this file is: choose its kind."
    except Unreadable as why:
        refusal = str(why)
    kind = kind or _a_kind_of(by)
    require_may_load(by, kind)
    delivery = Delivery.objects.create(
        area=by.area, kind=kind, sender=sender,
        file_name=name.replace("\x00", "")[-255:],
        sha256=stored.sha256, size=stored.size, by=by.user, at=at,
        state=State.REFUSED if refusal else State.RECEIVED, refusal=refusal[:500],
    )  # fmt: skip
    journal.write(
        "delivery_received", area=by.area, by=by.user, at=at, delivery=delivery.pk, kind=kind
    )
    return delivery, False


def _a_kind_of(by: Reader) -> str:
    """Give the kind under which a file that nobody knows is kept: one its sender may see."""
    may = may_load(by)
    return Kind.SEN2 if Kind.SEN2 in may else may[0]


def read(delivery_id: int, *, by: Reader, at: datetime) -> Delivery:
    """Read a file to its end, check its rules, and count what it would change."""
    require_may_load(by)
    with acting_as(by):
        delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
        require_may_load(by, delivery.kind)
        if delivery.state not in (State.RECEIVED, State.READING, State.READ, State.REFUSED):
            raise Refused(f"{delivery.file_name} is not waiting to be read.")
        source = Source(area=by.area, kind=delivery.kind, name=delivery.file_name)
        feed = feed_of(delivery, storing.path_of(delivery.sha256), by=by, source=source)
        LineFault.objects.filter(delivery=delivery).delete()
        try:
            _look(feed, delivery)
        except Unreadable as why:
            delivery.state, delivery.refusal = State.REFUSED, f"{str(why)[:498]}."
        delivery.save()
        journal.write(
            "delivery_read", area=by.area, by=by.user, at=at, delivery=delivery.pk,
            state=delivery.state,
        )  # fmt: skip
    return delivery


def _look(feed: Feed, delivery: Delivery) -> None:
    whole: Whole = feed.whole()
    delivery.rows, delivery.year, delivery.as_at = whole.rows, whole.year, whole.as_at
    rules = _keep_faults(feed.rules())
    for rows in numbered(feed.rows(), feed.batch_size):
        feed.take(rows, dry=True)
    rules += _keep_faults(iter(feed.faults))
    delivery.summary = {
        "look": dict(feed.counts),
        "faults": {rule: count for (rule, _), count in sorted(rules.items())},
        "severity": dict(_by_severity(rules)),
        "says": whole.says or {},
    }
    delivery.state, delivery.refusal = State.READ, ""


def _keep_faults(faults: Iterator[LineFault]) -> Counter[tuple[str, str]]:
    """Count every fault, and keep so many that a page can still show them."""
    counts: Counter[tuple[str, str]] = Counter()
    kept = 0
    while some := list(islice(faults, 2000)):
        counts.update((fault.rule, fault.severity) for fault in some)
        if kept < MOST_FAULTS_KEPT:
            LineFault.objects.bulk_create(some)
            kept += len(some)
    return counts


def _by_severity(rules: Counter[tuple[str, str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for (_, severity), count in rules.items():
        total[severity] += count
    return total


def numbered(rows: Iterator[Any], size: int, *, skip: int = 0) -> Iterator[list[tuple[int, Any]]]:
    """Give rows in batches, each with its number from 1, leaving out those already done."""
    pairs = enumerate(rows, 1)
    for _ in islice(pairs, skip):
        pass
    while batch := list(islice(pairs, size)):
        yield batch


def source_of(delivery: Delivery, *, by: Reader, at: datetime, today: date) -> Source:
    """Make the source that everything this delivery brings will name."""
    return Source.objects.create(
        area=by.area, kind=delivery.kind, name=delivery.file_name, sha256=delivery.sha256,
        year=delivery.year, as_at=delivery.as_at or today, at=at, by=by.user,
        says=delivery.summary.get("says", {}),
    )  # fmt: skip


def mark_waiting(delivery: Delivery, *, what: str) -> None:
    """Say on the delivery what the worker is about to do, so that its page shows it at once."""
    delivery.state = {"apply": State.APPLYING, "take_back": State.TAKING_BACK}[what]
    delivery.stop_asked = False
    delivery.save(update_fields=["state", "stop_asked"])
