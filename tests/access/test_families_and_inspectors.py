"""Families linked by an officer who checked, and inspectors who read what was drawn."""

from datetime import timedelta

import pytest
from access_world import NOW, TODAY
from django.db import ProgrammingError, transaction

from plait.access.actions import families, inspections
from plait.access.actions.inspections import drawn
from plait.access.context import acting_as
from plait.access.models import FamilyCheck, Tie
from plait.access.queries import who_may_see
from plait.access.refusals import Refused
from plait.people.models import Child, FamilyTie

MOTHER = families.Family(
    relationship="mother", responsibility="yes", lives_with=True, unsafe_to_tell=True
)
SEEN = "Passport and birth certificate"
TOMORROW = TODAY + timedelta(days=1)


def sees(reader) -> set[int]:
    with acting_as(reader):
        return set(Child.objects.values_list("pk", flat=True))


def link(world, *, who="send_manager", email="mother@example.org"):
    with acting_as(world.reader(who)) as officer:
        user = families.link_parent(
            child=world.ben, email=email, name="Ruth", family=MOTHER, what_was_seen=SEEN, by=officer
        )
    world.people["mother"] = user
    return user


def test_a_parent_linked_sees_that_child_and_no_other(world):
    link(world)
    assert sees(world.reader("mother")) == {world.ben.pk}


def test_what_was_checked_and_how_she_stands_is_kept(world):
    user = link(world)
    with acting_as(world.reader("send_manager")) as manager:
        check = FamilyCheck.objects.get(user=user)
        assert (check.what_was_seen, check.checked_by) == (SEEN, manager.user)
        tie = FamilyTie.objects.get(carer__user=user)
        assert (tie.responsibility, tie.lives_with, tie.unsafe_to_tell) == ("yes", True, True)


def test_only_an_officer_who_may_give_ties_links_a_family(world):
    for who in ("caseworker", "senco", "area_leader", "parent", "system_administrator"):
        with acting_as(world.reader(who)) as reader, pytest.raises(Refused):
            families.link_parent(
                child=world.amina,
                email="x@example.org",
                name="X",
                family=MOTHER,
                what_was_seen=SEEN,
                by=reader,
            )


def test_an_officer_does_not_link_themselves(world):
    manager = world.people["send_manager"]
    with pytest.raises(Refused, match="themselves"):
        link(world, email=manager.email)


def test_a_family_link_ended_today_is_closed_today(world):
    with acting_as(world.reader("send_manager")) as manager:
        tie = Tie.objects.get(user=world.people["parent"])
        families.end_family_link(tie=tie, on=TODAY, why="Court order", by=manager)
    assert sees(world.reader("parent")) == set()


def test_a_young_person_reads_their_own_record(world):
    with acting_as(world.reader("data_officer")) as officer:
        user = families.link_young_person(
            child=world.ben, email="ben@example.org", name="Ben", what_was_seen=SEEN, by=officer
        )
    world.people["ben"] = user
    assert sees(world.reader("ben")) == {world.ben.pk}


def test_the_same_seed_draws_the_same_cases_whatever_the_order():
    ids = list(range(100))
    assert drawn(ids, count=6, seed="larch") == drawn(ids[::-1], count=6, seed="larch")
    assert drawn(ids, count=6, seed="larch") != drawn(ids, count=6, seed="birch")


def draw(world, *, until=TOMORROW, count=2):
    with acting_as(world.reader("send_manager")) as manager:
        Tie.objects.filter(role="inspector").delete()
        return inspections.draw_at_random(
            to=world.posts["inspector"], count=count, seed="larch", until=until, by=manager, at=NOW
        )


def test_an_inspector_reads_the_cases_drawn_until_the_inspection_ends(world):
    made = draw(world)
    assert (made.of, made.seed, len(made.children)) == (2, "larch", 2)
    assert sees(world.reader("inspector")) == {world.amina.pk, world.ben.pk}
    assert sees(world.reader("inspector", today=TOMORROW + timedelta(days=1))) == set()


def test_an_inspector_changes_nothing(world):
    draw(world)
    with acting_as(world.reader("inspector")):
        assert Child.objects.update(forename="Changed") == 0
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            Child.objects.create(area=world.area, birth_date=TODAY)


def test_an_inspection_has_an_end_within_ninety_days(world):
    for days in (-1, 91):
        with pytest.raises(Refused, match="90 days"):
            draw(world, until=TODAY + timedelta(days=days))
    assert draw(world, until=TODAY + timedelta(days=90)).until == TODAY + timedelta(days=90)


def test_a_list_with_an_unknown_number_opens_nothing(world):
    with acting_as(world.reader("send_manager")) as manager, pytest.raises(Refused, match="NOPE"):
        inspections.draw_by_list(
            to=world.posts["inspector"], numbers=["NOPE"], until=TOMORROW, by=manager, at=NOW
        )


def test_everybody_who_may_see_a_child_is_listed_and_nobody_else(world):
    with acting_as(world.reader("caseworker")) as caseworker:
        names = {one.who for one in who_may_see(caseworker, world.amina.pk)}
    assert {"Caseworker", "parent", "The SENCO of Larkfield", "Send_Manager", "Dco"} <= names
    assert not names & {"Area_Leader", "System_Administrator", "Other_Caseworker", "Other"}
