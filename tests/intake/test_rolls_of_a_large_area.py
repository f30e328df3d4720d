"""A roll loaded into a large area: the same child is found, and everything is written once."""

import pytest

from intake import sending
from intake.sending import row, rows
from plait.intake import children
from plait.journal.models import Change
from plait.people.models import Child, Incoming

pytestmark = pytest.mark.django_db
HELD = 100_000


@pytest.fixture
def large(load, monkeypatch):
    """An area that holds one child of a roll, and says that it holds many more."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL, forename="William", surname="Hopkins")), "roll.csv", kind="roll")
    monkeypatch.setattr(children, "children_held", lambda area: HELD)
    return load


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"forename": "Bill"}, "linked"),
        ({"forename": "Wiliam"}, "linked"),
        ({"forename": "Wiliam", "surname": "Hopkin", "postcode": "AB1 9ZZ"}, "linked"),
        ({"forename": "William", "date_of_birth": "2013-03-06"}, "linked"),
        ({"forename": "Zara", "postcode": "AB1 9ZZ", "surname": "Patel"}, "new"),
        ({"forename": "William", "date_of_birth": "2009-11-21", "postcode": "AB1 9ZZ"}, "new"),
    ],
)
def test_somebody_like_a_child_held_is_found_among_many(large, told, state):
    usual = {"forename": "William", "surname": "Hopkins"}
    again = row(sending.ROLL, **usual | told) | {"URN": "100001", "Their number": "9"}
    large(rows(again), "other.csv", kind="roll")
    assert Incoming.objects.order_by("pk").last().state == state


def test_whom_a_file_makes_is_written_once(load):
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL), row(sending.ROLL, forename="Ben", surname="Moss")), "roll.csv")
    assert Child.objects.count() == 2
    history = Change.objects.filter(of_table="people_incoming").values_list("did", flat=True)
    assert list(history) == ["I", "I"]


def test_children_a_file_has_made_so_far_count_as_held(load, monkeypatch):
    asked, whole = [], children.recognise
    monkeypatch.setattr(children.ChildFeed, "batch_size", 2)
    monkeypatch.setattr(
        children,
        "recognise",
        lambda *told, **more: asked.append(more["size"]) or whole(*told, **more),
    )
    load(sending.SCHOOLS, "schools.csv")
    names = ("Ada Lark", "Ben Moss", "Cat Nash", "Dan Orr", "Eve Pike")
    told = [name.split() for name in names]
    load(rows(*(row(sending.ROLL, forename=one, surname=other) for one, other in told)), "roll.csv")
    assert asked[-3:] == [0, 2, 4]
