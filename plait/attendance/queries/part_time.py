"""Part-time timetables, as far as the reader may see."""

from django.db.models import QuerySet

from plait.access.reader import Reader
from plait.attendance.models import PartTime


def register(reader: Reader, *, only: str = "", ended: str = "") -> QuerySet[PartTime]:
    """Give the timetables, those furthest past their last day first."""
    rows = PartTime.objects.filter(area=reader.area, ended_on__isnull=not ended)
    if only == "over":
        rows = rows.filter(ends_on__lt=reader.today)
    return rows.select_related("child", "setting").order_by("ends_on", "id")


def of_child(child_id: int) -> list[PartTime]:
    """Give a child's timetables, the one that runs first."""
    rows = PartTime.objects.filter(child_id=child_id).select_related("child", "setting")
    return sorted(rows.order_by("-since", "-id"), key=lambda one: one.ended_on is not None)


def one(child_id: int, part_time_id: int) -> PartTime | None:
    rows = PartTime.objects.filter(child_id=child_id, pk=part_time_id)
    return rows.select_related("child", "setting").first()
