"""A family's own children, and the family's own view of a record."""

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.people.models import Child
from plait.people.roles import FAMILY_ROLES


def my_children(reader: Reader) -> list[Child]:
    """Give the children to whom the reader is a parent, carer or the young person, eldest first."""
    mine = Tie.objects.filter(
        in_force(reader.today), user=reader.user, role__in=FAMILY_ROLES, area=reader.area
    )
    return list(Child.objects.filter(pk__in=mine.values("child")).order_by("birth_date", "id"))
