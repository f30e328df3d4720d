"""Amina at two schools, with an autumn of registers, and the people around her."""

from datetime import date, timedelta

import pytest
from record_world import TODAY, acting, browse, world

__all__ = ["acting", "browse", "registers", "world"]
FIRST = date(2026, 9, 7)


def written(year: int, days: dict[date, str]) -> bytes:
    """Write codes into a register: "/\\" for a day, or one code for both half-days."""
    from plait.standards.attendance.codes import CODES
    from plait.standards.attendance.register import Session, with_marks

    marks = []
    for day, code in days.items():
        both = list("/\\") if code == "/\\" else [code, code]
        marks += [Session(day, half, CODES[one].byte) for half, one in enumerate(both)]
    return with_marks(year, b"", marks)


def school_days(first: date, last: date) -> list[date]:
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5]


@pytest.fixture
def registers(world, arranging):
    """Larkfield sees her but on Mondays; Otherby has her on Tuesdays, where Larkfield wrote D."""
    from plait.attendance.models import Register

    here, there = {}, {}
    for day in school_days(FIRST, TODAY - timedelta(days=3)):
        here[day] = {0: "I", 1: "D", 2: "C2"}.get(day.weekday(), "/\\")
        if day.weekday() == 1:
            there[day] = "/\\"
    there[FIRST + timedelta(days=3)] = "O"  # Larkfield had her that Thursday: claimed twice
    with arranging():
        for setting, days in ((world.larkfield, here), (world.otherby, there)):
            Register.objects.create(
                area=world.area, child=world.amina, setting=setting, school_year=2026,
                marks=written(2026, days), known_to=max(here),
            )  # fmt: skip
    return here
