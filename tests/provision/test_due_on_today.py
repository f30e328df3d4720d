"""Reviews and checks of children taught elsewhere stand on the Today of whoever does them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from provision.conftest import provision_world
from record_world import TODAY

from plait.desk.elsewhere import taught_elsewhere
from plait.provision.models import Alternative, AlternativeReview, EotasPart
from plait.provision.queries.alternative import register, reviews_soon
from plait.standards.alternative import REVIEW_WITHIN

__all__ = ["provision_world"]
pytestmark = pytest.mark.django_db
LAST = TODAY - REVIEW_WITHIN  # a placement of that day is to be reviewed by today


def placed(world, since, **more):
    return Alternative.objects.create(
        area=world.area, child=world.amina, provider_name="The Boathouse", since=since,
        entry_reason="Close to exclusion", goal="Back", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "due"), [(8, 0), (7, 1), (0, 1), (-30, 1)], ids=["in 8", "in 7", "today", "late"]
)
def test_a_review_is_spoken_of_from_a_week_before_its_last_day(world, arranging, acting, days, due):
    with arranging():
        placed(world, LAST + timedelta(days=days))
    manager = acting("manager")
    assert reviews_soon(manager) == due
    assert len(register(manager, lacks="soon")) == due


def test_a_review_puts_the_next_one_off_and_an_end_puts_an_end_to_them(world, arranging, acting):
    with arranging():
        row = placed(world, LAST)
        AlternativeReview.objects.create(
            area=world.area, child=world.amina, placement=row, on=TODAY - timedelta(days=1),
        )  # fmt: skip
        placed(world, LAST - timedelta(days=1), until=TODAY - timedelta(days=9), outcome="Back")
    manager = acting("manager")
    assert (reviews_soon(manager), register(manager, lacks="soon")) == (0, [])


@pytest.fixture
def due(provision_world, arranging):
    with arranging():
        placed(provision_world, LAST)
        for name in ("Tutor", "Forest school"):
            EotasPart.objects.create(
                area=provision_world.area, child=provision_world.amina, basis="61",
                provider_name=name, since=TODAY - timedelta(days=30), hours_a_week=Decimal(5),
            )  # fmt: skip
    return provision_world


@pytest.mark.parametrize("who", ["manager", "caseworker", "attendance", "senco"])
def test_whoever_reviews_them_reads_both_figures_and_where_they_open(due, browse, who):
    page = browse(who).get("/", follow=True).content.decode()
    assert "review of alternative provision is due within a week, or late" in page
    assert "/alternative-provision/?lacks=soon" in page
    assert "child taught otherwise than at school has a provider nobody" in page
    listed = browse(who).get("/alternative-provision/?lacks=soon").content.decode()
    assert "The Boathouse" in listed


def test_two_parts_of_one_child_are_one_child_and_a_check_ends_it(due, arranging, acting):
    figures = [one.figure for one in taught_elsewhere(acting("manager"))]
    assert figures == ["1", "1"]
    with arranging():
        EotasPart.objects.update(checked_on=TODAY, checked_by="Jo")
    assert len(taught_elsewhere(acting("manager"))) == 1


@pytest.mark.parametrize("who", ["other_senco", "therapist"])
def test_nobody_is_told_of_children_who_are_not_theirs(due, acting, who):
    assert taught_elsewhere(acting(who)) == []


def test_nothing_due_shows_no_figure(world, acting):
    reader = acting("manager")
    assert taught_elsewhere(reader) == []
