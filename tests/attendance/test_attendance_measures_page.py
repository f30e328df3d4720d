"""Absence with SEND against without: both bases, small numbers hidden, only what one may see."""

import re
from datetime import date, timedelta

import pytest
from record_world import TODAY, a_child

from plait.insight import pages_attendance as pages
from plait.insight import queries_attendance as queries
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import Session, with_marks

pytestmark = pytest.mark.django_db
FIRST = date(2026, 9, 7)
MANY = 8


def register(world, child, setting, code: str) -> None:
    """Fifty days of one code."""
    from plait.attendance.models import Register

    days = [FIRST + timedelta(days=n) for n in range(70) if (FIRST + timedelta(n)).weekday() < 5]
    marks = [Session(day, half, CODES[code].byte) for day in days for half in (0, 1)]
    Register.objects.create(
        area=world.area, child=child, setting=setting, school_year=2026, known_to=days[-1],
        marks=with_marks(2026, b"", marks),
    )  # fmt: skip


@pytest.fixture
def area(world, arranging):
    """Eight children without SEND who come, eight on SEN support who are ill, and Amina."""
    from plait.access.models import Tie
    from plait.cases.models import Plan
    from plait.support.models import SenSupport

    with arranging():
        for number in range(2 * MANY):
            child = a_child(world.area, f"Child{number}", "Test", date(2017, 1, 2))
            Tie.objects.create(
                area=world.area, child=child, organisation=world.larkfield, role="senco",
                since=date(2025, 9, 1), basis="on roll",
            )  # fmt: skip
            register(world, child, world.larkfield, "/" if number < MANY else "I")
            if number >= MANY:
                SenSupport.objects.create(
                    area=world.area, child=child, setting=world.larkfield, since=date(2025, 9, 1)
                )
        Plan.objects.create(
            area=world.area, child=world.amina, request=world.request, started_on=date(2026, 10, 1)
        )
        register(world, world.amina, world.larkfield, "C2")
        register(world, world.ben, world.otherby, "/")
    return world


def of(reader, **more):
    periods = queries.periods(date(2026, 11, 15), **more)
    return queries.measured(reader, periods)


def test_each_group_is_counted_from_one_reading_of_the_registers(area, acting):
    monitor = of(acting("manager"))[0]
    support, none = monitor.groups["support"], monitor.groups["none"]
    assert (support.enrolments, support.severe, support.counts.absent) == (MANY, MANY, MANY * 100)
    assert (none.enrolments, none.severe, none.counts.absent) == (MANY + 1, 0, 0)
    assert monitor.groups["plan"].counts.part_time == 100


def test_a_senco_measures_the_children_of_the_own_school_alone(area, acting):
    assert of(acting("other_senco"))[0].every.enrolments == 1
    assert of(acting("senco"))[0].every.enrolments == 2 * MANY + 1


def test_both_bases_are_named_and_the_days_that_were_asked_come_first(area, acting):
    found = of(acting("manager"), first=date(2026, 9, 7), last=date(2026, 9, 11))
    assert [one.days.key for one in found] == ["asked", "monitor", "census"]
    assert found[0].every.counts.recorded == 10 * (2 * MANY + 2)
    assert "full year of 2025/26" in found[2].days.heading


def test_one_child_with_a_plan_is_hidden_and_cannot_be_worked_out(area, browse):
    page = browse("manager").get("/attendance/")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))
    assert "With an EHC plan hidden" in text
    # The next smallest group goes with it, or the total would give Amina away.
    assert "On SEN support hidden" in text
    assert "England 2024/25: 12.4 (10.2 to 14.8)" in text


def test_the_file_hides_what_the_page_hides_and_runs_nothing(area, browse):
    answer = browse("manager").get("/attendance/?as=csv")
    rows = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Basis,From,To,Children,Enrolments")
    plan = next(row for row in rows if "With an EHC plan" in row)
    assert plan.count("hidden") == 4


def test_a_setting_and_a_group_narrow_what_is_counted(area, acting):
    manager = acting("manager")
    periods = queries.periods(date(2026, 11, 15))
    one = queries.measured(manager, periods, setting=area.otherby.pk)[0]
    assert one.every.enrolments == 1
    group = queries.measured(manager, periods, group="support")[0]
    assert group.every.enrolments == MANY


@pytest.mark.parametrize(("who", "status"), [("parent", 403), ("therapist", 403), ("senco", 200)])
def test_who_may_measure(area, browse, who, status):
    assert browse(who).get("/attendance/").status_code == status


def test_days_the_wrong_way_round_are_said_on_the_form(area, browse):
    page = browse("manager").get("/attendance/?first=2026-10-02&last=2026-09-01")
    assert "The last day comes before the first." in page.content.decode()


@pytest.mark.parametrize("days", [
    "first=0001-01-01&last=2026-11-01", "first=2026-11-01&last=9999-12-31",
    "first=1999-12-31&last=2000-01-01", "first=2099-12-31&last=2100-01-01",
])  # fmt: skip
def test_days_of_years_that_have_no_register_are_said_on_the_form(area, browse, days):
    page = browse("manager").get(f"/attendance/?{days}").content.decode()
    assert "Give days from 2000 to 2099" in page
    assert "The days you asked for" not in page


def test_nothing_loaded_is_said_not_shown_as_nought(world, browse):
    page = browse("manager").get("/attendance/").content.decode()
    assert "No register of these days is loaded." in page
    assert f"{TODAY:%Y}" in page


def test_a_share_hidden_for_its_complement_does_not_stand_alone():
    """Six of eight are hidden, and the total would give them away were they the only ones."""
    from plait.standards.attendance.area import Sums
    from plait.standards.attendance.measures import Counts

    sums = [Sums(n, 0, 0, part, 0, Counts()) for n, part in ((8, 6), (40, 10), (400, 40))]
    rows = pages._rows(["a", "b", "c"], sums, None)
    assert [row["persistent"] == pages.HIDDEN_WORDS for row in rows] == [True, True, False]


def test_who_had_left_before_the_days_is_no_enrolment_of_them_and_who_is_silent_is(
    area, acting, arranging
):
    from plait.attendance.models import Enrolment, Register

    days = {"first": date(2026, 11, 23), "last": date(2026, 11, 27)}  # after the last mark
    before = of(acting("manager"), **days)[0].every
    assert before.no_session == before.enrolments == 2 * MANY + 2
    with arranging():
        kept = Register.objects.get(child=area.amina)
        Enrolment.objects.create(
            area=area.area, child=area.amina, setting=kept.setting, entered_on=date(2025, 9, 1),
            left_on=date(2026, 11, 20),
        )  # fmt: skip
    after = of(acting("manager"), **days)[0].every
    assert after.no_session == after.enrolments == 2 * MANY + 1
