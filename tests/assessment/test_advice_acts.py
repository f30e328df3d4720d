"""Asking, holding, ending, noting: each act once, by those who may, and its clock with it."""

from datetime import date, timedelta

import pytest
from advice_world import NOW, SPECIFIC, TODAY, TOLD, VAGUE, ask, assess, giver
from django.db import DatabaseError, connection, transaction

from plait.access.refusals import Refused
from plait.assessment.actions import advice_after as after
from plait.assessment.actions.advice_asking import ask_advice, hold_existing
from plait.assessment.actions.advice_giving import Row, give, save_words
from plait.assessment.models import Advice
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Clock, Passage
from plait.journal.models import Entry

pytestmark = pytest.mark.django_db
ALL = {who: {"name": "Jo", "on": "2026-11-20"} for who in ("giver", "authority", "family")}


@pytest.fixture
def assessing(world, arranging):
    with arranging():
        assess(world)
    return world


def hold(world, by, sufficient, **more):
    usual = {"giver": giver(), "document": None, "earlier": an_earlier(world)}
    return hold_existing(
        request=world.request, sufficient=sufficient, by=by, at=NOW, **(usual | more)
    )


def an_earlier(world):
    return Advice(pk=1)


def given(advice, by):
    advice = save_words(advice=advice, rows=[Row("provision", SPECIFIC)], shown=1, by=by)
    return give(
        advice=advice, name="Jo", role="Therapist", dated_on=TODAY, shown=2, by=by, today=TODAY,
        at=NOW,
    )  # fmt: skip


def test_advice_is_not_sought_before_the_decision_to_assess(world, acting):
    with pytest.raises(Refused, match="decision to assess"):
        ask(world, acting("caseworker"))


@pytest.mark.parametrize("who", ["therapist", "senco", "parent", "inspector", "officer"])
def test_nobody_asks_for_advice_who_may_not_write_it(assessing, acting, who):
    with pytest.raises(Refused, match="ask for advice"):
        ask(assessing, acting(who))


def test_the_same_person_is_asked_for_the_same_once(assessing, acting):
    by = acting("caseworker")
    ask(assessing, by)
    with pytest.raises(Refused, match="asked already"):
        ask(assessing, by, giver(name=" MS REED "))
    with pytest.raises(Refused, match="asked already"):
        ask(assessing, by, giver(name="Dr Lee"), giver(name="dr lee"))
    assert len(ask(assessing, by, giver(name="Dr Lee"))) == 1
    assert Advice.objects.count() == Clock.objects.filter(ref__startswith="advice:").count() == 2


def test_one_refusal_leaves_nobody_asked(assessing, acting):
    by = acting("caseworker")
    with pytest.raises(Refused, match="say who"), transaction.atomic():
        ask(assessing, by, giver(), giver(name=" "))
    assert not Advice.objects.exists()


@pytest.mark.parametrize("missing", ALL)
def test_existing_advice_is_held_only_when_all_three_find_it_sufficient(assessing, acting, missing):
    by = acting("caseworker")
    with pytest.raises(Refused, match="must be asked for"):
        hold(assessing, by, ALL | {missing: {"name": "", "on": ""}})
    assert not Advice.objects.exists()


def test_held_advice_ends_what_was_asked_and_is_not_asked_again(assessing, acting):
    by = acting("caseworker")
    [sent] = ask(assessing, by)
    held = hold(assessing, by, ALL)
    assert held.state == "held"
    asked = Advice.objects.get(pk=sent.advice.pk)
    assert asked.state == "ended"
    clock = Clock.objects.get(ref=asked.ref)
    assert clock.ended_on == TODAY
    with pytest.raises(Refused, match=r"reg 6\(4\)"):
        ask(assessing, by)


def test_existing_advice_needs_a_document_or_an_earlier_answer(assessing, acting):
    with pytest.raises(Refused, match="which advice is held"):
        hold(assessing, acting("caseworker"), ALL, earlier=None)


def test_vague_provision_is_sent_only_once_it_is_mended_or_explained(assessing, acting):
    by = acting("manager")
    [sent] = ask(assessing, by, giver(user=assessing.people["therapist"]))
    me = acting("therapist")
    advice = save_words(advice=sent.advice, rows=[Row("provision", VAGUE)], shown=1, by=me)
    with pytest.raises(Refused, match="Mend each"):
        give(
            advice=advice, name="Jo", role="x", dated_on=TODAY, shown=2, by=me, today=TODAY, at=NOW
        )
    assert Passage.objects.get().text == VAGUE


