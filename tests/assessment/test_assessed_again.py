"""A request to assess again is answered on the law's two grounds, and the family is told."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from letters_world import area_rules, sent, to
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.assessment.actions.again import ask_again, decide_again, take_back_again
from plait.assessment.actions.again_ending import end_again, letters_again
from plait.assessment.models import Reassessment
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Assessment, Clock, Plan, Request
from plait.cases.queries import record_open_to
from plait.cases.queries_owed import owed_to
from plait.child.queries_road import facts_for
from plait.law.process import State

pytestmark = pytest.mark.django_db
CAME, DECIDE, FINAL = date(2026, 11, 16), "sr-r25-reassess-decision", "sr-r27-reassess-final"
APPEAL = "tr-20-appeal-time"


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch):
    from plait.cases import letter_files
    from plait.ui.paper import NoPdf

    def none(*_):
        raise NoPdf("Not drawn in this test.")

    monkeypatch.setattr(letter_files, "paper_pdf", none)  # the slow part, proved elsewhere


@pytest.fixture
def plan(world, arranging):
    """A plan that is kept, after an assessment that ended on 12 October 2026."""
    with arranging():
        area_rules(world.area)
        Request.objects.filter(pk=world.request.pk).update(outcome="Y", outcome_on=CAME)
        case = {"area": world.area, "child": world.amina, "request": world.request}
        Assessment.objects.create(outcome="Y", outcome_on=date(2026, 10, 12), **case)
        return Plan.objects.create(started_on=date(2026, 10, 12), **case)


def ask(plan, by, **more):
    return ask_again(
        plan=plan, by=by, at=NOW, **({"asked_by": "parent", "received_on": CAME} | more)
    )


def decide(row, by, outcome="N", **more):
    given = {
        "ground": "six-months" if outcome == "N" else "", "weighed": "The advice of October.",
        "why": "It is a month old and still right.", "what_instead": "A review in January.",
        "on": TODAY,
    }  # fmt: skip
    return decide_again(again=row, outcome=outcome, by=by, at=NOW, **(given | more))


def clock(row, duty):
    return Clock.objects.filter(ref=row.ref, duty=duty, superseded_by=None).first()


def test_a_request_begins_the_fifteen_days_and_waits_alone(plan, acting):
    row = ask(plan, acting("caseworker"))
    assert row.clock.due_on == clock(row, DECIDE).due_on == date(2026, 12, 1)
    with pytest.raises(Refused, match="waits for its answer already"):
        ask(plan, acting("manager"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Reassessment.objects.create(
            area=row.area, child=row.child, request=row.request, received_on=CAME
        )


def test_the_fifteen_days_are_met_by_the_last_letter_and_never_by_the_decision(plan, acting):
    by = acting("caseworker")
    row = decide(ask(plan, by), by, on=date(2026, 11, 20))
    letters = letters_again(again=row, by=by, at=NOW)
    assert {one.appeal_set for one in letters} == {"B"}
    assert letters_again(again=row, by=by, at=NOW) == []
    assert clock(row, DECIDE).done_on is None
    sent(to(letters, "Pat Parent"), by, on=date(2026, 11, 21))
    assert clock(row, DECIDE).done_on is None
    assert clock(row, APPEAL).started_on == date(2026, 11, 21)
    sent(to(letters, "Pat Father"), by)
    assert clock(row, DECIDE).done_on == TODAY
    assert (clock(row, APPEAL).started_on, clock(row, APPEAL).due_on) == (TODAY, date(2027, 1, 25))


def test_a_letter_put_aside_no_longer_keeps_the_limit_open(plan, acting):
    from plait.cases.actions_letters import withdraw

    by = acting("caseworker")
    row = decide(ask(plan, by), by, on=date(2026, 11, 20))
    letters = letters_again(again=row, by=by, at=NOW)
    sent(to(letters, "Pat Parent"), by, on=date(2026, 11, 21))
    withdraw(letter=to(letters, "Pat Father"), why="He was told by hand.", by=by, at=NOW)
    assert clock(row, DECIDE).done_on == date(2026, 11, 21)


def test_an_agreement_begins_the_fourteen_weeks_on_the_first_letter(plan, acting):
    by = acting("manager")
    row = decide(ask(plan, by), by, "Y", on=date(2026, 11, 20))
    letters = letters_again(again=row, by=by, at=NOW)
    assert clock(row, FINAL) is None
    sent(to(letters, "Pat Father"), by, on=date(2026, 11, 21))
    sent(to(letters, "Pat Parent"), by)
    assert (clock(row, FINAL).started_on, clock(row, FINAL).due_on) == (
        date(2026, 11, 21), date(2027, 2, 27),
    )  # fmt: skip
    assert clock(row, APPEAL) is None
    with pytest.raises(Refused, match="goes on already"):
        ask(plan, by)


@pytest.mark.parametrize(
    ("how", "kind"), [("amended", "final-plan"), ("kept", "keep-after-reassess")]
)
def test_a_new_assessment_ends_with_a_letter_that_meets_the_fourteen_weeks(plan, acting, how, kind):
    by = acting("manager")
    row = decide(ask(plan, by), by, "Y", on=CAME)
    for one in letters_again(again=row, by=by, at=NOW):
        sent(one, by, on=CAME)
    row = end_again(again=row, how=how, on=TODAY, why="Two new needs.", by=by, at=NOW)
    owed = {one.kind for one in owed_to(plan.child, today=TODAY) if one.opens_appeal}
    assert owed == {kind}
    given = {"setting_name": "Larkfield", "starts_on": TODAY.isoformat()}
    letters = [one for one in letters_again(again=row, by=by, at=NOW) if one.kind == kind]
    for one in letters:
        one.facts["given"] |= given
        one.save()
        sent(one, by)
    assert clock(row, FINAL).done_on == TODAY
    assert clock(row, APPEAL).started_on == TODAY
    plan.refresh_from_db()
    assert plan.told_on is None  # the first final plan's own letter tells of that one alone


def test_the_time_to_appeal_a_final_plan_leaves_that_of_a_refusal_alone(plan, acting):
    from plait.cases.actions_letters import make
    from plait.cases.models import Letter

    by = acting("caseworker")
    row = decide(ask(plan, by), by)
    for one in letters_again(again=row, by=by, at=NOW):
        sent(one, by)
    given = {"setting_name": "Larkfield", "enclosed": ["the plan"], "starts_on": TODAY}
    make(child=plan.child, request=plan.request, kind="final-plan", given=given, by=by, at=NOW)
    for one in Letter.objects.filter(kind="final-plan"):
        sent(one, by, on=TODAY)
    assert clock(row, APPEAL).superseded_by_id is None
    facts = facts_for(record_open_to(by, plan.child_id), by)
    assert facts.clock(APPEAL).ref == ""
    assert facts.state is State.PLAN_MAINTAINED


def test_a_commissioner_who_asks_must_have_the_assessment_and_waits_for_no_fifteen_days(
    plan, acting
):
    by = acting("manager")
    row = ask(plan, by, asked_by="commissioner")
    assert row.clock is None
    with pytest.raises(Refused, match="cannot be refused"):
        decide(row, by)
    decide(row, by, "Y")
    assert clock(row, FINAL).started_on == TODAY


def test_the_six_months_are_no_ground_once_they_are_over(plan, acting, arranging):
    with arranging():
        Assessment.objects.update(outcome_on=date(2026, 5, 16))
    by = acting("caseworker")
    row = ask(plan, by)
    with pytest.raises(Refused, match="not open as a ground"):
        decide(row, by)
    assert decide(row, by, ground="unnecessary").outcome == "N"


def test_it_is_decided_once_and_on_a_day_that_can_be(plan, acting):
    by = acting("caseworker")
    row = ask(plan, by)
    for on in (date(2026, 11, 15), date(2026, 11, 24)):
        with pytest.raises(OutOfOrder):
            decide(row, by, on=on)
    decide(row, by)
    for again in (lambda: decide(row, acting("manager"), "Y"), lambda: back(row, by)):
        with pytest.raises(Refused, match="decided already"):
            again()


def back(row, by):
    return take_back_again(again=row, why="She rang.", by=by, at=NOW)


def test_a_request_taken_back_ends_its_limit_and_another_may_be_made(plan, acting):
    by = acting("caseworker")
    row = ask(plan, by)
    back(row, by)
    assert clock(row, DECIDE).ended_on == TODAY
    assert ask(plan, by).pk != row.pk


def test_without_a_plan_there_is_nothing_to_assess_again(acting, plan, arranging):
    with arranging():
        Plan.objects.update(ceased_on=CAME)
    with pytest.raises(Refused, match="nothing to assess again"):
        ask(plan, acting("caseworker"))


@pytest.mark.parametrize("who", ["senco", "parent", "therapist", "inspector", "officer"])
def test_those_who_do_not_decide_are_refused(plan, acting, who):
    row = ask(plan, acting("caseworker"))
    by = acting(who)
    for act in (lambda: decide(row, by), lambda: ask(plan, by), lambda: back(row, by)):
        with pytest.raises(Refused):
            act()
    assert Reassessment.objects.filter(outcome="N").count() == 0


@pytest.mark.parametrize(("who", "sees"), [
    ("parent", True), ("father", True), ("senco", True), ("therapist", True), ("inspector", True),
    ("other_parent", False), ("other_senco", False), ("colleague", False),
])  # fmt: skip
def test_whoever_reads_the_case_reads_the_request_and_nobody_else(plan, acting, who, sees):
    ask(plan, acting("caseworker"))
    acting(who)
    assert Reassessment.objects.exists() is sees


def test_no_reason_that_the_family_reads_tells_a_hidden_address(plan, acting, arranging):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    by, tells = acting("caseworker"), "She is at 1 Father Street now."
    row = ask(plan, by)
    for field in ("weighed", "why", "what_instead"):
        with pytest.raises(Refused, match="address of Pat Father"):
            decide(row, by, **{field: tells})
    with pytest.raises(Refused, match="address of Pat Father"):
        take_back_again(again=row, why=tells, by=by, at=NOW)
    row = decide(row, by, "Y")
    with pytest.raises(Refused, match="address of Pat Father"):
        end_again(again=row, how="kept", on=TODAY, why=tells, by=by, at=NOW)
