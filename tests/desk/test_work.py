"""Today shows what the way to a plan asks for, each with its reason and its one step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from record_world import NOW, TODAY

from plait.desk import queries
from plait.desk.queries_work import work_of
from plait.desk.views import _lines_of
from plait.law.timetable import last_day_to_serve

pytestmark = pytest.mark.django_db
FINAL_DUE = date(2027, 2, 15)  # 20 weeks from 28 September 2026


def lines(reader, today=TODAY):
    reader = replace(reader, today=today)
    first, more = _lines_of(reader, queries.desk_of(reader), work_of(reader))
    return [*first, *more]


def named(found, does):
    return next(line for line in found if line.does.startswith(does))


def serve(draft, by, on=date(2026, 11, 2)):
    from plait.plans.actions.versions import serve_draft

    return serve_draft(version=draft, on=on, by=by, at=NOW)


def comment(served, world, acting):
    from plait.plans.models import Comment

    parent = acting("parent")
    return Comment.objects.create(
        area=world.area, child=world.amina, version=served, ref="F1", text="More.", at=NOW,
        written_by=parent.user,
    )  # fmt: skip


def test_a_draft_is_to_be_served_while_15_days_still_fit_before_week_20(acting, draft):
    by, last = acting("caseworker"), last_day_to_serve(FINAL_DUE)
    assert last == date(2027, 1, 31)
    shown = named(lines(by, last - timedelta(days=4)), "Serve the draft")
    assert (shown.due_on, shown.standing) == (last, "4 days left")
    assert "15 days no longer end before week 20" in shown.why
    assert shown.step == ("Serve the draft", f"/plans/{draft.pk}/serve/")
    assert named(lines(by, last + timedelta(days=1)), "Serve the draft").tag == "late"


def test_a_draft_far_from_its_last_day_waits_for_nobody(acting, draft):
    assert not work_of(acting("caseworker")).to_serve


def test_a_window_that_is_over_leads_to_the_final_plan_the_day_after(acting, draft):
    from plait.plans.actions.versions import begin_next

    by = acting("caseworker")
    served = serve(draft, by)
    assert not work_of(replace(by, today=served.window_ends_on)).to_finish
    after = served.window_ends_on + timedelta(days=1)
    assert named(lines(by, after), "Make the plan final").step[0] == "Go on to the final plan"
    onward = begin_next(version=served, by=by, at=NOW)
    found = lines(by, after)
    assert named(found, "Make the plan final").step[1] == f"/plans/{onward.pk}/final/"
    assert not [line for line in found if line.does == "Serve the draft plan"]


def test_comments_without_an_answer_are_one_line_for_each_draft(world, acting, draft):
    served = serve(draft, acting("caseworker"))
    assert not work_of(acting("caseworker")).commented
    for _ in range(2):
        comment(served, world, acting)
    found = lines(acting("caseworker"))
    assert [one.does for one in found if one.does.startswith("Answer")] == [
        "Answer 2 comments of the family on the draft"
    ]


def test_a_promised_answer_stands_on_the_list_with_the_day_of_the_promise(world, acting):
    from plait.family.actions.messages import write_to

    message = write_to(child=world.amina, text="When?", by=acting("parent"), at=NOW)
    shown = named(lines(acting("caseworker")), "Answer")
    assert shown.due_on == message.reply_by
    assert shown.step[1] == f"/messages/{world.amina.pk}/{message.family_id}/"


def test_a_panel_says_how_many_days_it_leaves_and_is_recorded_once_it_met(world, acting):
    from plait.assessment.models import Panel

    by = acting("caseworker")
    Panel.objects.create(
        area=world.area, child=world.amina, request=world.request, about="assess",
        meets_on=date(2026, 11, 5), changed_at=NOW,
    )  # fmt: skip
    shown = named(lines(by), "Tell the family")
    assert shown.note == "The panel of 5 November leaves 4 days."
    assert shown.step[0] == "Record the decision"
    assert named(lines(by, date(2026, 11, 4)), "Tell the family").step[0] == "Prepare the decision"


def test_advice_that_is_late_can_be_asked_after_from_the_list(world, acting):
    from plait.assessment.models import Advice
    from plait.cases.clocks_of_acts import begin

    by = acting("caseworker")
    asked = Advice.objects.create(
        area=world.area, child=world.amina, request=world.request, kind="medical", body="nhs",
        giver_name="N. Aziz", asked_on=date(2026, 10, 5), due_on=date(2026, 11, 16),
        duty="sr-r8-advice-6-weeks",
    )  # fmt: skip
    begin(request=world.request, duty=asked.duty, on=asked.asked_on, ref=asked.ref)
    shown = next(one for one in lines(by) if "N. Aziz" in one.note)
    assert shown.tag == "late"
    assert shown.step == (
        "Send a reminder",
        f"/children/{world.amina.pk}/advice/{asked.pk}/remind/",
    )


def test_those_who_do_not_decide_are_asked_for_nothing(world, acting, draft):
    served = serve(draft, acting("caseworker"))
    comment(served, world, acting)
    after = served.window_ends_on + timedelta(days=1)
    for who in ("senco", "therapist", "inspector", "colleague"):
        assert not work_of(replace(acting(who), today=after)).children, who
    assert work_of(replace(acting("manager"), today=after)).children == {world.amina.pk}


def test_today_asks_as_many_questions_for_much_work_as_for_little(world, acting, draft):
    def asked(today):
        with CaptureQueriesContext(connection) as found:
            lines(acting("caseworker"), today)
        return len(found)

    few = asked(FINAL_DUE)
    served = serve(draft, acting("caseworker"))
    for _ in range(5):
        comment(served, world, acting)
    assert asked(FINAL_DUE) <= few


def test_the_page_draws_the_lines_with_their_steps(world, acting, browse, draft):
    served = serve(draft, acting("caseworker"))
    comment(served, world, acting)
    page = browse("caseworker").get("/").content.decode()
    assert "Answer 1 comment of the family on the draft" in page
    assert "Go on to the final plan" in page
