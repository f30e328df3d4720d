"""An advocate or adviser reads with the family's leave: to a day, no more than the family lets."""

from datetime import timedelta

import pytest
from access_world import NOW, TODAY
from django.db import DatabaseError, transaction

from plait.access.actions.leave import Leave, end_leave, let_read
from plait.access.context import acting_as
from plait.access.models import Link, Tie
from plait.access.queries.links import link_of
from plait.access.refusals import Refused
from plait.journal.models import Entry, Look
from plait.people.models import Child, User

LAST = TODAY + timedelta(days=30)


def lets(world, who="parent", *, until=LAST, email="sendiass@example.org", child=None):
    with acting_as(world.reader(who)) as reader:
        leave = Leave(name="Ola Adeyemi", email=email, until=until, what="The draft plan")
        given = let_read(child=child or world.amina, leave=leave, by=reader, at=NOW)
    world.people["adviser"] = given[0]
    return given


def sees(world, today=TODAY, who="adviser"):
    with acting_as(world.reader(who, today=today)):
        return set(Child.objects.values_list("pk", flat=True))


def test_an_adviser_reads_that_child_to_the_last_day_and_no_other(world):
    lets(world)
    assert sees(world) == {world.amina.pk}
    assert sees(world, LAST) == {world.amina.pk}
    assert sees(world, LAST + timedelta(days=1)) == set()


def test_a_newcomer_gets_a_link_that_works_once_and_opens_only_their_account(world):
    user, token = lets(world)
    link = Link.objects.get(user=user)
    assert (link.purpose, link.made_by) == ("join", world.people["parent"])
    assert link_of(token, purpose="join", at=NOW) == link


def test_somebody_who_has_joined_gets_no_link(world, arranging):
    with arranging():
        user = User.objects.create_user(
            "sendiass@example.org", "Ola", password="a long pass phrase"
        )
    assert lets(world) == (user, "")


@pytest.mark.parametrize("who", ["supporter", "other_parent", "caseworker", "senco"])
def test_only_the_child_s_own_family_lets_somebody_in(world, who):
    with pytest.raises(Refused):
        lets(world, who)


def test_nobody_lets_themselves_in(world):
    with pytest.raises(Refused, match="themselves"):
        lets(world, email="parent@example.org")


@pytest.mark.parametrize("until", [TODAY - timedelta(days=1), TODAY + timedelta(days=367)])
def test_leave_has_a_last_day_within_a_year(world, until):
    with pytest.raises(Refused, match="last day"):
        lets(world, until=until)


def forged(world, **more):
    given = {
        "area": world.area, "child": world.amina, "user": world.people["stranger"],
        "role": "supporter", "since": TODAY, "until": LAST, "basis": "x",
        "granted_by": world.people["parent"],
    } | more  # fmt: skip
    with transaction.atomic():
        Tie.objects.create(**given)


@pytest.mark.parametrize("role", ["parent", "caseworker", "senco", "young_person"])
def test_the_database_itself_lets_a_parent_give_no_other_tie(world, role):
    with acting_as(world.reader("parent")), pytest.raises(DatabaseError, match="row-level"):
        forged(world, role=role)


def test_the_database_itself_refuses_leave_for_another_child_or_in_anothers_name(world):
    with acting_as(world.reader("parent")):
        for more in ({"child": world.ben}, {"granted_by": world.people["young_person"]}):
            with pytest.raises(DatabaseError, match="row-level"):
                forged(world, **more)


def test_an_adviser_lengthens_nothing_and_lets_nobody_in(world):
    lets(world)
    with acting_as(world.reader("adviser")):
        assert Tie.objects.update(until=LAST + timedelta(days=90)) == 0
        with pytest.raises(DatabaseError, match="row-level"):
            forged(world, granted_by=world.people["adviser"])


def test_it_ends_when_the_family_says_so(world):
    lets(world)
    with acting_as(world.reader("parent")) as parent:
        end_leave(tie=Tie.objects.get(user=world.people["adviser"]), by=parent, at=NOW)
    assert sees(world) == set()


def test_the_other_parent_does_not_end_it(world):
    lets(world)
    with acting_as(world.reader("young_person")) as other, pytest.raises(Refused):
        end_leave(tie=Tie.objects.get(user=world.people["adviser"]), by=other, at=NOW)


def test_whose_leave_ended_takes_their_advisers_with_them(world, arranging):
    lets(world)
    with arranging():
        Tie.objects.filter(user=world.people["parent"]).update(until=TODAY - timedelta(days=1))
    assert sees(world) == set()


def test_an_adviser_reads_neither_who_looked_nor_what_was_done(world):
    lets(world)
    with acting_as(world.reader("send_manager")) as manager:
        kept = {"area": world.area, "at": NOW, "child": world.amina, "by": manager.user}
        Look.objects.create(parts="x", **kept)
        Entry.objects.create(what="emergency_opened", **kept)
    with acting_as(world.reader("adviser")):
        assert not Look.objects.exists()
        assert not Entry.objects.exists()


def test_a_document_hidden_from_a_parent_is_hidden_from_whom_they_let_in(world, arranging):
    from plait.cases.models import Document

    lets(world)
    with arranging():
        document = Document.objects.create(
            area=world.area, child=world.amina, title="Safe address", file_name="a.pdf",
            sha256="0" * 64, size=1, shared="family", at=NOW, written_by=world.people["caseworker"],
        )  # fmt: skip
    with acting_as(world.reader("adviser")):
        assert Document.objects.count() == 1
    with arranging():
        document.hidden_from.add(world.people["parent"])
    with acting_as(world.reader("adviser")):
        assert Document.objects.count() == 0
