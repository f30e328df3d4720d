"""Rows of a link that was undone, read again out of the sender's files, so that they wait."""

from collections.abc import Iterator
from datetime import datetime

from plait.access.context import acting_as
from plait.access.reader import Reader
from plait.intake import storing
from plait.intake.children import ChildFeed
from plait.intake.deciding import take_waiting
from plait.intake.delivering import State
from plait.intake.feeds import FEEDS, feed_of
from plait.intake.loaders import may_load
from plait.intake.models import Delivery, WaitingRow
from plait.intake.parts import PartsFeed
from plait.people.models import Incoming
from plait.people.recognising import KNOWN

OF_PEOPLE = (ChildFeed, PartsFeed)
READ_AGAIN = "Read again after a link was undone"


def rows_again(incoming_id: int, *, by: Reader, at: datetime) -> int:
    """Keep every row that told of a person as one that waits; give how many are new.

    Where somebody has said meanwhile who it is, the rows go to that child at once.
    """
    with acting_as(by, why=READ_AGAIN):
        row = Incoming.objects.select_for_update().get(pk=incoming_id, area=by.area)
        found = [one for delivery in _files(row, by) for one in _rows(delivery, row, by)]
        before = WaitingRow.objects.filter(incoming=row).count()
        WaitingRow.objects.bulk_create(found, ignore_conflicts=True)
        new = WaitingRow.objects.filter(incoming=row).count() - before
        if row.state in KNOWN:
            take_waiting(row, READ_AGAIN, by, at)
        return new


def _files(row: Incoming, by: Reader) -> Iterator[Delivery]:
    """Give the files of one sender that were loaded, as far as they are the doer's to load."""
    loaded = Delivery.objects.filter(
        area=by.area, kind__in=may_load(by), state__in=(State.APPLIED, State.STOPPED)
    )
    for delivery in loaded.select_related("source").order_by("pk"):
        feed = FEEDS.get(delivery.kind)
        if feed and issubclass(feed, OF_PEOPLE) and (delivery.sender or feed.who) == row.sender:
            yield delivery


def _rows(delivery: Delivery, row: Incoming, by: Reader) -> Iterator[WaitingRow]:
    feed = feed_of(delivery, storing.path_of(delivery.sha256), by=by, source=delivery.source)
    assert isinstance(feed, OF_PEOPLE)
    for number, (line, says) in enumerate(feed.told(), 1):
        if number > delivery.rows_done:
            return
        sent = feed.sent(number, line, says)
        if sent and sent.key == row.their_key:
            yield WaitingRow(
                area=row.area, incoming=row, delivery=delivery, row=number, line=line, says=says
            )
