"""The area's leaders read its attendance as figures counted at night: groups, and no child."""

import re
from datetime import UTC, date, datetime

import pytest
from attendance.test_attendance_measures_page import MANY, area
from record_world import TODAY

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.access.reader import posts_of, reader_from
from plait.insight import actions, attendance_figures, queries_attendance
from plait.insight.models import Figure
from plait.people.models import Post, User

__all__ = ["area"]
pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 5, tzinfo=UTC)
PAGE = "/area/attendance/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def count_at_night(world):
    reader = nightly_reader(world.area.pk, today=TODAY)
    with acting_as(reader, why="Counting the area"):
        actions.count(by=reader, at=AT)
    return reader


@pytest.fixture
def leader(world, arranging):
    with arranging():
        user = User.objects.create_user("leader@example.test", "Lee Leader")
        Post.objects.create(area=world.area, user=user, role="area_leader", since=date(2020, 1, 1))
    world.people["leader"] = user
    return user


def test_the_kept_figures_are_the_sums_of_the_registers(area):
    reader = count_at_night(area)
    with acting_as(reader, why="Comparing"):
        newest = queries_attendance.newest_day(reader)
        counted = queries_attendance.measured(reader, queries_attendance.periods(newest))
        kept = attendance_figures.found(reader)
    assert [one.days for one in kept] == [one.days for one in counted]
    for mine, its in zip(kept, counted, strict=True):
        assert mine.every == its.every
        assert mine.groups == its.groups


def test_a_second_count_replaces_the_first(area):
    count_at_night(area)
    first = sorted(Figure.objects.values_list("measure", "group", "yes", "of"))
    count_at_night(area)
    assert sorted(Figure.objects.values_list("measure", "group", "yes", "of")) == first


def test_a_leader_reads_both_bases_beside_england_and_no_child(area, leader, browse):
    count_at_night(area)
    page = browse("leader").get(PAGE)
    text = text_of(page)
    assert page.status_code == 200
    assert "Monitor your school attendance" in text
    assert "School census absence statistics" in text
    assert "England 2024/25: 12.4 (10.2 to 14.8)" in text
    assert not [word for word in ("Amina", "Child1", "Larkfield", "/children/") if word in text]
    assert "/children/" not in page.content.decode()


def test_a_leader_cannot_work_out_the_one_child_with_a_plan(area, leader, browse):
    count_at_night(area)
    text = text_of(browse("leader").get(PAGE))
    assert "With an EHC plan hidden" in text
    assert "On SEN support hidden" in text
    assert f"Without SEND {MANY + 1}" in text


def test_a_leader_who_may_not_read_registers_reads_the_same_figures(area, leader, browse):
    count_at_night(area)
    reader = reader_from(leader, posts_of(leader, today=TODAY), area.area, today=TODAY)
    with acting_as(reader):
        assert queries_attendance.newest_day(reader) is None
        assert attendance_figures.found(reader)[0].every.enrolments == 2 * MANY + 2


@pytest.mark.parametrize(
    ("who", "status"), [("manager", 200), ("leader", 200), ("senco", 403), ("parent", 403)]
)
def test_whose_page_it_is(area, leader, browse, who, status):
    count_at_night(area)
    assert browse(who).get(PAGE).status_code == status


def test_nothing_counted_is_said_not_shown_as_nought(world, leader, browse):
    assert "No attendance is counted yet" in text_of(browse("leader").get(PAGE))


def test_the_areas_page_leads_there(area, leader, browse):
    count_at_night(area)
    assert f'href="{PAGE}"' in browse("leader").get("/area/").content.decode()
