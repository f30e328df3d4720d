"""Two parents apart: the database itself keeps what one said from the other, on every table."""

import pytest
from advice_world import NOW, TODAY, ask, assess, giver

from plait.assessment.models import Advice, Chase, Missed
from plait.cases.models import Passage


@pytest.fixture
def asked(world, acting, arranging):
    """Both parents asked for their views, and a therapist; the mother's are given."""
    from plait.assessment.actions.advice_giving import Row, give, save_words

    with arranging():
        assess(world)
    own = {
        who: giver(kind="family", body="family", name=who, email="", user=world.people[who])
        for who in ("parent", "father")
    }
    made = [one.advice for one in ask(world, acting("manager"), *own.values(), giver())]
    with arranging():
        for one in made:
            row = {"area": world.area, "child": world.amina, "advice": one}
            Chase.objects.create(**row, at=NOW, how="telephone", to_whom="x", said="Hers.")
            Missed.objects.create(**row, on=TODAY, what="A talk")
    for who, one in zip(("parent", "father"), made[:2], strict=True):
        me = acting(who)
        shown = Advice.objects.get(pk=one.pk).version
        rows = [Row("view", f"Of the {who}.")]
        kept = save_words(advice=one, rows=rows, shown=shown, by=me)
        give(advice=kept, name=who, role="Parent", dated_on=TODAY, shown=kept.version, by=me,
             today=TODAY, at=NOW)  # fmt: skip
    return made


def seen():
    """Which advice a reader finds on each table."""
    return (
        set(Advice.objects.values_list("pk", flat=True)),
        set(Chase.objects.values_list("advice_id", flat=True)),
        set(Missed.objects.values_list("advice_id", flat=True)),
        set(Passage.objects.values_list("text", flat=True)),
    )


@pytest.mark.parametrize(("who", "own", "other"), [("parent", 0, 1), ("father", 1, 0)])
def test_each_parent_finds_their_own_and_the_professionals_and_not_the_others(
    acting, asked, who, own, other
):
    acting(who)
    mine = {asked[own].pk, asked[2].pk}
    assert seen() == (mine, mine, mine, {f"Of the {who}."})
    assert asked[other].pk not in mine


@pytest.mark.parametrize("who", ["caseworker", "manager", "inspector", "senco", "therapist"])
def test_those_who_work_with_the_child_read_both(acting, asked, who):
    acting(who)
    everything = {one.pk for one in asked}
    assert seen()[0] == everything
    assert seen()[3] == {"Of the parent.", "Of the father."}


def test_a_manager_who_is_family_does_not_read_the_other_through_the_post(
    world, acting, arranging, asked
):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.create(
            area=world.area, child=world.amina, user=world.people["manager"], role="parent",
            since=TODAY, basis="the test",
        )  # fmt: skip
    acting("manager")
    assert seen()[0] == {asked[2].pk}
    assert seen()[3] == set()


def test_an_adviser_by_the_fathers_leave_reads_neither_parents_words(
    world, acting, arranging, asked
):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.create(
            area=world.area, child=world.amina, user=world.people["stranger"], role="supporter",
            since=TODAY, until=TODAY, basis="leave", granted_by=world.people["father"],
        )  # fmt: skip
    acting("stranger")
    assert seen()[0] == {asked[2].pk}
    assert seen()[3] == set()


def test_neither_parent_changes_the_others_words(acting, asked):
    acting("father")
    assert Passage.objects.filter(ref=asked[0].ref).update(text="Mine.") == 0
    acting("caseworker")
    assert Passage.objects.get(ref=asked[0].ref).text == "Of the parent."
