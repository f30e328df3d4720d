"""Caseloads: counted by stage, the lightest first, and shared out so that the lightest fills."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from record_world import NOW, TODAY

from plait.desk.queries_caseloads import loads_of, waiting

pytestmark = pytest.mark.django_db


def load_of(reader, who):
    return next(load for load in loads_of(reader) if load.post.user.name == f"Jo {who.title()}")


def assess(world, by):
    from plait.cases.actions import decide_request

    decide_request(
        request=world.request, outcome="Y", on=date(2026, 11, 6), shown="A", by=by, at=NOW
    )


def test_a_case_stands_at_one_stage_and_its_late_day_is_counted(world, acting):
    load = load_of(acting("manager"), "caseworker")
    assert dict(load.stages) == {"deciding": 1}
    assert (load.late, load.soon) == (1, 0)  # the decision was due on 9 November


def test_a_case_moves_on_with_the_assessment_and_with_the_draft(world, acting, draft):
    from plait.plans.actions.versions import serve_draft

    assert dict(load_of(acting("manager"), "caseworker").stages) == {"assessing": 1}
    serve_draft(version=draft, on=date(2026, 11, 2), by=acting("caseworker"), at=NOW)
    assert dict(load_of(acting("manager"), "caseworker").stages) == {"draft": 1}


def test_a_day_of_an_assessment_that_is_near_is_counted_as_near(world, acting):
    reader = acting("manager")
    assess(world, reader)
    near = replace(reader, today=date(2027, 2, 10))  # the final plan is due on 15 February
    load = load_of(near, "caseworker")
    assert load.soon == 1


def test_whoever_covers_carries_the_case_for_those_days(world, acting):
    from plait.access.actions import ties
    from plait.people.models import Post

    manager = acting("manager")
    of, to = (Post.objects.get(user=world.people[who]) for who in ("caseworker", "colleague"))
    until = TODAY + timedelta(days=7)
    ties.cover(of=of, to=to, by=manager, since=TODAY, until=until, why="Ill")
    assert sum(load_of(manager, "colleague").stages.values()) == 1
    after = replace(manager, today=until + timedelta(days=1))
    assert not load_of(after, "colleague").stages


def test_cases_nobody_has_go_to_the_lightest(world, acting, browse, arranging):
    from plait.access.models import Tie
    from plait.cases.models import Request

    with arranging():
        Request.objects.create(area=world.area, child=world.ben, received_on=TODAY, asked_by="1")
        Tie.objects.filter(child=world.ben, role="caseworker").delete()
    assert waiting(acting("manager")) == {world.ben.pk: "deciding"}
    page = browse("manager").post("/people/caseloads/", follow=True).content.decode()
    assert "1 case shared out" in page
    with arranging():
        held = Tie.objects.get(child=world.ben, role="caseworker")
    assert held.user == world.people["colleague"]
    assert not waiting(acting("manager"))


def test_the_page_shows_the_lightest_first_with_how_it_was_added_up(world, browse):
    page = browse("manager").get("/people/caseloads/").content.decode()
    assert page.index("Jo Colleague") < page.index("Jo Caseworker")
    assert "1 × 2 = 2" in page
    assert "No open case" in page


def test_only_a_send_manager_sees_who_carries_how_much(browse):
    assert browse("caseworker").get("/people/caseloads/").status_code == 403
    assert browse("parent").get("/people/caseloads/").status_code == 403
