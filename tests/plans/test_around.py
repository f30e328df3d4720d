"""Comments, agreements, consultations: each person their own part, and each answer lawful."""

from datetime import date

import pytest
from record_world import NOW, TODAY

from plait.access.context import set_context
from plait.access.models import GuestLink
from plait.access.refusals import Refused
from plait.cases.models import Clock
from plait.law.plan.checks import faults
from plait.plans.actions import agreements, comments, consultations
from plait.plans.actions import statements as write
from plait.plans.actions.versions import begin_next, make_final
from plait.plans.models import Comment, Consultation
from plait.plans.reading import plan_text

pytestmark = pytest.mark.slow


def say(version, by, text="Two sessions would help.", ref="F1"):
    return comments.comment(version=version, ref=ref, text=text, by=by, at=NOW)


def test_a_parent_comments_on_one_statement_of_the_served_draft(acting, served):
    row = say(served, acting("parent"))
    acting("caseworker")
    assert Comment.objects.get() == row


@pytest.mark.parametrize("who", ["senco", "therapist", "other_parent", "colleague"])
def test_others_neither_comment_nor_read_comments(acting, served, who):
    say(served, acting("parent"))
    by = acting(who)
    assert not Comment.objects.exists()
    with pytest.raises(Refused):
        say(served, by)


def test_an_unanswered_comment_holds_the_final_plan_back(world, acting, served):
    row = say(served, acting("parent"))
    by = acting("caseworker")
    version = begin_next(version=served, by=by, at=NOW)
    final = {
        "version": version, "on": TODAY, "signed_on": TODAY, "setting": world.larkfield,
        "kind_of_setting": "mainstream", "otherwise": False, "by": by, "at": NOW,
    }  # fmt: skip
    with pytest.raises(Refused, match="no answer yet"):
        make_final(**final)
    comments.answer_comment(comment=row, accepted=True, answer="Agreed.", by=by, at=NOW)
    text = version.statements.get(ref="F1").text
    write.save_statement(
        version=version, ref="F1", base=text, text=text.replace("45", "60"), by=by, at=NOW
    )
    assert make_final(**final).stage == "final"


def test_a_comment_is_answered_once(acting, served):
    row = say(served, acting("parent"))
    by = acting("caseworker")
    comments.answer_comment(comment=row, accepted=False, answer="No.", by=by, at=NOW)
    with pytest.raises(Refused, match="answered already"):
        comments.answer_comment(comment=row, accepted=True, answer="Yes.", by=by, at=NOW)


def test_a_comment_is_made_on_what_stands_in_the_draft(acting, served, draft):
    with pytest.raises(Refused, match="no F9"):
        say(served, acting("parent"), ref="F9")


def with_health(draft, by):
    facts = {"who": "nurse", "amount": {"minutes": 30, "sessions": 1, "per": "month"}}
    write.add_statement(version=draft, section="G", text="A nurse.", facts=facts, by=by, at=NOW)


def agree(version, by, part="health", **more):
    given = {"agrees": True, "name": "Dr A", "post": "the ICB", "on": TODAY, "said": ""}
    return agreements.agree(version=version, part=part, by=by, at=NOW, **(given | more))


def lacks_agreement(version):
    return "GH1" in {fault.code for fault in faults(plan_text(version))}


def test_an_agreement_stands_until_its_words_change(acting, draft):
    by = acting("caseworker")
    with_health(draft, by)
    assert lacks_agreement(draft)
    agree(draft, by)
    assert not lacks_agreement(draft)
    write.save_statement(version=draft, ref="G1", base="A nurse.", text="A doctor.", by=by, at=NOW)
    assert lacks_agreement(draft)


def test_a_later_refusal_ends_an_agreement(acting, draft):
    by = acting("caseworker")
    with_health(draft, by)
    agree(draft, by)
    agree(draft, by, agrees=False, said="There is no nurse.")
    assert lacks_agreement(draft)


def ask(world, acting, served, **more):
    given = {"setting": world.otherby, "email": "office@otherby.example", "on": TODAY}
    return consultations.ask(
        version=served, asked_by_family_on=None, by=acting("caseworker"), at=NOW, **(given | more)
    )


def test_a_setting_is_told_the_needs_and_not_the_family(world, acting, served):
    row, token = ask(world, acting, served)
    told = str(row.told)
    assert "45 minutes" in told
    for never in ("I like trains", "Street", "Pat", "N. Aziz", "Larkfield"):
        assert never not in told
    assert token
    assert row.due_on == Clock.objects.get(ref=row.ref).due_on


def test_a_setting_is_asked_once_at_a_time(world, acting, served):
    ask(world, acting, served)
    with pytest.raises(Refused, match="asked already"):
        ask(world, acting, served)


def as_guest(world, row):
    set_context(user=0, area=world.area.pk, today=TODAY, link=row.ref)


def answered(world, row, answer="yes", reasons="", **more):
    consultations.answer(
        consultation=row, answer=answer, by_need=[{"need": "B1", "can": "yes", "why": ""}],
        reasons=reasons, name="H. Teacher", on=TODAY, at=NOW, area=world.area, user=None, **more,
    )  # fmt: skip


def test_whoever_comes_through_the_link_sees_and_answers_that_one_alone(world, acting, served):
    row, _ = ask(world, acting, served)
    other, _ = ask(world, acting, served, setting=world.larkfield)
    as_guest(world, row)
    assert list(Consultation.objects.all()) == [row]
    answered(world, row)
    acting("caseworker")
    assert Clock.objects.get(ref=row.ref).done_on == TODAY
    assert Consultation.objects.get(pk=other.pk).answer == ""
    assert not GuestLink.objects.filter(row=row.pk, withdrawn_at=None).exists()


def test_a_full_school_is_no_ground(world, acting, served):
    row, _ = ask(world, acting, served)
    as_guest(world, row)
    with pytest.raises(Refused, match="ground"):
        answered(world, row, answer="full", reasons="We are full this year, we are sorry.")
    with pytest.raises(Refused, match="reasons") as refused:
        answered(world, row, answer="resources", reasons="Full.")
    assert "full school" in refused.value.who_can


def test_an_answer_is_given_once(world, acting, served):
    row, _ = ask(world, acting, served)
    as_guest(world, row)
    answered(world, row)
    with pytest.raises(Refused, match="answered already"):
        answered(world, row)


@pytest.mark.parametrize(("who", "sees"), [
    ("parent", True), ("caseworker", True), ("other_senco", True), ("senco", False),
    ("therapist", False), ("other_parent", False),
])  # fmt: skip
def test_the_family_sees_who_was_asked_and_a_setting_its_own(world, acting, served, who, sees):
    ask(world, acting, served)
    acting(who)
    assert Consultation.objects.exists() is sees


def test_a_day_to_come_is_refused(world, acting, served):
    from plait.cases.dated_facts import OutOfOrder

    with pytest.raises(OutOfOrder):
        ask(world, acting, served, on=date(2027, 1, 1))
