"""From the first draft to the final plan: each step lawful, and nothing served ever changes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from plan_world import TEACHES
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.models import Clock, Plan
from plait.plans.actions import statements as write
from plait.plans.actions.versions import begin_next, begin_plan, make_final, serve_draft
from plait.plans.models import Version
from plait.plans.reading import plan_text

SERVED = date(2026, 11, 2)

pytestmark = pytest.mark.slow


def test_a_draft_reads_as_the_law_reads_plans(draft):
    from plait.law.plan.checks import faults, stopping

    plan = plan_text(draft)
    assert [one.ref for one in plan.provisions] == ["F1"]
    assert plan.provisions[0].needs == ("B1",)
    assert plan.passages[plan.provisions[0].advice[0]][1].author == "N. Aziz"
    assert stopping(faults(plan)) == []


def test_no_plan_is_begun_before_it_is_decided_to_assess(world, acting):
    with pytest.raises(Refused, match="during an assessment"):
        begin_plan(request=world.request, by=acting("caseworker"), at=NOW)


def test_beginning_twice_gives_the_same_version(world, acting, draft):
    again = begin_plan(request=world.request, by=acting("caseworker"), at=NOW)
    assert again.pk == draft.pk


def test_serving_begins_the_familys_fifteen_days(served):
    clock = Clock.objects.get(ref=f"version:{served.pk}")
    assert clock.due_on == served.window_ends_on == date(2026, 11, 16)
    assert served.stage == "served"


def test_a_draft_with_an_error_is_not_served(acting, draft):
    by = acting("caseworker")
    write.take_out(version=draft, ref="F1", by=by)
    with pytest.raises(Refused, match="The checks found"):
        serve_draft(version=draft, on=SERVED, by=by, at=NOW)


@pytest.mark.parametrize("change", ["text", "delete", "thread", "version"])
def test_the_database_keeps_a_served_version_as_it_was(acting, served, change):
    acting("caseworker")
    with (
        pytest.raises(IntegrityError, match="a_served_version_never_changes"),
        transaction.atomic(),
    ):
        if change == "text":
            served.statements.filter(ref="F1").update(text="Less.")
        elif change == "delete":
            served.statements.filter(ref="F1").delete()
        elif change == "thread":
            served.threads.all().delete()
        else:
            Version.objects.filter(pk=served.pk).update(window_ends_on=date(2027, 1, 1))


def test_a_served_version_is_not_written_on(acting, served):
    with pytest.raises(Refused, match="never changes"):
        write.take_out(version=served, ref="F1", by=acting("caseworker"))


def final(world, acting, version, on=TODAY, **more):
    given = {"setting": world.larkfield, "kind_of_setting": "mainstream", "otherwise": False}
    return make_final(
        version=version, on=on, signed_on=on, by=acting("caseworker"), at=NOW, **(given | more)
    )


def test_the_final_plan_begins_what_follows_from_it(world, acting, served):
    version = begin_next(version=served, by=acting("caseworker"), at=NOW)
    made = final(world, acting, version)
    assert made.stage == "final"
    assert Version.objects.get(pk=served.pk).stage == "replaced"
    assert Plan.objects.get(request=world.request).started_on == TODAY
    open_duties = set(
        Clock.objects.filter(child=world.amina, done_on=None, ended_on=None).values_list(
            "duty", flat=True
        )
    )
    assert "cfa-s44-annual-review" in open_duties
    assert "tr-20-appeal-time" not in open_duties  # it begins with the letter


def test_the_family_has_its_whole_time_to_answer(world, acting, served):
    version = begin_next(version=served, by=acting("caseworker"), at=NOW)
    for on in (date(2026, 11, 15), date(2026, 11, 16)):
        with pytest.raises(Refused, match="may answer the draft until"):
            final(world, acting, version, on=on)
    assert final(world, acting, version, on=date(2026, 11, 17)).stage == "final"


def test_a_change_nobody_of_the_family_asked_for_must_be_served_again(world, acting, served):
    by = acting("caseworker")
    version = begin_next(version=served, by=by, at=NOW)
    write.save_statement(
        version=version, ref="F1", base=TEACHES, text=TEACHES.replace("45", "30"), by=by, at=NOW
    )
    with pytest.raises(Refused, match="beyond the draft") as refused:
        final(world, acting, version)
    assert "reg 14(1)" in refused.value.who_can
    again = serve_draft(version=version, on=TODAY, by=by, at=NOW)
    assert (again.kind, Version.objects.get(pk=served.pk).stage) == ("reissued", "replaced")


def test_a_final_plan_needs_a_place_or_its_type(world, acting, served):
    version = begin_next(version=served, by=acting("caseworker"), at=NOW)
    with pytest.raises(Refused, match="names a setting or its type"):
        final(world, acting, version, setting=None, kind_of_setting="")


def test_a_final_plan_comes_from_a_draft_that_was_served(world, acting, draft):
    with pytest.raises(Refused, match="from a draft that was served"):
        final(world, acting, draft)


def test_the_database_lets_no_draft_name_a_place(world, acting, draft):
    acting("caseworker")
    with pytest.raises(IntegrityError, match="a_draft_names_no_placement"), transaction.atomic():
        Version.objects.filter(pk=draft.pk).update(placement=world.larkfield)


SEES = {
    "draft": {"caseworker", "manager", "inspector"},
    "served": {"caseworker", "manager", "inspector", "senco", "therapist", "parent", "father"},
}


@pytest.mark.slow
@pytest.mark.parametrize("stage", SEES)
@pytest.mark.parametrize(
    "who",
    ["caseworker", "manager", "officer", "senco", "other_senco", "therapist", "inspector",
     "colleague", "parent", "father", "other_parent"],
)  # fmt: skip
def test_who_sees_a_version_and_its_words(request, acting, stage, who):
    version = request.getfixturevalue(stage)
    acting(who)
    sees = who in SEES[stage]
    assert Version.objects.filter(pk=version.pk).exists() is sees
    assert version.statements.exists() is sees


@pytest.mark.parametrize("who", ["parent", "senco", "therapist", "inspector", "colleague"])
def test_only_the_caseworker_and_managers_write(acting, draft, who):
    by = acting(who)
    with pytest.raises(Refused):
        write.add_statement(version=draft, section="F", text="x", by=by, at=NOW)
