"""The road from request to plan: each step says how it stands, why, and what this reader can do."""

from datetime import date

import pytest
from record_world import NOW, TODAY

pytestmark = pytest.mark.django_db


def facts(world, reader):
    from plait.cases.queries import record_open_to
    from plait.child.queries_road import facts_for

    return facts_for(record_open_to(reader, world.amina.pk), reader)


def road(world, reader):
    from plait.child.road import road_of

    return {step.key: step for step in road_of(facts(world, reader))}


def stands(world, reader):
    return [step.stands for step in road(world, reader).values()]


def decided(world, by, outcome, on=date(2026, 11, 6)):
    from plait.cases.actions import decide_request

    decide_request(request=world.request, outcome=outcome, on=on, shown="A", by=by, at=NOW)


def test_a_request_waits_for_its_decision_with_the_legal_day_and_why(world, acting):
    steps = road(world, acting("caseworker"))
    assert [step.stands for step in steps.values()] == ["Done", "Now", *["To come"] * 4]
    what, when, why = steps["decided"].dates[0]
    assert (what, when) == ("By law, by", "Monday 9 November 2026")
    assert "reg 5(1)" in why
    assert steps["decided"].late == "14 days late"
    assert steps["decided"].acts[0][0] == "Prepare the decision"


def test_after_a_refusal_nothing_more_is_to_come_and_one_may_ask_again(world, acting):
    by = acting("manager")
    decided(world, by, "N")
    steps = road(world, by)
    assert [step.stands for step in steps.values()][2:] == ["Not reached"] * 4
    assert "will not assess" in steps["decided"].said[0]
    assert steps["asked"].acts


def test_an_assessment_shows_the_decision_whether_a_plan_is_necessary(world, acting):
    by = acting("caseworker")
    decided(world, by, "Y")
    steps = road(world, by)
    assert steps["advised"].stands == "Now"
    assert steps["drafted"].acts[0][0].startswith("Prepare the decision whether a plan")


def test_once_a_plan_is_found_necessary_the_road_leads_to_writing_it(world, acting, arranging):
    from plait.assessment.models import Panel

    by = acting("caseworker")
    decided(world, by, "Y")
    with arranging():
        Panel.objects.create(
            area=world.area, child=world.amina, request=world.request, about="plan",
            state="decided", outcome="Y", why="It is.", decided_on=TODAY, changed_at=NOW,
        )  # fmt: skip
    step = road(world, by)["drafted"]
    assert (step.stands, step.acts[0][0]) == ("Now", "The plan")


def test_a_plan_that_was_issued_ends_the_road(world, acting):
    from plait.cases.actions import end_assessment

    by = acting("caseworker")
    decided(world, by, "Y")
    end_assessment(request=world.request, outcome="Y", on=TODAY, shown="A", by=by, at=NOW)
    assert stands(world, by) == ["Done"] * 6


def test_those_who_do_not_decide_are_offered_no_decision(world, acting):
    for who in ("senco", "therapist"):
        assert not road(world, acting(who))["decided"].acts
    assert [words for words, _ in road(world, acting("inspector"))["decided"].acts] == ["The pack"]


def test_the_family_is_led_to_its_own_page_and_strangers_find_nothing(world, browse):
    path = f"/children/{world.amina.pk}/road/"
    assert browse("parent").get(path).url == f"/my/{world.amina.pk}/"
    assert browse("other_parent").get(path).status_code == 404
    assert browse("other_senco").get(path).status_code == 404


def test_the_childs_page_leads_to_the_road_and_the_reading_is_noted(world, browse, arranging):
    from plait.journal.models import Look

    worker = browse("caseworker")
    assert "/road/" in worker.get(f"/children/{world.amina.pk}/").content.decode()
    worker.get(f"/children/{world.amina.pk}/road/")
    with arranging():
        assert Look.objects.filter(child=world.amina, parts="from request to plan").exists()


def test_the_areas_target_stands_in_the_reason_and_never_as_the_day(world, acting):
    ((what, when, why),) = road(world, acting("caseworker"))["decided"].dates
    assert (what, when) == ("By law, by", "Monday 9 November 2026")
    assert (
        "The area’s own target: Monday 2 November 2026, 7 days before the law’s; it is no law"
        in why
    )
