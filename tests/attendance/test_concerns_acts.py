"""A concern: raised by who works with the child, answered by the family, help before action."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.attendance.actions import concerns as acts
from plait.attendance.actions.answers import answer_concern
from plait.attendance.models import Concern
from plait.attendance.pages.concerns import shown
from plait.attendance.queries.concerns import concern_one, concerns_of, open_concerns
from plait.cases.dated_facts import OutOfOrder
from plait.journal.models import Entry
from plait.standards.attendance.barriers import ADJUSTMENTS, BARRIERS, to_try

pytestmark = pytest.mark.django_db
WORDS = "Amina missed every Monday since September. What makes Mondays hard?"


@pytest.fixture
def raised(world, acting):
    return acts.raise_concern(
        child=world.amina, setting=world.larkfield, says=WORDS, by=acting("senco"), at=NOW
    )


def fresh(concern: Concern) -> Concern:
    found = concern_one(concern.child_id, concern.pk)
    assert found is not None
    return found


def answered(concern, by, *, barriers=("anxiety",), family="", child="I feel sick."):
    answer_concern(
        concern=concern, barriers=barriers, family_says=family, child_says=child, by=by, at=NOW
    )


def tried(concern, by, what="A quiet way in."):
    acts.try_adjustment(concern=concern, what=what, since=TODAY, by=by, at=NOW)


def test_a_concern_is_raised_once_with_one_line_in_the_journal(raised, world, acting):
    assert Entry.objects.filter(what="concern_raised", child=world.amina).count() == 1
    with pytest.raises(Refused, match="open for this child already"):
        acts.raise_concern(
            child=world.amina, setting=None, says="Again", by=acting("manager"), at=NOW
        )


@pytest.mark.parametrize("who", ["therapist", "other_senco", "inspector", "officer"])
def test_who_may_not_write_concerns_raises_none(world, acting, who):
    with pytest.raises(Refused):
        acts.raise_concern(child=world.amina, setting=None, says="x", by=acting(who), at=NOW)


def test_a_parent_answers_but_raises_tries_acts_and_ends_nothing(raised, world, acting):
    parent = acting("parent")
    for act in (
        lambda: acts.raise_concern(child=world.amina, setting=None, says="x", by=parent, at=NOW),
        lambda: tried(raised, parent),
        lambda: acts.take_action(concern=raised, action="x", why="x", by=parent, at=NOW),
        lambda: acts.end_concern(concern=raised, outcome="x", by=parent, at=NOW),
    ):
        with pytest.raises(Refused, match="those who work with your child"):
            act()


def test_those_who_raised_it_do_not_answer_for_the_family(raised, acting):
    with pytest.raises(Refused, match="the family's own"):
        answered(raised, acting("senco"))


def test_the_answer_proposes_what_to_try_for_what_was_named(raised, acting):
    answered(raised, acting("parent"), barriers=["transport", "anxiety", "magic"])
    held = shown(fresh(raised))
    assert held.row.barriers == ["anxiety", "transport"]
    assert [what for _, what, _ in held.proposed] == [
        one.what for one in to_try(["anxiety", "transport"])
    ]


def test_the_other_parent_reads_the_answer_and_adds_to_it_without_losing_a_word(raised, acting):
    answered(raised, acting("parent"))
    answered(raised, acting("father"), barriers=["sleep"], child="She is tired.")
    held = fresh(raised)
    assert held.child_says == "I feel sick.\nPat Father: She is tired."
    assert held.barriers == ["anxiety", "sleep"]


def test_an_empty_answer_is_no_answer(raised, acting):
    with pytest.raises(Refused, match="Choose what stands in the way"):
        answered(raised, acting("parent"), barriers=[], child=" ")


def test_a_parent_of_another_child_sees_and_answers_nothing(raised, world, acting):
    other = acting("other_parent")
    assert concerns_of(world.amina.pk) == []
    with pytest.raises(Refused):
        answered(raised, other)


def test_no_action_before_something_was_tried_and_it_is_said_whether_it_helped(raised, acting):
    senco = acting("senco")
    action = {"concern": raised, "action": "A notice", "why": "x", "by": senco, "at": NOW}
    with pytest.raises(Refused, match="Nothing has been tried"):
        acts.take_action(**action)
    tried(raised, senco)
    with pytest.raises(Refused, match="not said yet whether this helped"):
        acts.take_action(**action)
    acts.say_if_helped(concern=raised, place=0, helped="no", by=senco, at=NOW)
    with pytest.raises(Refused, match="began today"):
        acts.take_action(**action)
    action["by"] = replace(senco, today=TODAY + timedelta(days=1))
    acts.take_action(**action)
    assert fresh(raised).action == "A notice"
    with pytest.raises(Refused, match="recorded already: A notice"):
        acts.take_action(**action | {"action": "A fine"})


def test_an_answer_that_comes_while_help_is_tried_waits_first_until_somebody_acts_on_it(
    raised, acting
):
    senco = acting("senco")
    tried(raised, senco)
    answered(raised, acting("parent"))
    assert [one.state for one in open_concerns(acting("senco"))] == ["answered"]
    acts.say_if_helped(concern=raised, place=0, helped="yes", by=acting("senco"), at=NOW)
    assert fresh(raised).state == "adjusted"


def test_the_database_itself_refuses_action_before_anything_was_tried(raised, acting):
    acting("senco")
    with pytest.raises(IntegrityError, match="no_action_before"), transaction.atomic():
        Concern.objects.filter(pk=raised.pk).update(action="A fine", action_why="x")


@pytest.mark.parametrize("since", [TODAY + timedelta(days=1), date(2026, 9, 1)])
def test_what_is_only_planned_or_was_before_the_concern_was_not_tried(raised, acting, since):
    with pytest.raises(OutOfOrder):
        acts.try_adjustment(concern=raised, what="x", since=since, by=acting("senco"), at=NOW)


def test_what_is_tried_is_not_proposed_again_nor_tried_twice(raised, acting):
    answered(raised, acting("parent"))
    senco, first = acting("senco"), to_try(["anxiety"])[0].what
    tried(raised, senco, first)
    assert first not in [what for _, what, _ in shown(fresh(raised)).proposed]
    with pytest.raises(Refused, match="being tried already"):
        tried(raised, senco, first)


def test_an_ended_concern_takes_nothing_more_and_a_new_one_can_be_raised(raised, world, acting):
    senco = acting("senco")
    acts.end_concern(concern=raised, outcome="She comes on Mondays again.", by=senco, at=NOW)
    with pytest.raises(Refused, match="has ended"):
        tried(raised, senco)
    again = acts.raise_concern(child=world.amina, setting=None, says="x", by=senco, at=NOW)
    assert [one.pk for one in concerns_of(world.amina.pk)] == [again.pk, raised.pk]


def test_every_barrier_has_something_to_try_and_says_how_its_words_are_known():
    assert {one.barrier for one in ADJUSTMENTS} == set(BARRIERS)
    assert all(one.source and one.what.strip() for one in ADJUSTMENTS)
    assert len({one.what for one in ADJUSTMENTS}) == len(ADJUSTMENTS)