def test_a_giver_cannot_date_their_own_clock_back(assessing, acting):
    by = acting("manager")
    [sent] = ask(assessing, by, giver(user=assessing.people["therapist"]))
    me = acting("therapist")
    advice = save_words(advice=sent.advice, rows=[Row("need", "x y z")], shown=1, by=me)
    give(
        advice=advice, name="Jo", role="x", dated_on=date(2026, 1, 5), shown=2, by=me,
        today=TODAY, at=NOW,
    )  # fmt: skip
    assert Clock.objects.get(ref=advice.ref).done_on == TODAY


@pytest.mark.parametrize("who", ["therapist", "manager", "caseworker"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases_passage SET text = 'x' WHERE ref = %s",
        "UPDATE cases_passage SET left_so = '[{}]' WHERE ref = %s",
        "DELETE FROM cases_passage WHERE ref = %s",
        "UPDATE assessment_advice SET given_on = '2026-01-01' WHERE 'advice:' || id = %s",
        "UPDATE assessment_advice SET state = 'asked' WHERE 'advice:' || id = %s",
    ],
)
def test_given_advice_cannot_be_changed_by_anybody(assessing, acting, who, sql):
    [sent] = ask(assessing, acting("manager"), giver(user=assessing.people["therapist"]))
    given(sent.advice, acting("therapist"))
    acting(who)
    with pytest.raises(DatabaseError, match="stay"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(sql, [sent.advice.ref])


def test_a_given_passage_may_still_be_marked_as_unused(assessing, acting):
    [sent] = ask(assessing, acting("manager"), giver(user=assessing.people["therapist"]))
    given(sent.advice, acting("therapist"))
    acting("caseworker")
    assert Passage.objects.update(unused_why="Said elsewhere") == 1


def test_a_missed_appointment_excuses_a_limit_in_law_and_moves_no_day(assessing, acting):
    by = acting("caseworker")
    [sent] = ask(assessing, by)
    advice = Advice.objects.get(pk=sent.advice.pk)
    _, said = after.record_missed(
        advice=advice, on=TODAY, what="Clinic", by_family=True, by=by, at=NOW
    )
    clock = Clock.objects.get(ref=advice.ref)
    assert (clock.excuse, clock.due_on) == ("missed_appointment", advice.due_on)
    assert "reg 8(2)(c)" in said


@pytest.mark.parametrize(
    ("body", "by_family", "said"),
    [
        ("setting", True, "no exception"),
        ("nhs", False, "excuses nothing"),
        ("nhs", None, "nothing"),
    ],
)
def test_what_the_law_does_not_name_is_noted_and_excuses_nothing(
    assessing, acting, body, by_family, said
):
    by = acting("caseworker")
    [sent] = ask(assessing, by, giver(body=body))
    advice = Advice.objects.get(pk=sent.advice.pk)
    _, words = after.record_missed(
        advice=advice, on=TODAY, what="Clinic", by_family=by_family, by=by, at=NOW
    )
    assert said in words
    assert not Clock.objects.get(ref=advice.ref).excuse
    assert advice.missed.count() == 1


def test_advice_that_came_by_post_is_the_same_record(assessing, acting):
    by = acting("caseworker")
    [sent] = ask(assessing, by)
    advice = Advice.objects.get(pk=sent.advice.pk)
    with pytest.raises(OutOfOrder, match="before it was asked"):
        came(advice, by, TODAY - timedelta(days=1))
    came(advice, by, TODAY)
    passage = Passage.objects.get(ref=advice.ref)
    assert (passage.state, passage.text, passage.author_name) == ("given", VAGUE, "Ms Reed")
    assert passage.left_so[0]["why"] == after.BY_POST
    assert Clock.objects.get(ref=advice.ref).done_on == TODAY
    assert Entry.objects.filter(what="advice_given", by=by.user).exists()


def came(advice, by, day):
    after.record_received(
        advice=advice, rows=[Row("provision", VAGUE)], upload=None, name="Ms Reed", role="SLT",
        dated_on=day, received_on=day, by=by, at=NOW,
    )  # fmt: skip


def test_help_agreed_meanwhile_is_read_by_the_family_and_written_by_the_office(assessing, acting):
    from plait.assessment.models import InterimSupport

    words = {"what": "An hour a day", "who": "Larkfield", "since": TODAY, "until": None,
             "agreed_with": "Pat Parent", "at": NOW}  # fmt: skip
    after.agree_interim(request=assessing.request, by=acting("caseworker"), **words)
    with pytest.raises(Refused):
        after.agree_interim(request=assessing.request, by=acting("therapist"), **words)
    acting("parent")
    assert InterimSupport.objects.get().what == "An hour a day"
    acting("other_parent")
    assert not InterimSupport.objects.exists()


def test_what_is_told_to_a_giver_names_no_address_and_no_parent(assessing, acting):
    [sent] = ask_advice(
        request=assessing.request, givers=[giver()], told=TOLD, by=acting("caseworker"), at=NOW
    )
    assert set(sent.advice.told) == {*TOLD, "question"}
