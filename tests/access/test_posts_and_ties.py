"""Posts, allocation, handing over and cover; nobody for themselves."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from access_world import TODAY
from django.db import DatabaseError, transaction

from plait.access.actions import allocation, posts, ties
from plait.access.context import acting_as
from plait.access.models import Tie
from plait.access.queries.children import Which
from plait.access.queries.people import caseloads
from plait.access.refusals import Refused
from plait.journal.models import Entry
from plait.people.models import Child, Post

TOMORROW = TODAY + timedelta(days=1)


def sees(reader) -> set[int]:
    with acting_as(reader):
        return set(Child.objects.values_list("pk", flat=True))


def test_ending_a_post_closes_every_record_the_next_day_and_not_before(world):
    with acting_as(world.reader("system_administrator")) as admin:
        posts.end_post(post=world.posts["caseworker"], on=TODAY, why="Left", by=admin)
    assert sees(world.reader("caseworker")) == {world.amina.pk}
    assert sees(world.reader("caseworker", today=TOMORROW)) == set()


def test_a_post_ended_by_any_road_ends_its_ties(world, arranging):
    with arranging():
        Post.objects.filter(pk=world.posts["caseworker"].pk).update(until=TODAY)
        assert Tie.objects.get(user=world.people["caseworker"]).until == TODAY


@contextmanager
def refused_by_the_database(words):
    """Expect the database itself to refuse, and keep the transaction."""
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


def test_nobody_appoints_themselves(world):
    with acting_as(world.reader("send_manager")) as me, pytest.raises(Refused, match="themselves"):
        posts.appoint(user=me.user, role="dco", since=TODAY, by=me)


def test_nobody_appoints_themselves_past_the_application_either(world):
    with acting_as(world.reader("send_manager")) as me:
        with refused_by_the_database("nobody_grants_themselves_a_post"):
            Post.objects.create(area=world.area, user=me.user, role="dco", since=TODAY)


def test_nobody_lengthens_their_own_post(world):
    with acting_as(world.reader("inspector")) as me:
        Post.objects.filter(user=me.user).update(until=TODAY)
        with refused_by_the_database("nobody_grants_themselves_a_post"):
            Post.objects.filter(user=me.user).update(until=TOMORROW)


@pytest.mark.parametrize("giver", ["send_manager", "caseworker", None])
def test_nobody_ties_themselves_to_a_child_past_the_application(world, giver):
    with acting_as(world.reader("send_manager")) as me:
        with refused_by_the_database("row-level|nobody_grants"):
            Tie.objects.create(
                area=world.area,
                child=world.ben,
                user=me.user,
                role="caseworker",
                since=TODAY,
                basis="x",
                granted_by=world.people.get(giver),
            )


def test_nobody_lengthens_their_own_tie(world, arranging):
    with arranging():
        world.tie("send_manager", world.ben, "caseworker", until=TODAY)
    with acting_as(world.reader("send_manager")) as me:
        with refused_by_the_database("nobody_grants_themselves_a_tie"):
            Tie.objects.filter(user=me.user).update(until=None)


def test_a_caseworker_cannot_allocate(world):
    with acting_as(world.reader("caseworker")) as caseworker, pytest.raises(Refused):
        ties.allocate(
            children=[world.ben.pk], to=world.posts["other_caseworker"], by=caseworker, on=TODAY
        )


def test_a_case_allocated_opens_to_its_worker_and_is_on_the_childs_record(world):
    with acting_as(world.reader("send_manager")) as manager:
        new = ties.allocate(
            children=[world.ben.pk], to=world.posts["other_caseworker"], by=manager, on=TODAY
        )
        assert new == 1
        assert Entry.objects.get(what="case_allocated").child_id == world.ben.pk
    assert sees(world.reader("other_caseworker")) == {world.ben.pk}


def test_a_caseload_passes_in_one_act_and_leaves_nothing_behind(world):
    with acting_as(world.reader("send_manager")) as manager:
        passed = ties.hand_over(
            of=world.posts["caseworker"],
            to=world.posts["other_caseworker"],
            by=manager,
            on=TODAY,
            why="Maternity leave",
        )
    assert passed == 1
    assert sees(world.reader("other_caseworker")) == {world.amina.pk}
    assert sees(world.reader("caseworker", today=TOMORROW)) == set()


def test_cover_opens_the_cases_on_its_days_only(world):
    until = TODAY + timedelta(days=7)
    with acting_as(world.reader("send_manager")) as manager:
        ties.cover(
            of=world.posts["caseworker"],
            to=world.posts["other_caseworker"],
            by=manager,
            since=TOMORROW,
            until=until,
            why="Annual leave",
        )
    seen = [
        sees(world.reader("other_caseworker", today=day)) == {world.amina.pk}
        for day in (TODAY, TOMORROW, until, until + timedelta(days=1))
    ]
    assert seen == [False, True, True, False]
    assert sees(world.reader("caseworker")) == {world.amina.pk}


def test_a_rule_gives_each_next_child_to_whoever_has_fewest(world, arranging):
    with arranging():
        for n in range(5):
            Child.objects.create(
                area=world.area,
                surname="Zed",
                surname_key=f"zed{n}",
                birth_date=date(2019, 1, n + 1),
            )
    both = [world.posts["caseworker"], world.posts["other_caseworker"]]
    with acting_as(world.reader("send_manager")) as manager:
        outcome = allocation.by_rule(which=Which(surname_from="z"), to=both, by=manager, on=TODAY)
        loads = caseloads(manager)
    assert outcome.allocated == 5
    assert [loads[post.user_id, "caseworker"] for post in both] == [3, 3]


def test_a_rule_leaves_children_who_have_a_caseworker_alone(world):
    with acting_as(world.reader("send_manager")) as manager:
        allocation.by_rule(
            which=Which(), to=[world.posts["other_caseworker"]], by=manager, on=TODAY
        )
    assert sees(world.reader("other_caseworker")) == {world.ben.pk}


def test_a_rule_by_setting_reaches_only_its_roll(world):
    rule = Which(setting=world.larkfield.pk, unallocated=False)
    with acting_as(world.reader("send_manager")) as manager:
        allocation.by_rule(which=rule, to=[world.posts["other_caseworker"]], by=manager, on=TODAY)
    assert sees(world.reader("other_caseworker")) == {world.amina.pk}


def test_a_file_does_what_it_can_and_tells_each_line_it_cannot(world, arranging):
    with arranging():
        world.ben.identifiers.create(area=world.area, kind="local", value="B-17", valid=True)
    text = (
        "Number,Email\nb-17,other_caseworker@example.org\n"
        "ZZZ,other_caseworker@example.org\nB-17,nobody@example.org\n"
    )
    with acting_as(world.reader("send_manager")) as manager:
        outcome = allocation.by_file(text=text, by=manager, on=TODAY)
    assert outcome.allocated == 1
    assert [line for line, *_ in outcome.faults] == [3, 4]
    assert sees(world.reader("other_caseworker")) == {world.ben.pk}


def test_a_file_without_its_columns_is_refused_in_words(world):
    with (
        acting_as(world.reader("send_manager")) as manager,
        pytest.raises(Refused, match="number,email"),
    ):
        allocation.by_file(text="upn;worker\n1;2\n", by=manager, on=TODAY)


def test_an_administrator_counts_cases_and_sees_none(world):
    with acting_as(world.reader("system_administrator")) as admin:
        assert caseloads(admin)[world.people["caseworker"].pk, "caseworker"] == 1
        assert not Tie.objects.exclude(user=admin.user).exists()
        assert not Child.objects.exists()


def test_only_those_who_manage_people_can_count_caseloads(world):
    for who in ("caseworker", "parent", "area_leader", "data_officer"):
        with acting_as(world.reader(who)) as reader:
            assert caseloads(reader) == {}


def test_a_tie_ended_today_is_closed_today(world):
    with acting_as(world.reader("send_manager")) as manager:
        tie = Tie.objects.get(user=world.people["caseworker"])
        ties.end_tie(tie=tie, on=TODAY, why="Conflict of interest", by=manager)
    assert sees(world.reader("caseworker")) == set()


def test_a_caseload_passes_to_the_same_role_only(world):
    with acting_as(world.reader("send_manager")) as manager:
        for act, days in (
            (ties.hand_over, {"on": TODAY}),
            (ties.cover, {"since": TODAY, "until": TOMORROW}),
        ):
            with pytest.raises(Refused, match="pass to another EHC caseworker"):
                act(
                    of=world.posts["caseworker"],
                    to=world.posts["health_adviser"],
                    by=manager,
                    why="left",
                    **days,
                )
