"""Where one household lives is not for the other, in the database itself."""

from importlib import import_module

import pytest
from django.db import connection
from record_world import NOW, TODAY

from plait.access.models import Tie
from plait.journal.models import Change
from plait.people.models import FamilyTie
from plait.provision.actions import at_home as acts
from plait.provision.models import HomeEducation, HomePlace, Objection

pytestmark = pytest.mark.django_db
MOVED = import_module("plait.provision.migrations.0003_move_where_they_live")


@pytest.fixture
def apart(at_home, provision_world, arranging):
    """A second parent of Amina who does not live with her, and what the first said of the home."""

    with arranging():
        world = provision_world
        world.people["apart"] = world.people["father"]
        lives = FamilyTie.objects.filter(child=world.amina, carer__user=world.people["apart"])
        assert lives.update(lives_with=False) == 1
        for field in ("address", "how"):
            Objection.objects.create(
                area=world.area, child=world.amina, about=at_home, kind="objection", field=field,
                says="1 Parent Street is ours alone", at=NOW, by=world.people["parent"],
            )  # fmt: skip
    return at_home


def everything_read():
    """Give what a session reads of the register through SQL, whatever the pages show."""
    found = []
    with connection.cursor() as cursor:
        for table in ("provision_homeeducation", "provision_homeplace", "provision_objection"):
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")
            found += [row for (row,) in cursor.fetchall()]
        cursor.execute("SELECT was::text FROM journal_change WHERE was IS NOT NULL")
        found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


@pytest.mark.parametrize(
    ("who", "reads"),
    [("parent", True), ("home_officer", True), ("manager", True), ("apart", False)],
)
def test_the_address_is_read_by_its_household_and_the_officer_and_by_no_other_parent(
    apart, acting, who, reads
):
    acting(who)
    assert HomeEducation.objects.filter(pk=apart.pk).exists()
    assert HomePlace.objects.filter(about=apart).exists() is reads
    said = everything_read()
    said = said.replace("1 Parent Street is ours alone", "", 1) if who == "apart" else said
    assert ("1 Parent Street" in said) is reads


def test_what_is_said_of_a_home_is_hidden_and_what_is_said_of_the_rest_is_not(apart, acting):
    acting("apart")
    assert list(Objection.objects.values_list("field", flat=True)) == ["how"]
    acting("home_officer")
    assert Objection.objects.count() == 2


def test_a_home_of_before_is_as_hidden_as_that_of_today(apart, acting):
    acting("home_officer")
    place = HomePlace.objects.get()
    place.held = {"address": {"says": "2 New Street", "by": "School", "on": "2026-10-01"}}
    place.save()
    acting("apart")
    assert not Change.objects.filter(of_table="provision_homeplace").exists()
    assert "Street" not in everything_read().replace("1 Parent Street is ours alone", "", 1)


def test_a_parent_without_record_of_living_there_reads_it_only_when_alone(
    apart, acting, arranging, provision_world
):
    with arranging():
        FamilyTie.objects.filter(child=apart.child).update(lives_with=None)
    acting("parent")
    assert not HomePlace.objects.exists()
    with arranging():
        ended = Tie.objects.filter(child=apart.child, user__name="Pat Father")
        assert ended.update(until=TODAY.replace(year=2025)) == 1
        Tie.objects.create(
            area=apart.area, child=apart.child, user=provision_world.people["stranger"],
            role="supporter", granted_by=provision_world.people["parent"], basis="by leave",
            since=TODAY, until=TODAY,
        )  # fmt: skip
    acting("parent")
    assert HomePlace.objects.exists()


def test_the_page_of_the_other_parent_says_that_it_is_held_and_nothing_of_it(apart, browse):
    page = browse("apart").get(f"/my/{apart.child_id}/home-education/").content.decode()
    assert "It is held, and not shown to you" in page
    assert page.count("Parent Street") == page.count("1 Parent Street is ours alone") == 1
    page = browse("parent").get(f"/my/{apart.child_id}/home-education/").content.decode()
    assert "1 Parent Street" in page


def test_an_act_keeps_a_home_apart_and_takes_it_out_of_both(apart, acting, provision_world):
    by = acting("home_officer")
    given = {"says": "9 Other Street", "told_by": "The mother", "shown": "1 Parent Street"}
    acts.hold_field(entry=apart, key="address", by=by, at=NOW, **given)
    entry = HomeEducation.objects.get()
    assert entry.held == {"address": {"apart": True}}
    assert acts.says_of(entry, "address") == "9 Other Street"
    acts.take_out(entry=entry, key="address", by=by, at=NOW)
    assert (HomeEducation.objects.get().whole, HomePlace.objects.get().held) == ({}, {})


def test_the_move_brings_what_was_held_before_apart(apart, arranging):
    with arranging():
        HomePlace.objects.all().delete()
        old = {"address": {"says": "1 Parent Street"}, "how": {"says": "Maths"}}
        HomeEducation.objects.update(held=old)
        with connection.cursor() as cursor:
            for sql in MOVED.MOVE:
                cursor.execute(sql)
        entry = HomeEducation.objects.get()
        assert entry.held == {"address": {"apart": True}, "how": {"says": "Maths"}}
        assert entry.whole == old
