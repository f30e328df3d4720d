"""The timetable of a case: each day in order, what it leaves, and what it would breach."""

from datetime import date

import pytest
from record_world import NOW

pytestmark = pytest.mark.django_db
DECIDE_BY = date(2026, 11, 9)


def laid(world, reader):
    from plait.cases.queries import record_open_to
    from plait.child.pages.timetable import laid_out
    from plait.child.queries_road import facts_for
    from plait.child.queries_timetable import days_of

    facts = facts_for(record_open_to(reader, world.amina.pk), reader)
    return laid_out(facts, days_of(facts), world.request.received_on)


def panel(world, on):
    from plait.assessment.models import Panel

    Panel.objects.create(
        area=world.area, child=world.amina, request=world.request, about="assess",
        meets_on=on, changed_at=NOW,
    )  # fmt: skip


def named(table, what):
    return next(day for day in table.days if day.what.startswith(what))


@pytest.mark.parametrize(
    ("on", "stands", "means"),
    [
        (date(2026, 11, 5), "Tight", "The panel of 5 November leaves 4 days."),
        (DECIDE_BY, "Tight", "The panel of 9 November is its last day."),
        (date(2026, 11, 10), "Would breach", "The panel of 10 November would breach it by 1 day."),
        (date(2026, 10, 27), "Fits", "The panel of 27 October leaves 13 days."),
    ],
)
def test_a_panel_says_what_it_leaves_before_the_legal_day(world, acting, on, stands, means):
    reader = acting("caseworker")
    panel(world, on)
    day = named(laid(world, reader), "Panel")
    assert (day.stands[0], day.means) == (stands, means)
    assert day.breaches == (stands == "Would breach")


def test_every_day_stands_in_the_order_of_time(world, acting):
    days = laid(world, acting("caseworker")).days
    assert [day.on for day in days] == sorted(day.on for day in days)
    assert days[0].what == "The request was received"
    assert {"Last day to serve the draft", "All that the draft needs is in"} <= {
        day.what for day in days
    }


def test_the_areas_target_is_told_beside_the_legal_day_and_moves_nothing(world, acting):
    day = named(laid(world, acting("caseworker")), "Tell the family")
    assert day.on == DECIDE_BY
    assert "The area’s own target: Monday 2 November 2026, 7 days before the law’s" in day.means


def test_the_page_is_led_to_from_the_road_and_closed_to_those_without_the_advice(world, browse):
    path = f"/children/{world.amina.pk}/timetable/"
    worker = browse("caseworker")
    assert path in worker.get(f"/children/{world.amina.pk}/road/").content.decode()
    assert "Last day to serve the draft" in worker.get(path).content.decode()
    assert browse("officer").get(path).status_code == 403
    assert browse("other_parent").get(path).status_code == 404
    assert browse("parent").get(path).url == f"/my/{world.amina.pk}/"


def test_advice_that_came_too_late_for_the_draft_no_longer_holds_it_up(world, acting, arranging):
    from plait.assessment.models import Advice
    from plait.plans.models import Version

    reader = acting("caseworker")
    with arranging():
        Advice.objects.create(
            area=world.area, child=world.amina, request=world.request, kind="medical", body="nhs",
            giver_name="N. Aziz", asked_on=date(2026, 12, 21), due_on=date(2027, 2, 1),
            duty="sr-r8-advice-6-weeks",
        )  # fmt: skip
    day = named(laid(world, reader), "Medical")
    assert (day.stands[0], day.breaches) == ("Would breach", True)
    assert day.means.startswith("Too late by 1 day: the draft must be with the family")
    with arranging():
        Version.objects.create(
            area=world.area, child=world.amina, request=world.request, number=1, stage="served",
            served_on=date(2026, 11, 20), window_ends_on=date(2026, 12, 4), made_at=NOW,
        )  # fmt: skip
    table = laid(world, acting("caseworker"))
    assert named(table, "Medical").means == "The draft was served without it."
    assert not named(table, "Medical").breaches
    assert not [day for day in table.days if day.kind == "Counted back"]
