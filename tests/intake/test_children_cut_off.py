"""A load of children that breaks off leaves whole batches, and the next run brings the rest."""

import pytest

from intake import sending
from intake.conftest import AT
from intake.sending import row, rows
from plait.attendance.models import Enrolment
from plait.intake import applying, delivering
from plait.intake.rolls import RollFeed
from plait.people.models import Child, Incoming

pytestmark = pytest.mark.django_db
NAMES = ("Ada Lark", "Ben Moss", "Cat Nash", "Dan Orr", "Eve Pike")


def test_a_load_cut_off_goes_on_and_makes_nobody_twice(load, officer, monkeypatch):
    load(sending.SCHOOLS, "schools.csv")
    told = [name.split() for name in NAMES]
    file = rows(*(row(sending.ROLL, forename=one, surname=other) for one, other in told))
    monkeypatch.setattr(RollFeed, "batch_size", 2)
    delivery, _ = delivering.receive(by=officer, name="roll.csv", chunks=[file], at=AT)
    delivering.read(delivery.pk, by=officer, at=AT)
    whole = RollFeed.write

    def broken(feed, given):
        if any(each["forename"] == "Dan" for _, _, each in given):
            raise KeyboardInterrupt
        whole(feed, given)

    monkeypatch.setattr(RollFeed, "write", broken)
    with pytest.raises(KeyboardInterrupt):
        applying.apply(delivery.pk, by=officer, at=AT)
    assert (Enrolment.objects.count(), Child.objects.count()) == (2, 2)
    monkeypatch.setattr(RollFeed, "write", whole)
    assert applying.apply(delivery.pk, by=officer, at=AT).rows_done == len(NAMES)
    counted = [model.objects.count() for model in (Enrolment, Child, Incoming)]
    assert counted == [len(NAMES)] * 3
