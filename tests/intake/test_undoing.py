"""A link undone takes with it all that followed, and nothing that others told."""

from datetime import date

import pytest
from django.db import connection

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.models import Tie
from plait.access.nightly import as_plait
from plait.attendance.models import Enrolment, Register, Suspension
from plait.intake.deciding import decide_incoming
from plait.intake.models import WaitingRow
from plait.intake.putting_back import rows_of_a_link
from plait.intake.rows_again import rows_again
from plait.intake.undoing import undo_link
from plait.journal.models import Entry
from plait.people.models import Child, Incoming
from plait.watch.actions_run import run
from plait.watch.models import OutOfSchool, Signal

pytestmark = pytest.mark.django_db
LEFT = date(2026, 10, 20)


@pytest.fixture
def ada(load):
    """Ada, on the roll of Larkfield."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    return Child.objects.get()


@pytest.fixture
def adah(ada, load, officer):
    """Adah, her twin by all but name, who left; she is taken for Ada."""
    load(rows(row(sending.ROLL, forename="Adah", left_on=f"{LEFT}")), "leavers.csv")
    twin = Incoming.objects.get(forename="Adah")
    assert twin.child == ada
    return twin


def settled():
    """Let the constraints that wait for the end of the transaction speak now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_a_wrong_link_changed_in_anothers_row_is_as_it_was_before(ada, adah, officer):
    assert Enrolment.objects.get().left_on == LEFT
    assert Tie.objects.get(child=ada).until == LEFT
    assert undo_link(incoming=adah, why="They are twins", by=officer, at=AT) == 1
    held = Enrolment.objects.get()
    assert (held.left_on, held.came_as.forename) == (None, "Ada")
    assert Tie.objects.get(child=ada).until is None
    rows_again(adah.pk, by=officer, at=AT)
    decide_incoming(incoming=adah, child=None, why="A twin", by=officer, at=AT)
    assert Enrolment.objects.get(child__forename="Adah").left_on == LEFT
    settled()


def test_signals_that_came_of_a_wrong_link_are_withdrawn_with_the_reason(ada, adah, officer):
    with as_plait(officer) as plait:
        run(by=plait, at=AT)
        assert Signal.objects.get(child=ada).rule == "left_a_roll"
        assert OutOfSchool.objects.get(child=ada).ended_on is None
    undo_link(incoming=adah, why="They are twins", by=officer, at=AT)
    with as_plait(officer):
        signal = Signal.objects.get(child=ada)
        assert signal.state == "dismissed"
        assert "They are twins" in signal.done
        assert OutOfSchool.objects.get(child=ada).ended_on == TODAY
    told = Entry.objects.filter(child=ada, what__in=("incoming_undone", "signals_withdrawn"))
    assert told.count() == 2


def test_half_days_of_a_wrong_link_leave_the_register_and_the_others_stay(ada, adah, officer, load):
    def marks(name, day, code, number):
        told = {"Their number": number, "URN": "100000"}
        said = {"Date": day, "Session": "AM", "Code": code}
        load(rows(row(told | said, forename=name)), f"marks-{name}-{day}.csv")

    marks("Ada", "2026-11-02", "/", "A1")
    first = bytes(Register.objects.get().marks)
    marks("Adah", "2026-11-03", "I", "B1")
    twin = Incoming.objects.get(their_key="own:100000:B1")
    if twin.state == "review":
        decide_incoming(incoming=twin, child=ada, why="A slip", by=officer, at=AT)
    assert len(Register.objects.get().marks) > len(first)
    undo_link(incoming=twin, why="They are twins", by=officer, at=AT)
    assert bytes(Register.objects.get().marks) == first


def test_a_record_that_a_link_had_made_goes_with_it(ada, officer):
    made = Incoming.objects.get()
    undo_link(incoming=made, why="No such child", by=officer, at=AT)
    assert not Child.objects.exists()
    settled()


def test_rows_that_never_waited_wait_after_the_link_is_undone(ada, load, officer):
    load(rows(row(sending.SUSPENDED, their_number="S7")), "suspensions.csv")
    linked = Incoming.objects.get(their_key="own:100000:S7")
    assert Suspension.objects.get().child == ada
    undo_link(incoming=linked, why="Another Ada", by=officer, at=AT)
    assert (Suspension.objects.count(), WaitingRow.objects.count()) == (0, 0)
    assert rows_again(linked.pk, by=officer, at=AT) == 1
    assert rows_again(linked.pk, by=officer, at=AT) == 0
    decide_incoming(incoming=linked, child=None, why="Another Ada", by=officer, at=AT)
    assert Suspension.objects.get().child != ada


def test_rows_read_again_go_at_once_to_whom_somebody_named_meanwhile(ada, load, officer):
    load(rows(row(sending.SUSPENDED, their_number="S7")), "suspensions.csv")
    linked = Incoming.objects.get(their_key="own:100000:S7")
    undo_link(incoming=linked, why="Another Ada", by=officer, at=AT)
    decide_incoming(incoming=linked, child=None, why="Another Ada", by=officer, at=AT)
    rows_again(linked.pk, by=officer, at=AT)
    assert Suspension.objects.get().child_id == Incoming.objects.get(pk=linked.pk).child_id


def test_every_table_that_files_fill_can_be_put_back():
    assert len(rows_of_a_link()) >= 10
    assert all(key.model._meta.get_field("source") for key in rows_of_a_link())


def test_counts_that_a_wrong_link_changed_are_as_they_were(ada, load, officer):
    from plait.attendance.models import TermCount

    told = {"URN": "100000", "School year": "2025/26", "Term": "Autumn", "Possible": "140"}
    load(rows(row(told, Code="I", Sessions="10")), "counts.csv")
    load(rows(row(sending.ROLL, forename="Adah")), "leavers.csv")
    twin = Incoming.objects.get(forename="Adah")
    assert twin.child == ada
    load(rows(row(told, forename="Adah", Code="I", Sessions="60")), "more.csv")
    assert TermCount.objects.get().by_code == {"I": 60}
    undo_link(incoming=twin, why="They are twins", by=officer, at=AT)
    assert TermCount.objects.get().by_code == {"I": 10}
