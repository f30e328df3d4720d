"""Areas by their ids and codes; they hold nobody's data."""

from plait.people.models import Area


def area_ids() -> list[int]:
    """Give the id of every area held here."""
    return list(Area.objects.order_by("pk").values_list("pk", flat=True))
