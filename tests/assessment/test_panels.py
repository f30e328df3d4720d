"""A decision is prepared limb by limb, never lost to a second writer, and made once."""

from datetime import date

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.assessment.actions.panels import WrittenMeanwhile, decide_panel, save_panel

pytestmark = pytest.mark.django_db
WHY = "The school's record of a year."


def words(first="yes", second="yes", limbs=("may-have-sen", "may-need-a-plan"), **more):
    return {
        "meets_on": None,
        "limbs": [
            {"limb": limb, "answer": answer, "why": WHY}
            for limb, answer in zip(limbs, (first, second), strict=True)
        ],
        "weighed": ["The request as it was asked"],
        "why": "Both parts of the test are met.",
        "what_instead": "",
    } | more


PLAN_LIMBS = ("has-sen", "plan-necessary")


def prepared(world, by, about="assess", shown=0, **more):
    return save_panel(
        request=world.request, about=about, shown=shown, words=words(**more), by=by, at=NOW
    )


def decide(panel, by, outcome="Y", on=TODAY, shown=None):
    return decide_panel(
        panel=panel, shown=shown or panel.version, outcome=outcome, on=on, by=by, at=NOW
    )


def test_agreeing_to_assess_meets_the_date_and_tells_the_letter_what_it_needs(
    world, acting, arranging
):
    from plait.cases.models import Clock
    from plait.journal.models import Entry

    by = acting("caseworker")
    decide(prepared(world, by), by)
    with arranging():
        world.request.refresh_from_db()
        assert (world.request.outcome, world.request.outcome_on) == ("Y", TODAY)
        assert Clock.objects.get(duty="sr-r5-1-decide-assess").done_on == TODAY
        facts = Entry.objects.get(what="panel_decided").facts
    assert (facts["about"], facts["outcome"], facts["appeal_set"]) == ("assess", "Y", "")


def test_a_refusal_carries_set_a_and_its_time_to_appeal_waits_for_the_letter(
    world, acting, arranging
):
    from plait.cases.models import Clock
    from plait.journal.models import Entry

    by = acting("caseworker")
    panel = prepared(world, by, second="no", what_instead="Speech therapy from January.")
    decide(panel, by, "N")
    with arranging():
        assert Entry.objects.get(what="panel_decided").facts["appeal_set"] == "A"
        assert not Clock.objects.filter(duty="tr-20-appeal-time").exists()


@pytest.mark.parametrize(
    ("more", "outcome", "said"),
    [
        ({}, "N", "cannot be no"),
        ({"second": "no"}, "Y", "cannot be yes"),
        ({"second": "no"}, "N", "Say what happens instead"),
        ({"why": " "}, "Y", "Give the reasons"),
        ({"weighed": []}, "Y", "Say what was weighed"),
        ({"limbs": ("may-have-sen", "other")}, "Y", "Answer with a reason"),
    ],
)
def test_a_decision_that_does_not_rest_on_its_limbs_is_refused(
    world, acting, arranging, more, outcome, said
):
    by = acting("caseworker")
    panel = prepared(world, by, **more)
    with pytest.raises(Refused, match=said):
        decide(panel, by, outcome)
    with arranging():
        world.request.refresh_from_db()
    assert world.request.outcome == "A"


def test_a_second_writer_sees_both_and_nobody_loses_a_word(world, acting, arranging):
    first = prepared(world, acting("caseworker"))
    manager = acting("manager")
    prepared(world, manager, shown=first.version, why="The manager's words.")
    with pytest.raises(WrittenMeanwhile) as told:
        prepared(world, acting("caseworker"), shown=first.version, why="The caseworker's words.")
    assert told.value.theirs.why == "The manager's words."
    with pytest.raises(WrittenMeanwhile):
        prepared(world, acting("caseworker"), shown=0)


def test_two_who_decide_at_once_make_one_decision(world, acting):
    by = acting("caseworker")
    panel = prepared(world, by)
    decide(panel, by)
    with pytest.raises(Refused, match="made already"):
        decide(panel, acting("manager"), "N")


def test_whether_a_plan_is_necessary_is_not_asked_before_there_is_an_assessment(world, acting):
    with pytest.raises(Refused, match="no such way"):
        prepared(world, acting("caseworker"), "plan", limbs=PLAN_LIMBS)


def test_that_a_plan_is_necessary_leaves_the_assessment_open_until_the_final_plan(
    world, acting, arranging
):
    from plait.assessment.queries.road import agreed

    by = acting("caseworker")
    decide(prepared(world, by), by, on=date(2026, 11, 6))
    decide(prepared(world, by, "plan", limbs=PLAN_LIMBS), by)
    assert agreed(world.amina.pk, "plan")
    with arranging():
        world.request.refresh_from_db()
        assert world.request.assessment.outcome == "A"
    with pytest.raises(Refused, match="no such way"):
        prepared(world, by, "plan", limbs=PLAN_LIMBS)


def test_no_plan_ends_the_assessment_with_set_b(world, acting, arranging):
    from plait.journal.models import Entry

    by = acting("caseworker")
    decide(prepared(world, by), by, on=date(2026, 11, 6))
    panel = prepared(
        world, by, "plan", limbs=PLAN_LIMBS, second="no", what_instead="A plan of support."
    )
    decide(panel, by, "N")
    with arranging():
        world.request.refresh_from_db()
        assert world.request.assessment.outcome == "N"
        facts = Entry.objects.filter(what="panel_decided").latest("pk").facts
    assert (facts["appeal_set"], facts["event"]) == ("B", "refuse_plan")


@pytest.mark.parametrize("who", ["senco", "parent", "therapist", "inspector"])
def test_those_who_do_not_decide_are_refused_and_a_family_sees_no_draft(world, acting, who):
    from plait.assessment.models import Panel

    prepared(world, acting("caseworker"))
    reader = acting(who)
    with pytest.raises(Refused):
        prepared(world, reader, shown=1)
    assert Panel.objects.exists() is (who == "inspector")


def test_a_decision_is_not_dated_before_the_request_or_after_today(world, acting):
    from plait.cases.dated_facts import OutOfOrder

    by = acting("caseworker")
    panel = prepared(world, by)
    for on in (date(2026, 9, 27), date(2026, 11, 24)):
        with pytest.raises(OutOfOrder):
            decide(panel, by, on=on)
