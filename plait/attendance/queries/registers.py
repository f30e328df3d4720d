"""One child's registers as they were sent, and as one: no session of two schools counts twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from itertools import combinations

from django.db.models import Min

from plait.attendance.models import Enrolment, Register
from plait.standards.attendance.dual import claimed_twice, joined
from plait.standards.attendance.past import called


@dataclass(frozen=True)
class Registers:
    """The registers of one child: a setting's name, the school year and the marks of each."""

    held: tuple[tuple[str, int, bytes], ...] = ()
    known_to: date | None = None  # the newest day any of them speaks of
    settings: tuple[int, ...] = ()

    @cached_property
    def joined(self) -> Mapping[int, bytes]:
        """One register a school year, whatever number of settings keep one."""
        years: dict[int, list[bytes]] = {}
        for _, year, marks in self.held:
            years.setdefault(year, []).append(marks)
        return {year: reduce(joined, every) for year, every in sorted(years.items())}

    def names(self, year: int) -> list[str]:
        """Give the settings that kept a register in a school year."""
        return sorted({name for name, kept, _ in self.held if kept == year and name})

    def claimed_twice(self, year: int) -> int:
        """Count the sessions of a year that two settings recorded as their own."""
        every = [marks for _, kept, marks in self.held if kept == year]
        return sum(len(claimed_twice(year, one, other)) for one, other in combinations(every, 2))


def registers_of(child_id: int) -> Registers:
    """Read every register of a child."""
    rows = list(
        Register.objects.filter(child_id=child_id)
        .order_by("school_year", "id")
        .values_list("setting__name", "school_year", "marks", "known_to", "setting_id")
    )
    return Registers(
        tuple((name or "", year, bytes(marks)) for name, year, marks, _, _ in rows),
        max((known for *_, known, _ in rows), default=None),
        tuple({setting for *_, setting in rows if setting}),
    )


def admitted_on(child_id: int, *, since: date) -> date | None:
    """Give the day a child came onto a roll, where that was in this school year."""
    rolls = Enrolment.objects.filter(child_id=child_id, entered_on__gte=since)
    before = Enrolment.objects.filter(child_id=child_id, entered_on__lt=since)
    if before.exists():
        return None
    return rolls.aggregate(first=Min("entered_on"))["first"]


def taken_at(settings: tuple[int, ...], year: int) -> bytes:
    """Say of each half-day of a year whether these settings took a register."""
    rows = Register.objects.filter(setting_id__in=settings, school_year=year)
    return called(bytes(marks) for marks in rows.values_list("marks", flat=True).iterator())
