"""Parts of education otherwise than at school, by child and by section, with their weekly sums."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.access.reader import Reader
from plait.provision.models import EotasPart


@dataclass
class Package:
    """The parts a child has under one section, and what they come to a week."""

    basis: str
    parts: list[EotasPart]
    today: date

    @property
    def running(self) -> list[EotasPart]:
        return [one for one in self.parts if one.until is None or one.until >= self.today]

    @property
    def hours(self) -> Decimal:
        now = [one for one in self.running if one.since <= self.today]
        return sum((one.hours_a_week for one in now), Decimal())

    @property
    def cost(self) -> Decimal:
        """What is known of the weekly cost; `uncosted` says of how many parts it is not."""
        now = [one for one in self.running if one.since <= self.today]
        return sum((one.weekly_cost or Decimal() for one in now), Decimal())

    @property
    def uncosted(self) -> int:
        return sum(one.weekly_cost is None for one in self.running)

    @property
    def unchecked(self) -> list[EotasPart]:
        return [one for one in self.running if one.checked_on is None]


def register(reader: Reader, *, basis: str = "", only: str = "") -> list[Package]:
    """Give each child's running parts under each section; those with most unchecked first."""
    rows = EotasPart.objects.filter(area=reader.area).exclude(until__lt=reader.today)
    if basis:
        rows = rows.filter(basis=basis)
    grouped: dict[tuple[int, str], list[EotasPart]] = defaultdict(list)
    for row in rows.select_related("child").order_by("child_id", "since", "id"):
        grouped[row.child_id, row.basis].append(row)
    found = [Package(key[1], parts, reader.today) for key, parts in grouped.items()]
    chosen = [one for one in found if only != "unchecked" or one.unchecked]
    return sorted(chosen, key=lambda one: -len(one.unchecked))


def unchecked_children(reader: Reader) -> int:
    """Count the children with a running part whose provider nobody has checked."""
    rows = EotasPart.objects.filter(area=reader.area, checked_on=None)
    return rows.exclude(until__lt=reader.today).values("child").distinct().count()


def packages_of(child_id: int, today: date) -> list[Package]:
    """Give a child's parts, section 61 and section 19 apart, those that ended last."""
    rows = EotasPart.objects.filter(child_id=child_id).order_by("since", "id")
    grouped: dict[str, list[EotasPart]] = {"61": [], "19": []}
    for row in sorted(rows, key=lambda one: one.until is not None):
        grouped[row.basis].append(row)
    return [Package(basis, parts, today) for basis, parts in grouped.items() if parts]


def part_one(child_id: int, part_id: int) -> EotasPart | None:
    return EotasPart.objects.filter(child_id=child_id, pk=part_id).select_related("child").first()
