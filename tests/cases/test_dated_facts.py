"""The dates of a case keep their order, and each may be named on its own."""

from datetime import date

import pytest
from record_world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(world, arranging):
    """A case with a plan and two reviews."""
    from plait.cases.models import Plan, Review

    of_child = {"area": world.area, "child": world.amina, "request": world.request}
    with arranging():
        Plan.objects.create(**of_child, started_on=date(2026, 10, 12))
        for meeting, decided in ((10, 14), (11, 20)):
            Review.objects.create(
                **of_child,
                meeting_on=date(2026, 10 + (meeting == 11), 13),
                decided_on=date(2026, 10 + (meeting == 11), decided),
            )
    return world.request


def move(case, arranging, fact, to, nth=0):
    from plait.cases.dated_facts import check_order, rows_of

    with arranging():
        rows = list(rows_of(case))
        chosen = [row for row in rows if row.fact.key == fact][nth]
        check_order(chosen, to, rows, today=TODAY)


@pytest.mark.parametrize(
    ("fact", "first_wrong", "last_right"),
    [
        ("request-received", date(2026, 10, 13), date(2026, 10, 12)),
        ("review-meeting", date(2026, 10, 15), date(2026, 10, 14)),
    ],
)
def test_a_date_may_reach_the_next_one_and_not_pass_it(
    planned, arranging, fact, first_wrong, last_right
):
    from plait.cases.dated_facts import OutOfOrder

    move(planned, arranging, fact, last_right)
    with pytest.raises(OutOfOrder, match="would be after"):
        move(planned, arranging, fact, first_wrong)


def test_one_review_says_nothing_about_the_days_of_another(planned, arranging):
    move(planned, arranging, "review-meeting", date(2026, 10, 1), nth=1)


def test_a_plan_cannot_be_left_without_its_first_day_and_a_review_can(planned, arranging):
    from plait.cases.dated_facts import OutOfOrder

    move(planned, arranging, "review-decided", None)
    with pytest.raises(OutOfOrder, match="cannot be left without a date"):
        move(planned, arranging, "plan-started", None)


def test_today_is_not_to_come_and_tomorrow_is(planned, arranging):
    from plait.cases.dated_facts import OutOfOrder

    move(planned, arranging, "plan-ceased", TODAY)
    with pytest.raises(OutOfOrder, match="still to come"):
        move(planned, arranging, "plan-ceased", date(2026, 11, 24))
