"""A child's attendance: joined without counting twice, both bases named, what is hidden apart."""

import re
from datetime import date

import pytest
from record_world import TODAY

from plait.attendance.pages.year import of_a_child
from plait.attendance.queries.registers import registers_of
from plait.standards.attendance.measures import count_period

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(world, registers, acting):
    acting("senco")
    return registers_of(world.amina.pk)


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_two_schools_registers_are_one_and_no_session_counts_twice(held, registers):
    told = count_period(held.joined, date(2026, 9, 1), TODAY)
    # 55 days were taken at Larkfield; on its eleven Tuesdays she was at Otherby.
    assert len(registers) == 55
    assert (told.recorded, told.possible, told.other_school) == (110, 110, 0)
    assert told.absent == 2 * 11 + told.part_time == 2 * 22
    assert held.claimed_twice(2026) == 2


def test_the_two_official_bases_stand_side_by_side_and_are_named(held):
    page = of_a_child(held, today=TODAY)
    periods = [row["period"].text for row in page["measure_rows"]]
    assert "Monitor your school attendance" in periods[0]
    assert "School census absence statistics" in periods[1]
    # The autumn term has not ended: the census's figure is the last year's, of which none is held.
    assert page["unrecorded"] == [page["measures"][1].heading]


def test_any_days_are_measured_beside_them(held):
    page = of_a_child(held, today=TODAY, first=date(2026, 9, 7), last=date(2026, 9, 11))
    asked = page["measures"][0]
    assert (asked.counts.possible, asked.counts.absent) == (10, 4)
    assert page["measure_rows"][0]["rate"] == "40.0"


def test_part_time_is_counted_apart_from_the_rate_it_is_in(held):
    rows = of_a_child(held, today=TODAY)["hidden_rows"]
    assert [(row["monitor"]) for row in rows if "(C2)" in str(row["what"])] == [22]


def test_the_weekday_that_is_missed_is_said_in_words(held):
    said = of_a_child(held, today=TODAY)["patterns"]
    assert any(one.startswith("Monday: missed 22 of 22 sessions") for one in said)


def test_the_strip_says_in_words_what_it_draws_and_the_table_has_every_week(held):
    year = of_a_child(held, today=TODAY)["attendance"]
    assert [part.name for part in year.parts] == ["September – October", "November"]
    assert 'role="img"' in year.parts[0].picture
    assert "September – October: 32 of 80 sessions missed." in year.parts[0].picture
    newest = year.week_rows[0]
    assert (newest["day0"].text, newest["day0"].note) == ("ill", "I I")
    assert newest["missed"] == "4 of 10"
    assert len(year.week_rows + year.earlier_rows) == 11


@pytest.mark.parametrize("who", ["senco", "caseworker", "manager", "officer", "inspector"])
def test_who_works_for_the_childs_schooling_reads_it(browse, registers, world, who):
    page = browse(who).get(f"/children/{world.amina.pk}/attendance/")
    assert page.status_code == 200
    assert "Registers of: Larkfield Primary School, Otherby School." in text_of(page)


@pytest.mark.parametrize("who", ["other_senco", "colleague", "other_parent"])
def test_who_has_no_tie_finds_no_such_page(browse, registers, world, who):
    assert browse(who).get(f"/children/{world.amina.pk}/attendance/").status_code == 404


def test_health_may_open_the_child_but_not_the_registers(browse, registers, world):
    client = browse("therapist")
    page = client.get(f"/children/{world.amina.pk}/attendance/")
    assert page.status_code == 403
    assert "Larkfield" not in text_of(page)
    record = client.get(f"/children/{world.amina.pk}/")
    assert "plait-marks" not in record.content.decode()


def test_the_childs_page_has_the_strip_and_leads_to_the_rest(browse, registers, world):
    page = browse("senco").get(f"/children/{world.amina.pk}/").content.decode()
    assert 'class="plait-marks"' in page
    assert f"/children/{world.amina.pk}/attendance/" in page


def test_a_child_without_a_register_is_said_to_have_none(browse, world):
    page = browse("senco").get(f"/children/{world.amina.pk}/attendance/")
    assert "No register is loaded for this child" in text_of(page)


def test_a_last_day_before_the_first_is_said_on_the_form(browse, registers, world):
    address = f"/children/{world.amina.pk}/attendance/?first=2026-10-02&last=2026-09-01"
    assert "The last day comes before the first." in text_of(browse("senco").get(address))


def test_the_family_reads_the_same_on_its_own_page(browse, registers, world):
    page = browse("parent").get(f"/my/{world.amina.pk}/attendance/")
    assert page.status_code == 200
    assert "Week by week" in text_of(page)


def test_a_school_that_sends_counts_and_no_marks_is_read_term_by_term(world, arranging, browse):
    from plait.attendance.models import TermCount

    with arranging():
        TermCount.objects.create(
            area=world.area, child=world.amina, setting=world.larkfield, school_year=2025,
            term="autumn", possible=140, by_code={"I": 11, "C2": 10, "/": 119},
        )  # fmt: skip
    for address in (
        ("senco", f"/children/{world.amina.pk}/attendance/"),
        (
            "parent",
            f"/my/{world.amina.pk}/attendance/",
        ),
    ):
        said = text_of(browse(address[0]).get(address[1]))
        assert "Autumn term 2025/26" in said
        assert "21 of 140" in said
        assert "15.0 a tenth or more" in said
        assert "(C2)" in said
        assert "No register is loaded yet" not in said
