"""Recording what was decided: the form, the clocks that follow, and what is refused in words."""

from datetime import date

import pytest
from record_world import NOW

pytestmark = pytest.mark.django_db


def record(browser, world, what="request", row=None, **given):
    path = f"/children/{world.amina.pk}/decide/{what}/{row or world.request.pk}/"
    return browser.post(path, given, follow=True).content.decode()


def to_assess(acting, world, who="caseworker"):
    from plait.cases.actions import decide_request

    decide_request(
        request=world.request, outcome="Y", on=date(2026, 11, 6), shown="A", by=acting(who), at=NOW
    )


def plan_issued(acting, world, on=date(2026, 11, 20)):
    from plait.cases.actions import end_assessment

    by = acting("caseworker")
    end_assessment(request=world.request, outcome="Y", on=on, shown="A", by=by, at=NOW)


def record_page(browser, world):
    return browser.get(f"/children/{world.amina.pk}/").content.decode()


def test_each_decision_leads_to_where_it_is_made_with_its_reasons_and_letters(
    world, browse, acting
):
    path = f"/children/{world.amina.pk}/decide/"
    page = browse("caseworker").get(path).content.decode()
    assert f"/children/{world.amina.pk}/panel/assess/" in page
    to_assess(acting, world)
    page = browse("caseworker").get(path).content.decode()
    assert f"/children/{world.amina.pk}/panel/plan/" in page
    assert f"/children/{world.amina.pk}/plan/" in page


@pytest.mark.parametrize("outcome", ["Y", "N"])
def test_whether_to_assess_cannot_be_decided_past_the_panel(world, browse, arranging, outcome):
    record(browse("caseworker"), world, outcome=outcome, on="2026-11-06", shown="A")
    with arranging():
        world.request.refresh_from_db()
    assert world.request.outcome == "A"


def done_days(world, arranging):
    from plait.cases.models import Clock

    with arranging():
        return dict(Clock.objects.filter(child=world.amina).values_list("duty", "done_on"))


def test_a_decision_to_assess_meets_its_date_and_opens_the_assessment(
    world, browse, acting, arranging
):
    to_assess(acting, world)
    page = record_page(browse("caseworker"), world)
    assert "EHC needs assessment since 6 November 2026" in page
    assert done_days(world, arranging)["sr-r5-1-decide-assess"] == date(2026, 11, 6)
    with arranging():
        world.request.refresh_from_db()
        assert world.request.assessment.outcome == "A"


def test_a_plan_issued_meets_the_final_date_and_begins_the_yearly_review(
    world, browse, acting, arranging
):
    to_assess(acting, world)
    plan_issued(acting, world)
    page = record_page(browse("caseworker"), world)
    assert "EHC plan since 20 November 2026" in page
    days = done_days(world, arranging)
    assert days["sr-r13-2-final-plan"] == date(2026, 11, 20)
    assert days["cfa-s44-annual-review"] is None


def test_a_review_is_held_and_then_decided(world, browse, acting, arranging):
    to_assess(acting, world)
    plan_issued(acting, world)
    browser = browse("caseworker")
    record(browser, world, "review-meeting", on="2026-11-21")
    with arranging():
        review = world.request.reviews.get()
    page = record(browser, world, "review", review.pk, outcome="M", on="2026-11-23", shown="")
    assert "Decided: keep the plan unchanged" in page
    assert done_days(world, arranging)["sr-r20-10-decision"] == date(2026, 11, 23)


def test_an_assessment_that_was_never_begun_cannot_end(world, acting):
    from record_world import TODAY

    from plait.access.refusals import Refused
    from plait.cases.actions import end_assessment

    with pytest.raises(Refused, match=r"reg 5\(1\)"):
        end_assessment(
            request=world.request, outcome="Y", on=TODAY, shown="", by=acting("caseworker"), at=NOW
        )


def test_a_decision_a_colleague_made_meanwhile_is_not_overwritten(world, browse, acting, arranging):
    to_assess(acting, world)
    page = record(browse("manager"), world, outcome="W", on="2026-11-07", shown="A")
    assert "Somebody changed this while you were here" in page
    with arranging():
        world.request.refresh_from_db()
    assert (world.request.outcome, world.request.outcome_on) == ("Y", date(2026, 11, 6))


@pytest.mark.parametrize(
    ("on", "said"),
    [("2026-09-27", "The date is before “Request received”"), ("2026-11-24", "still to come")],
)
def test_a_decision_before_the_request_or_after_today_is_refused(world, browse, on, said):
    assert said in record(browse("caseworker"), world, outcome="W", on=on, shown="A")


def test_a_form_left_empty_says_what_to_fill_in(world, browse):
    page = record(browse("caseworker"), world, shown="A")
    assert "Choose what was decided." in page
    assert "Enter the date." in page


@pytest.mark.parametrize("who", ["inspector", "senco", "therapist", "parent"])
def test_those_who_may_not_decide_are_refused(world, browse, who):
    path = f"/children/{world.amina.pk}/decide/request/{world.request.pk}/"
    assert browse(who).get(path).status_code == 403


def test_the_journal_keeps_who_decided_through_which_tie(world, acting, arranging):
    from plait.journal.models import Entry

    to_assess(acting, world)
    with arranging():
        entry = Entry.objects.get(what="request_decided")
    assert (entry.by.name, entry.through) == ("Jo Caseworker", "EHC caseworker")
    assert entry.facts["on"] == "2026-11-06"
