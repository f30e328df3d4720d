"""A person decides who somebody is: the rows follow, and no later file decides anew."""

import pytest

from intake import sending
from intake.conftest import AT
from intake.sending import row, rows
from plait.access.refusals import Refused
from plait.attendance.models import Suspension
from plait.intake.deciding import decide_incoming
from plait.intake.models import WaitingRow
from plait.intake.undoing import undo_link
from plait.people.models import Child, Incoming

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(load):
    """A suspension of Ada, whom nobody holds, and Zoe, who is on the roll."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL, forename="Zoe", surname="Other")), "roll.csv")
    load(rows(row(sending.SUSPENDED)), "suspensions.csv")
    return Incoming.objects.get(forename="Ada")


def test_a_person_decided_upon_brings_in_the_rows_that_waited(waiting, officer):
    zoe = Child.objects.get()
    taken = decide_incoming(incoming=waiting, child=zoe, why="Known as Ada", by=officer, at=AT)
    assert (taken, Suspension.objects.get().child) == (1, zoe)
    assert not WaitingRow.objects.filter(taken_at=None).exists()


def test_somebody_new_gets_a_record_of_their_own(waiting, officer):
    decide_incoming(incoming=waiting, child=None, why="Nobody like her", by=officer, at=AT)
    assert Suspension.objects.get().child.forename == "Ada"


def test_a_link_undone_takes_its_rows_with_it_and_is_never_made_again(waiting, officer, load):
    zoe = Child.objects.get()
    decide_incoming(incoming=waiting, child=zoe, why="Known as Ada", by=officer, at=AT)
    assert undo_link(incoming=waiting, why="It was not her", by=officer, at=AT) == 1
    assert not Suspension.objects.exists()
    load(rows(row(sending.SUSPENDED)) + b"\n", "again.csv")
    assert not Suspension.objects.exists()
    kept = Incoming.objects.get(forename="Ada")
    assert (kept.state, kept.child, kept.not_these) == ("undone", None, [zoe.pk])
    decide_incoming(incoming=kept, child=None, why="Nobody like her", by=officer, at=AT)
    assert Suspension.objects.get().child.forename == "Ada"


def test_what_was_decided_is_not_decided_twice(waiting, officer):
    decide_incoming(incoming=waiting, child=None, why="New", by=officer, at=AT)
    with pytest.raises(Refused, match="decided already"):
        decide_incoming(incoming=waiting, child=None, why="New", by=officer, at=AT)
