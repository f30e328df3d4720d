"""The heading of a child who is educated at home names no school, whatever an old file says."""

import re
from datetime import date, timedelta

import pytest
from record_world import TODAY

from plait.cases.models import Placement
from plait.provision.models import HomeEducation
from plait.watch.models import OutOfSchool

pytestmark = pytest.mark.django_db


def lede_of(page) -> str:
    found = re.search(r'plait-lede">(.*?)</p>', page.content.decode(), re.DOTALL)
    return found[1]


@pytest.fixture
def placed(world, arranging):
    """A placement at Larkfield that no file has ended."""
    with arranging():
        Placement.objects.create(
            area=world.area, child=world.amina, request=world.request, rank="1",
            organisation=world.larkfield, entered_on=date(2025, 9, 1),
        )  # fmt: skip
    return world


def at_home(world, arranging, **more):
    with arranging():
        HomeEducation.objects.create(
            area=world.area, child=world.amina, since=TODAY - timedelta(days=20),
            left_setting=world.larkfield, **more,
        )  # fmt: skip


@pytest.mark.parametrize("address", ["/children/{}/", "/my/{}/"])
def test_a_child_at_home_is_not_said_to_be_at_the_school_they_left(
    placed, arranging, browse, address
):
    page, who = address.format(placed.amina.pk), "parent" if "my" in address else "caseworker"
    assert "Larkfield" in lede_of(browse(who).get(page))
    at_home(placed, arranging)
    said = lede_of(browse(who).get(page))
    assert "educated at home" in said
    assert "Larkfield" not in said


def test_a_child_who_went_back_to_school_is_at_school(placed, arranging, browse):
    at_home(placed, arranging, until=TODAY - timedelta(days=1), end_why="Back at school")
    said = lede_of(browse("caseworker").get(f"/children/{placed.amina.pk}/"))
    assert "Larkfield" in said


def test_who_reads_the_one_list_but_not_the_register_reads_the_same(placed, arranging, browse):
    with arranging():
        OutOfSchool.objects.create(
            area=placed.area, child=placed.amina, reason="home_educated", since=TODAY,
            next_check_on=TODAY,
        )  # fmt: skip
    page = browse("officer").get(f"/children/{placed.amina.pk}/")
    assert "educated at home" in lede_of(page)
