"""What an area's rules were, for those who set them."""

from plait.access.reader import Reader
from plait.journal.models import Entry

SHOWN = 30


def rule_changes(reader: Reader) -> list[Entry]:
    """Give the newest changes of the area's rules."""
    rows = Entry.objects.filter(area=reader.area, what="area_rule_changed", child__isnull=True)
    return list(rows.select_related("by").order_by("-at", "-id")[:SHOWN])
