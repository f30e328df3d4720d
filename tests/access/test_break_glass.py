"""An emergency opens one record, for a day, with a reason, in the open."""

from datetime import timedelta

import pytest
from access_world import TODAY
from django.db import DatabaseError, transaction

from plait.access.actions import emergency
from plait.access.context import acting_as
from plait.access.models import Tie
from plait.access.queries.emergency import who_watches
from plait.access.refusals import Refused
from plait.access.require import through
from plait.journal.actions import looked
from plait.journal.models import Entry, Look
from plait.people.models import Child, FamilyTie

WHY = "The child is in our accident department, unaccompanied."
AFTER = TODAY + timedelta(days=2)


def found(reader, **how):
    given = {"number": "", "surname": "", "born": None} | how
    return emergency.search(by=reader, **given)


def opened(world, who="other_caseworker"):
    with acting_as(world.reader(who)) as reader:
        [child] = found(reader, surname="Khan", born=world.amina.birth_date)
        return emergency.open_record(found=child, why=WHY, by=reader)


def test_a_name_alone_or_a_near_date_finds_nobody(world):
    with acting_as(world.reader("other_caseworker")) as reader:
        assert found(reader, surname="Khan") == []
        day = world.amina.birth_date + timedelta(days=1)
        assert found(reader, surname="Khan", born=day) == []
        assert [c.name for c in found(reader, surname="KHAN", born=world.amina.birth_date)] == [
            "Amina Khan"
        ]


def test_an_exact_number_finds_and_half_of_it_does_not(world, arranging):
    with arranging():
        world.ben.identifiers.create(area=world.area, kind="nhs", value="9434765919", valid=True)
    with acting_as(world.reader("other_caseworker")) as reader:
        assert [c.id for c in found(reader, number="943 476 5919")] == [world.ben.pk]
        assert found(reader, number="943476") == []


def test_finding_opens_nothing_and_is_written_down(world):
    with acting_as(world.reader("other_caseworker")) as reader:
        found(reader, surname="Khan", born=world.amina.birth_date)
        assert not Child.objects.exists()
        assert Entry.objects.get(what="emergency_searched").facts["found"] == [world.amina.pk]


def test_an_emergency_opens_the_record_until_the_end_of_tomorrow(world):
    opened(world)
    for days, sees in ((0, True), (1, True), (2, False)):
        day = TODAY + timedelta(days=days)
        with acting_as(world.reader("other_caseworker", today=day)):
            assert Child.objects.filter(pk=world.amina.pk).exists() is sees


def test_nobody_lengthens_or_hides_an_emergency(world):
    tie = opened(world)
    for change in ({"until": AFTER}, {"emergency": False, "until": None}, {"why": ""}):
        with acting_as(world.reader("other_caseworker")):
            assert Tie.objects.filter(pk=tie.pk).update(**change) == 0
    with (
        acting_as(world.reader("send_manager")),
        pytest.raises(DatabaseError, match="an_emergency_ends"),
        transaction.atomic(),
    ):
        Tie.objects.filter(pk=tie.pk).update(until=AFTER)


@pytest.mark.parametrize(
    "lie", [{"role": "send_manager"}, {"emergency": False}, {"since": TODAY - timedelta(days=1)}]
)
def test_the_database_opens_nothing_else_in_the_name_of_an_emergency(world, lie):
    true = {
        "area": world.area,
        "child": world.ben,
        "user": world.people["other_caseworker"],
        "role": "caseworker",
        "since": TODAY,
        "until": TODAY,
        "basis": "x",
        "why": "x",
        "emergency": True,
    }
    with acting_as(world.reader("other_caseworker")):
        with pytest.raises(DatabaseError), transaction.atomic():
            Tie.objects.create(**true | lie)
        assert Tie.objects.create(**true).pk


def test_only_professionals_break_the_glass(world):
    for who in ("parent", "area_leader", "inspector", "system_administrator", "setting_staff"):
        with acting_as(world.reader(who)) as reader:
            with pytest.raises(Refused):
                found(reader, surname="Ashworth", born=world.ben.birth_date)
            for role in ("caseworker", *reader.roles):
                with pytest.raises(DatabaseError), transaction.atomic():
                    Tie.objects.create(
                        area=world.area,
                        child=world.ben,
                        user=reader.user,
                        role=role,
                        since=TODAY,
                        until=TODAY,
                        basis="x",
                        why="x",
                        emergency=True,
                    )


def test_a_reason_is_a_sentence(world):
    with acting_as(world.reader("other_caseworker")) as reader:
        [child] = found(reader, surname="Khan", born=world.amina.birth_date)
        with pytest.raises(Refused, match="sentence"):
            emergency.open_record(found=child, why="urgent", by=reader)


def test_those_who_watch_are_told_and_not_the_one_who_did_it(world):
    with acting_as(world.reader("send_manager")) as manager:
        assert who_watches(manager) == ["data_officer@example.org"]
    with acting_as(world.reader("other_caseworker")) as reader:
        assert who_watches(reader) == ["data_officer@example.org", "send_manager@example.org"]


def what_the_parent_reads(world):
    with acting_as(world.reader("parent")):
        return (
            list(Entry.objects.filter(what="emergency_opened").values_list("why", flat=True)),
            Look.objects.filter(through="Emergency access").count(),
            Tie.objects.filter(emergency=True).count(),
        )


def test_the_family_is_told_why_and_who_looked(world):
    opened(world)
    with acting_as(world.reader("other_caseworker")) as reader:
        way = through(world.amina.pk, reader)
        looked(area=world.area, by=reader.user, parts="record", child=world.amina, through=way)
    assert what_the_parent_reads(world) == ([WHY], 1, 1)


def test_an_adult_whom_it_is_unsafe_to_tell_is_told_by_no_list_either(world, arranging):
    with arranging():
        FamilyTie.objects.filter(child=world.amina).update(unsafe_to_tell=True)
    tie = opened(world)
    with acting_as(world.reader("other_caseworker")) as reader:
        way = through(world.amina.pk, reader)
        looked(area=world.area, by=reader.user, parts="record", child=world.amina, through=way)
    assert what_the_parent_reads(world) == ([], 0, 0)
    with acting_as(world.reader("send_manager")):
        assert Tie.objects.filter(pk=tie.pk).exists()
        assert Entry.objects.filter(what="emergency_opened").exists()
