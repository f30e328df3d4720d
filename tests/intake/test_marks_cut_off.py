"""Marks in great number: cut off anywhere, in any order, with a row that spoils nothing else."""

import pytest
from django.db import DataError

from intake import sending
from intake.conftest import AT
from intake.sending import row, rows
from plait.attendance.models import Register
from plait.intake import applying, delivering
from plait.intake.marks import MarksFeed
from plait.intake.models import LineFault, WaitingRow
from plait.standards.attendance.register import sessions

pytestmark = pytest.mark.django_db
NAMES = ("Ada Lark", "Ben Moss", "Cat Nash")
DAYS = ("2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10")


def mark(pupil: int, on: str, session: str = "AM", code: str = "/") -> dict[str, str]:
    """One mark of a pupil, by the school's own number."""
    return {"Their number": f"{pupil}", "URN": "100000", "Date": on, "Session": session,
            "Code": code}  # fmt: skip


@pytest.fixture
def school(load):
    """Three pupils on a roll, numbered from 1."""
    load(sending.SCHOOLS, "schools.csv")
    told = [name.split() for name in NAMES]
    load(rows(*(row(sending.ROLL, forename=one, surname=other, their_number=f"{n}")
                for n, (one, other) in enumerate(told, 1))), "roll.csv")  # fmt: skip
    return load


def held() -> dict[str, list[str]]:
    """Give every pupil's marks in order."""
    return {
        one.child.forename: [f"{s.day} {s.half} {s.code}" for s in sessions(2026, bytes(one.marks))]
        for one in Register.objects.select_related("child")
    }


def received(officer, file: bytes):
    """Give a file of marks that was read and is about to be applied."""
    one, _ = delivering.receive(by=officer, name="marks.csv", chunks=[file], at=AT)
    return delivering.read(one.pk, by=officer, at=AT)


def test_marks_cut_off_between_two_days_go_on_and_none_is_lost(school, officer, monkeypatch):
    file = rows(*(mark(n, on) for on in DAYS for n in (1, 2, 3)))
    monkeypatch.setattr(MarksFeed, "batch_size", 5)
    one, whole = received(officer, file), MarksFeed.keep

    def broken(feed, lines):
        whole(feed, lines)
        if "2026-09-09" in str(held()):
            raise KeyboardInterrupt

    monkeypatch.setattr(MarksFeed, "keep", broken)
    with pytest.raises(KeyboardInterrupt):
        applying.apply(one.pk, by=officer, at=AT)
    assert sum(map(len, held().values())) == 5
    monkeypatch.setattr(MarksFeed, "keep", whole)
    assert applying.apply(one.pk, by=officer, at=AT).rows_done == 12
    assert held() == {name.split()[0]: [f"{on} 0 /" for on in DAYS] for name in NAMES}


def test_the_order_of_a_file_and_the_size_of_its_batches_change_nothing(school, monkeypatch):
    by_day = [mark(n, on, half, "I" if n == 2 else "/") for on in DAYS for half in ("AM", "pm")
              for n in (1, 2, 3)]  # fmt: skip
    school(rows(*by_day), "by day.csv")
    found = held()
    Register.objects.all().delete()
    monkeypatch.setattr(MarksFeed, "batch_size", 7)
    by_pupil = sorted(by_day, key=lambda one: one["Their number"])
    done = school(rows(*by_pupil), "by pupil.csv").summary["done"]
    assert held() == found
    assert all(len(marks) == 8 for marks in found.values())
    assert done["new"] == 3


def test_the_last_mark_of_a_half_day_stands(school):
    school(rows(mark(1, DAYS[0], code="I"), mark(1, DAYS[0], code="L")), "marks.csv")
    assert held() == {"Ada": [f"{DAYS[0]} 0 L"]}


def test_a_row_that_the_database_refuses_spoils_no_other(school, officer, monkeypatch):
    told = [mark(n, on) for on in DAYS for n in (1, 2, 3)] + [mark(3, "2026-09-11", "PM")]
    one, whole = received(officer, rows(*told, mark(1, "2026-09-14"))), MarksFeed.keep
    friday_afternoon = 21

    def refusing(feed, lines):
        if any(place == friday_afternoon for one in lines for place, _ in one.says["placed"]):
            raise DataError
        whole(feed, lines)

    monkeypatch.setattr(MarksFeed, "keep", refusing)
    done = applying.apply(one.pk, by=officer, at=AT)
    assert (done.summary["done"]["refused"], done.rows_done) == (1, 14)
    assert [fault.row for fault in LineFault.objects.filter(rule="LOAD2")] == [13]
    assert {name: len(marks) for name, marks in held().items()} == {"Ada": 5, "Ben": 4, "Cat": 4}


def test_faults_are_told_of_each_row_and_a_row_waits_as_it_came(school):
    file = rows(
        mark(1, DAYS[0]), mark(1, DAYS[0], "noon"), mark(1, DAYS[1], "noon"),
        mark(9, DAYS[0]), mark(9, DAYS[1], code=" I "), mark(9, DAYS[1], code="?!"),
        mark(2, DAYS[0]) | {"URN": "999999"}, mark(2, DAYS[1]) | {"URN": "999999"},
    )  # fmt: skip
    done = school(file, "marks.csv").summary["done"]
    assert done == {"new": 1, "refused": 5, "waiting": 2}
    told = LineFault.objects.order_by("row").values_list("row", "line", "field")
    assert list(told) == [(n, n + 1, field) for n, field in (
        (2, "session"), (3, "session"), (6, "code"), (7, "URN"), (8, "URN"))]  # fmt: skip
    waiting = WaitingRow.objects.order_by("row").values_list("row", "line", "says__code")
    assert list(waiting) == [(4, 5, "/"), (5, 6, "I")]
