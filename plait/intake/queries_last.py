"""The newest file, for the first page of those who load files."""

from plait.access.reader import Reader
from plait.intake.models import Delivery


def last_delivery(reader: Reader) -> Delivery | None:
    """Give the newest delivery of the area, or nothing."""
    return Delivery.objects.filter(area=reader.area).order_by("-at").first()
