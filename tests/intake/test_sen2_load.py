"""SEN2 files into the record."""

import pytest

from plait.cases.models import Clock, Need, Placement, Plan, Reported, Request
from plait.people.models import Child, Identifier

from .conftest import EXAMPLE

pytestmark = pytest.mark.django_db


def test_a_person_of_the_file_is_a_child_with_numbers_plan_and_clocks(load):
    delivery = load(EXAMPLE.read_bytes())
    ada = Child.objects.get(forename="Ada")
    assert delivery.summary["done"] == {"new": 2}
    assert Identifier.objects.get(child=ada).value == "T201499913001"
    assert Plan.objects.filter(child=ada, started_on="2025-05-29").exists()
    assert Placement.objects.filter(child=ada, urn="100000").exists()
    assert Need.objects.get(child=ada).kind == "SLCN"
    decided = Clock.objects.get(child=ada, duty="sr-r5-1-decide-assess")
    assert (str(decided.due_on), str(decided.done_on)) == ("2025-02-24", "2025-02-20")
    said = Reported.objects.get(child=ada)
    assert said.placements == [Placement.objects.get(child=ada).pk]
    assert Request.objects.get(child=ada).known_to.isoformat() == "2026-01-15"
