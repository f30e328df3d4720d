"""Marks: a byte a session, the same however often they come, and refused where they are none."""

from datetime import date

import pytest

from intake import sending
from intake.sending import row, rows
from plait.attendance.models import Register
from plait.intake.models import LineFault
from plait.standards.attendance.register import sessions

pytestmark = pytest.mark.django_db


def mark(on: str, session: str, code: str) -> dict[str, str]:
    """One mark of Ada's, by her school's own number."""
    return {"Their number": "17", "URN": "100000", "Date": on, "Session": session, "Code": code}


@pytest.fixture
def ada(load):
    """Ada on the roll, as her school's pupil 17."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL, their_number="17")), "roll.csv")
    return load


def test_marks_stand_on_their_half_days_and_a_second_file_changes_nothing(ada):
    told = rows(mark("2026-09-07", "AM", "/"), mark("2026-09-07", "PM", "I"))
    assert ada(told, "marks.csv").summary["done"] == {"new": 1}
    assert ada(told + b"\n", "again.csv").summary["done"] == {"unchanged": 1}
    held = [(s.day, s.half, s.code) for s in sessions(2026, bytes(Register.objects.get().marks))]
    assert held == [(date(2026, 9, 7), 0, "/"), (date(2026, 9, 7), 1, "I")]
    assert Register.objects.get().known_to == date(2026, 9, 7)


def test_a_week_that_comes_later_is_added_to_the_same_register(ada):
    ada(rows(mark("2026-09-07", "AM", "/")), "one.csv")
    done = ada(rows(mark("2026-09-14", "AM", "I"), mark("2026-09-07", "AM", "L")), "two.csv")
    assert done.summary["done"] == {"changed": 1}
    codes = [s.code for s in sessions(2026, bytes(Register.objects.get().marks))]
    assert codes == ["L", "I"]


@pytest.mark.parametrize(
    ("on", "session", "code", "field"),
    [("2026-09-06", "AM", "/", "date"), ("2026-09-07", "noon", "/", "session"),
     ("2026-09-07", "AM", "?!", "code")],
)  # fmt: skip
def test_a_mark_that_is_none_is_refused_and_the_others_stay(ada, on, session, code, field):
    ada(rows(mark("2026-09-08", "AM", "/"), mark(on, session, code)), "marks.csv")
    assert LineFault.objects.get().field == field
    assert len(list(sessions(2026, bytes(Register.objects.get().marks)))) == 1


def test_marks_of_a_pupil_nobody_knows_wait(ada):
    unknown = mark("2026-09-07", "AM", "/") | {"Their number": "18"}
    assert ada(rows(unknown), "marks.csv").summary["done"] == {"waiting": 1}
    assert not Register.objects.exists()
