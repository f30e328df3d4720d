"""Deliveries and their faults, for those who load files."""

from collections.abc import Iterator

from django.db.models import Count, QuerySet

from plait.access.reader import Reader
from plait.intake.loaders import may_load
from plait.intake.models import Delivery, LineFault
from plait.people.models import Child


def deliveries(reader: Reader) -> QuerySet[Delivery]:
    """Give the area's deliveries of the kinds a reader may load, newest first."""
    found = Delivery.objects.filter(area=reader.area, kind__in=may_load(reader))
    return found.select_related("by").order_by("-at", "-pk")


def last_delivery(reader: Reader) -> Delivery | None:
    """Give the newest delivery of the area, or nothing."""
    return deliveries(reader).first()


def delivery(reader: Reader, delivery_id: int) -> Delivery | None:
    """Give one delivery of the area, or nothing."""
    return deliveries(reader).filter(pk=delivery_id).first()


def faults(one: Delivery, *, rule: str = "", severity: str = "") -> QuerySet[LineFault]:
    """Give the faults of a delivery in the order of the file."""
    found = LineFault.objects.filter(delivery=one)
    for name, value in (("rule", rule), ("severity", severity)):
        if value:
            found = found.filter(**{name: value})
    return found.order_by("line", "row", "pk")


def rules(one: Delivery) -> list[tuple[str, int]]:
    """Give the rules broken in a delivery, and how often."""
    counted = LineFault.objects.filter(delivery=one).order_by("rule")
    return list(counted.values_list("rule").annotate(Count("pk")))


def fault_rows(found: QuerySet[LineFault]) -> Iterator[tuple[object, ...]]:
    """Give the rows of a CSV of faults."""
    for one in found.iterator(chunk_size=2_000):
        yield (
            one.rule, one.severity, one.row, one.line, one.field, one.value,
            one.message, one.mend, one.owner,
        )  # fmt: skip


def left_alone(reader: Reader, one: Delivery) -> QuerySet[Child]:
    """Give the children that were left as they are when a delivery was taken back."""
    return Child.objects.filter(area=reader.area, pk__in=one.summary.get("left", []))
