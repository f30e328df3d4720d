"""Faults of the next return, and the returns already held, for somebody."""

from collections.abc import Iterator

from django.db.models import Count, QuerySet

from plait.access.reader import Reader
from plait.people.models import Source
from plait.returns.models import Checked, Fault


def faults(
    reader: Reader, *, rule: str = "", severity: str = "", owner: str = ""
) -> QuerySet[Fault]:
    """Give the faults the reader may see, those of one rule together."""
    found = Fault.objects.filter(area=reader.area).select_related("child")
    for name, value in (("rule", rule), ("severity", severity), ("owner", owner)):
        if value:
            found = found.filter(**{name: value})
    return found.order_by("severity", "rule", "pk")


def faults_by_rule(reader: Reader) -> list[dict[str, object]]:
    """Count faults by rule, errors first, the most frequent first."""
    counted = (
        Fault.objects.filter(area=reader.area)
        .values("rule", "severity", "message", "mend", "owner")
        .annotate(count=Count("pk"))
        .order_by("severity", "-count", "rule")
    )
    merged: dict[str, dict[str, object]] = {}
    for row in counted:
        if row["rule"] in merged:
            merged[row["rule"]]["count"] += row["count"]  # type: ignore[operator]
        else:
            merged[row["rule"]] = row
    return list(merged.values())


def faults_of(reader: Reader, child_id: int) -> QuerySet[Fault]:
    """Give the faults of one child's data."""
    return Fault.objects.filter(area=reader.area, child=child_id).order_by("severity", "rule")


def open_faults(reader: Reader) -> int:
    """Count the faults as they were last found."""
    checked = last_check(reader)
    return checked.errors + checked.queries if checked else 0


def last_check(reader: Reader) -> Checked | None:
    """Say when the area's data was last checked as a whole."""
    return Checked.objects.filter(area=reader.area).first()


def returns_held(reader: Reader) -> QuerySet[Source]:
    """Give the returns and extracts that were loaded, newest first."""
    held = Source.objects.filter(area=reader.area, kind="sen2")
    return held.order_by("-as_at", "-pk")


def fault_rows(found: QuerySet[Fault]) -> Iterator[tuple[object, ...]]:
    """Give the rows of a CSV of faults."""
    for fault in found.iterator(chunk_size=2_000):
        name = fault.child.name if fault.child else "The whole return"
        yield (
            fault.rule, fault.severity, fault.child_id or "", name, fault.field, fault.value,
            fault.message, fault.mend, fault.owner,
        )  # fmt: skip
