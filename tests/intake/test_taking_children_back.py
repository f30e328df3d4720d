"""A file of children taken back: what it brought goes; what somebody decided or wrote stays."""

from datetime import UTC, date, datetime

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.context import acting_as
from plait.access.models import Tie
from plait.access.reader import posts_of, reader_from
from plait.attendance.models import Enrolment, Register, Suspension
from plait.intake import applying, delivering
from plait.intake.models import WaitingRow
from plait.intake.taking_back import take_back
from plait.people.models import Child, Incoming, Post, User

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 11, 20, 15, tzinfo=UTC)


@pytest.fixture
def attends(officer, arranging):
    """The attendance officer, who loads what schools send and reads no history of others."""
    with arranging():
        user = User.objects.create_user("attends@example.test", "Attendance Officer")
        Post.objects.create(
            area=officer.area, user=user, role="attendance_officer", since=date(2020, 1, 1)
        )
    return reader_from(user, posts_of(user, today=TODAY), officer.area, today=TODAY)


@pytest.fixture
def sent(attends, load):
    """Load a school's file as the attendance officer."""
    load(sending.SCHOOLS, "schools.csv")

    def loaded(content, name):
        with acting_as(attends):
            one, _ = delivering.receive(by=attends, name=name, chunks=[content], at=AT)
        delivering.read(one.pk, by=attends, at=AT)
        return applying.apply(one.pk, by=attends, at=AT)

    return loaded


@pytest.fixture
def back(attends):
    return lambda delivery: take_back(delivery.pk, by=attends, at=LATER)


def test_a_roll_taken_back_takes_the_children_only_it_made_and_their_ties(sent, back, attends):
    roll = sent(rows(row(sending.ROLL), row(sending.ROLL, forename="Ivy", postcode="AB9 9ZZ")), "r")
    with acting_as(attends):
        assert Child.objects.count() == 2
    assert back(roll).summary["left"] == []
    with acting_as(attends):
        for model in (Child, Enrolment, Tie, Incoming):
            assert model.objects.count() == 0, model


def test_marks_taken_back_leave_the_register_as_the_month_before_had_it(sent, back, attends):
    sent(rows(row(sending.ROLL, their_number="17")), "roll.csv")
    mark = {"Their number": "17", "URN": "100000", "Session": "AM", "Code": "/"}
    sent(rows(mark | {"Date": "2026-09-07"}), "september.csv")
    with acting_as(attends):
        before = bytes(Register.objects.get().marks)
    october = sent(rows(mark | {"Date": "2026-10-05"}), "october.csv")
    with acting_as(attends):
        assert bytes(Register.objects.get().marks) != before
    back(october)
    with acting_as(attends):
        assert bytes(Register.objects.get().marks) == before


def test_rows_that_wait_go_with_their_file_and_those_of_another_stay(sent, back, attends):
    one = sent(rows(row(sending.SUSPENDED)), "one.csv")
    sent(rows(row(sending.SUSPENDED, suspended_from="2026-11-02")), "two.csv")
    back(one)
    with acting_as(attends):
        assert WaitingRow.objects.get().delivery.file_name == "two.csv"
        assert Incoming.objects.count() == 1


def test_a_child_worked_on_since_stays_and_is_listed(sent, back, attends, arranging):
    roll = sent(rows(row(sending.ROLL)), "roll.csv")
    sent(rows(row(sending.SUSPENDED)), "suspended.csv")
    with acting_as(attends):
        child = Child.objects.get()
    assert back(roll).summary["left"] == [child.pk]
    with acting_as(attends):
        assert Suspension.objects.get().child == child
        assert Enrolment.objects.count() == 1


def test_whom_somebody_decided_about_stays_decided_when_a_later_file_goes(sent, back, attends):
    from plait.intake.deciding import decide_incoming

    sent(rows(row(sending.SUSPENDED)), "one.csv")
    sent(rows(row(sending.ROLL, postcode="ZZ9 9ZZ", forename="Adele")), "roll.csv")
    later = sent(rows(row(sending.SUSPENDED, suspended_from="2026-11-02")), "two.csv")
    with acting_as(attends):
        person = Incoming.objects.get(forename="Ada")
        child = Child.objects.get()
        decide_incoming(incoming=person, child=child, why="Her mother said so", by=attends, at=AT)
    back(later)
    with acting_as(attends):
        person.refresh_from_db()
        assert (person.child_id, person.decided_by_id) == (child.pk, attends.user.pk)


def test_a_system_that_sends_a_taken_back_file_again_changes_nothing(sent, back, attends):
    roll = rows(row(sending.ROLL))
    back(sent(roll, "roll.csv"))
    with acting_as(attends):
        one, again = delivering.receive(
            by=attends, name="roll.csv", chunks=[roll], at=LATER, by_itself=True
        )
        assert (again, one.state) == (True, "taken_back")
        other, again = delivering.receive(by=attends, name="roll.csv", chunks=[roll], at=LATER)
        assert (again, other.pk != one.pk) == (False, True)  # a person may
