"""Notices of missing education, and plans of the way back."""

from django.db.models import QuerySet

from plait.access.reader import Reader
from plait.provision.models import MissingNotice, Reintegration


def register(reader: Reader, *, found: str = "") -> QuerySet[MissingNotice]:
    """Give the notices, the longest missing first."""
    rows = MissingNotice.objects.filter(area=reader.area, found_on__isnull=not found)
    return rows.select_related("child", "setting").order_by("reported_on", "id")


def notices_of(child_id: int) -> list[MissingNotice]:
    rows = MissingNotice.objects.filter(child_id=child_id).select_related("setting")
    return list(rows.order_by("-reported_on", "-id"))


def notice_one(child_id: int, notice_id: int) -> MissingNotice | None:
    rows = MissingNotice.objects.filter(child_id=child_id, pk=notice_id)
    return rows.select_related("child", "setting").first()


def ways_of(child_id: int) -> list[Reintegration]:
    """Give a child's plans of the way back, the open one first."""
    rows = Reintegration.objects.filter(child_id=child_id).select_related("setting", "written_by")
    return sorted(rows.order_by("-since", "-id"), key=lambda one: one.ended_on is not None)


def way_one(child_id: int, way_id: int) -> Reintegration | None:
    rows = Reintegration.objects.filter(child_id=child_id, pk=way_id)
    return rows.select_related("child", "setting", "written_by").first()
