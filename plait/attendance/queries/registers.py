"""One child's registers as they were sent, and as one: no session of two schools counts twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from itertools import combinations

from django.db.models import Min

from plait.attendance.models import Enrolment, Register
from plait.people.asked import Row
from plait.standards.attendance.dual import claimed_twice, joined
from plait.standards.attendance.past import called

# Asked with a child's whole record, as JSON, which has no bytes.
AS_ROWS = """SELECT o.name, r.school_year, encode(r.marks, 'hex') AS marks, r.known_to, r.setting_id
    FROM attendance_register r LEFT JOIN people_organisation o ON o.id = r.setting_id
    WHERE r.child_id = %(child)s ORDER BY r.school_year, r.id"""


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
    return _together(
        Register.objects.filter(child_id=child_id)
        .order_by("school_year", "id")
        .values_list("setting__name", "school_year", "marks", "known_to", "setting_id")
    )


def registers_from(rows: Iterable[Row]) -> Registers:
    """Read every register of a child out of the answer to `AS_ROWS`."""
    return _together(
        (row["name"], row["school_year"], bytes.fromhex(row["marks"]),
         date.fromisoformat(row["known_to"]), row["setting_id"])
        for row in rows
    )  # fmt: skip


def _together(found: Iterable[tuple[str | None, int, bytes, date, int | None]]) -> Registers:
    rows = list(found)
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
