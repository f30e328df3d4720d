"""While somebody is away, whoever covers answers the family, and the family reads who."""

from dataclasses import replace
from datetime import timedelta

import pytest
from record_world import NOW, TODAY

from plait.family.actions.messages import write_to
from plait.family.queries import cover_of, named_person, waiting_for

LAST = TODAY + timedelta(days=7)


@pytest.fixture
def asked(world, acting):
    return write_to(child=world.amina, text="When?", by=acting("parent"), at=NOW)


@pytest.fixture
def covered(world, acting, asked):
    from plait.access.actions import ties
    from plait.people.models import Post

    manager = acting("manager")
    of, to = (Post.objects.get(user=world.people[who]) for who in ("caseworker", "colleague"))
    ties.cover(of=of, to=to, by=manager, since=TODAY, until=LAST, why="Ill")


def test_a_message_that_waits_reaches_whoever_covers_on_those_days_only(covered, asked, acting):
    reader = acting("colleague")
    assert list(waiting_for(reader)) == [asked]
    assert not waiting_for(replace(reader, today=LAST + timedelta(days=1)))


def test_without_cover_a_colleague_has_nobodys_messages(asked, acting):
    assert not waiting_for(acting("colleague"))


def test_a_new_message_goes_to_whoever_covers_and_the_family_reads_who_is_away(
    covered, world, acting, browse
):
    reader = acting("parent")
    assert named_person(world.amina.pk, reader) == world.people["colleague"]
    assert cover_of(world.amina.pk, reader).covers.user == world.people["caseworker"]
    page = browse("parent").get(f"/my/{world.amina.pk}/messages/").content.decode()
    assert "stands in until 30 November 2026 for Jo Caseworker" in page


def test_cover_reaches_the_legal_dates_the_advice_and_the_list_of_today(covered, world, acting):
    from plait.cases.queries_clocks import open_clocks
    from plait.desk.queries_work import work_of

    reader = acting("colleague")
    assert {clock.child_id for clock in open_clocks(reader)} == {world.amina.pk}
    assert work_of(reader).messages
