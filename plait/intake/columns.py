"""Which column of a file is which: what stands in them, and what a person says they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake import storing
from plait.intake.feeds import FEEDS, fields_of
from plait.intake.kinds import guess
from plait.intake.loaders import may_load, require_may_load
from plait.intake.models import Delivery
from plait.intake.tables import TableFeed
from plait.journal import actions as journal
from plait.people.models import Source
from plait.standards.sen2.message import Unreadable

State = Delivery.State
MAY_NAME = (State.REFUSED, State.READ)
MOST_COLUMNS = 200


@dataclass(frozen=True)
class Column:
    """One column of a file: its heading, some values under it, and the field it is taken for."""

    heading: str
    examples: list[str]
    field: str


def table_kinds(by: Reader) -> list[str]:
    """Give the kinds a reader may load that are tables."""
    return [kind for kind in may_load(by) if fields_of(kind)]


def may_be_named(one: Delivery, *, by: Reader) -> bool:
    """Say whether a person may say what this file's columns are: it is a table, not loaded yet."""
    if one.state not in MAY_NAME or not table_kinds(by):
        return False
    try:
        known = guess(storing.path_of(one.sha256))
        return (known is None or bool(fields_of(known))) and bool(columns(one, by=by))
    except (Unreadable, OSError):
        return False


def columns(one: Delivery, *, by: Reader, kind: str = "") -> list[Column]:
    """Give the columns of a file as one of a kind; none where it is no table."""
    feed = _table(one, kind, by)
    if feed is None:
        return []
    found = feed.examples()[:MOST_COLUMNS]
    told = one.mapping if one.kind == feed.delivery.kind else {}
    supposed = told or feed.supposed([heading for heading, _ in found])
    field = {heading: name for name, heading in supposed.items()}
    return [Column(heading, values, field.get(heading, "")) for heading, values in found]


@transaction.atomic
def name_columns(
    one: Delivery, *, kind: str, mapping: Mapping[str, str], by: Reader, at: datetime
) -> None:
    """Say what a file is and which column holds what; it is read again by that.

    The next file of the same sender and kind is read so without asking.
    """
    require_may_load(by, one.kind)
    require_may_load(by, kind)
    row = Delivery.objects.select_for_update().get(pk=one.pk)
    if row.state not in MAY_NAME:
        raise Refused("This file is loaded already; send it anew to read it another way.")
    row.kind, row.mapping = kind, dict(mapping)
    feed = _table(row, kind, by)
    if feed is None:
        raise Refused("A file of this kind is no table: it has no columns to name.")
    try:
        row.mapping = feed._mapping(feed.headings())
    except Unreadable as why:
        raise Refused(f"{str(why.why).capitalize()}.") from why
    say_why(f"The columns of {row.file_name} were named")
    row.state, row.refusal = State.RECEIVED, ""
    row.save(update_fields=["kind", "mapping", "state", "refusal"])
    journal.write("delivery_columns_named", area=by.area, by=by.user, at=at, delivery=row.pk,
                  kind=kind)  # fmt: skip


def _table(one: Delivery, kind: str, by: Reader) -> TableFeed | None:
    """Give the feed that would read a file as a table of a kind, or nothing."""
    may = table_kinds(by)
    kind = kind or (one.kind if one.kind in may else may[0] if may else "")
    made = FEEDS.get(kind)
    if made is None or not issubclass(made, TableFeed):
        return None
    as_one = one if one.kind == kind else Delivery(
        area=by.area, kind=kind, sender=one.sender, sha256=one.sha256, file_name=one.file_name
    )  # fmt: skip
    source = Source(area=by.area, kind=kind, name=one.file_name)
    return made(as_one, storing.path_of(one.sha256), by=by, source=source)
