"""Which children an allocation reaches."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.people.models import Child, Identifier, Organisation, Role

LAST = "\uffff"


@dataclass(frozen=True)
class Which:
    """Children by their setting, their surname, and whether anybody has them."""

    setting: int | None = None
    surname_from: str = ""
    surname_to: str = ""
    unallocated: bool = True
    only: frozenset[int] | None = None  # no others than these


def living(reader: Reader) -> QuerySet[Child]:
    """Give the children of the area that are one record each and alive."""
    return Child.objects.filter(
        area=reader.area, merged_into__isnull=True, died_on__isnull=True
    ).order_by("surname_key", "forename_key", "id")


def held_by_a_caseworker(reader: Reader) -> Exists:
    """Give the condition that a child has a caseworker today."""
    return Exists(
        Tie.objects.filter(
            in_force(reader.today),
            child=OuterRef("pk"),
            role=Role.CASEWORKER,
            user__isnull=False,
            emergency=False,
        )
    )


def children_for(reader: Reader, which: Which) -> QuerySet[Child]:
    """Give the children that a rule names, in the order of their surnames."""
    found = living(reader)
    if which.setting is not None:
        on_roll = Tie.objects.filter(in_force(reader.today), organisation=which.setting)
        found = found.filter(pk__in=on_roll.values("child"))
    if which.surname_from:
        found = found.filter(surname_key__gte=which.surname_from.lower())
    if which.surname_to:
        found = found.filter(surname_key__lte=which.surname_to.lower() + LAST)
    if which.only is not None:
        found = found.filter(pk__in=which.only)
    if which.unallocated:
        found = found.filter(~held_by_a_caseworker(reader))
    return found


def child_of(reader: Reader, child_id: int) -> Child | None:
    """Find a child this reader may see."""
    return Child.objects.filter(pk=child_id, area=reader.area).first()


def children_by_number(reader: Reader, numbers: set[str]) -> dict[str, set[int]]:
    """Give the children that carry each of these numbers."""
    found: dict[str, set[int]] = {}
    lines = Identifier.objects.filter(area=reader.area, value__in=numbers)
    for value, child in lines.values_list("value", "child"):
        found.setdefault(value, set()).add(child)
    return found


def settings_with_children(reader: Reader) -> QuerySet[Organisation]:
    """Give the settings that have a child of the area on roll."""
    ties = Tie.objects.filter(in_force(reader.today), area=reader.area, organisation__isnull=False)
    return Organisation.objects.filter(pk__in=ties.values("organisation")).order_by("name")
