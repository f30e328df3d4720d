"""The child's page: who may open it, what it says, and how much it asks of the database."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from record_world import TODAY, a_child

pytestmark = pytest.mark.django_db
MOST_QUERIES = 2  # one that reads, one that notes the reading


def page_for(browse, who, child) -> str:
    return browse(who).get(f"/children/{child.pk}/").content.decode()


def test_the_caseworker_reads_what_happens_next_by_when_whose_and_why(world, browse):
    page = page_for(browse, "caseworker", world.amina)
    assert "Amina O&#39;Connell" in page
    assert "Tell the family whether there will be an assessment" in page
    assert "Monday 9 November 2026" in page
    assert "reg 5(1)" in page
    assert "How it was counted" in page
    assert "Jo Caseworker" in page


def test_health_and_care_say_that_nothing_is_loaded_yet(world, browse):
    page = page_for(browse, "caseworker", world.amina)
    assert page.count("nothing loaded yet") >= 3  # the sentence, and each of the two lanes


@pytest.mark.parametrize("who", ["caseworker", "manager", "senco", "therapist", "inspector"])
def test_those_with_a_tie_or_an_area_post_open_the_page(world, browse, who):
    assert browse(who).get(f"/children/{world.amina.pk}/").status_code == 200


@pytest.mark.parametrize("who", ["other_senco", "other_parent", "colleague", "stranger"])
def test_to_those_without_a_tie_the_child_looks_missing(world, browse, who):
    assert browse(who).get(f"/children/{world.amina.pk}/").status_code == 404


def test_a_stranger_who_is_not_signed_in_is_sent_to_sign_in(world, client):
    answer = client.get(f"/children/{world.amina.pk}/")
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


def test_a_parent_is_led_to_the_familys_own_page(world, browse):
    answer = browse("parent").get(f"/children/{world.amina.pk}/")
    assert answer["Location"] == f"/my/{world.amina.pk}/"


def test_a_day_the_record_cannot_speak_for_is_not_known_and_never_late(world, browse, arranging):
    from plait.cases.models import Clock

    with arranging():
        Clock.objects.filter(child=world.amina).update(known_to=date(2026, 10, 30))
    page = page_for(browse, "caseworker", world.amina)
    assert "Not known since 30 October 2026" in page
    assert "plait-tag--late" not in page


def test_the_day_after_the_due_day_is_late_and_the_day_itself_is_not(world):
    from plait.cases.models import Clock
    from plait.child.pages.legal_dates import LegalDate

    clock = Clock(
        duty="sr-r5-1-decide-assess",
        started_on=date(2026, 9, 28),
        due_on=date(2026, 11, 9),
    )
    said = [LegalDate(clock, date(2026, 11, day)).stands for day in (8, 9, 10)]
    assert said == ["1 day left", "Due today", "1 day late"]


def test_when_nobody_is_allocated_the_page_says_so_and_a_manager_may_allocate(
    world, browse, arranging
):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.filter(child=world.amina, role="caseworker").delete()
    page = page_for(browse, "manager", world.amina)
    assert "Nobody is allocated" in page
    assert "Allocate a caseworker" in page


def test_a_child_without_a_case_or_a_surname_has_a_page_that_teaches(world, browse):
    page = page_for(browse, "manager", world.ben)
    assert re.search(r"<h1[^>]*>Ben</h1>", page)
    assert "No request for an EHC needs assessment is on record" in page
    assert "Legal dates begin with a request" in page


def test_a_leap_day_birth_is_a_year_older_on_the_first_of_march(world):
    from plait.child.pages.heading import age_of

    ages = [age_of(world.ben, day) for day in (date(2026, 2, 28), date(2026, 3, 1))]
    assert ages == [5, 6]


@pytest.mark.parametrize(
    ("born", "group"),
    [
        (date(2022, 9, 1), ""),
        (date(2022, 8, 31), "Reception"),
        (date(2019, 3, 4), "Year 3"),
        (date(2009, 8, 31), "Year 13"),
        (date(2008, 8, 31), ""),
    ],
)
def test_the_year_group_turns_on_the_first_of_september(world, born, group):
    from plait.child.pages.heading import year_group
    from plait.people.models import Child

    assert year_group(Child(birth_date=born), TODAY) == group


def test_the_whole_page_asks_the_database_once_and_notes_the_reading_once(world, acting):
    from django.test import RequestFactory

    from plait.child.views.record import record

    request = RequestFactory().get("/")
    request.person = acting("caseworker")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = record.__wrapped__(request, world.amina.pk)
    assert found.status_code == 200
    assert len(asked) <= MOST_QUERIES, [query["sql"][:90] for query in asked]


def test_every_page_of_a_child_leaves_one_line_that_says_who_looked(world, browse, arranging):
    from plait.journal.models import Look

    browse("caseworker").get(f"/children/{world.amina.pk}/")
    with arranging():
        look = Look.objects.get(child=world.amina)
    assert (look.by.name, look.through, look.parts) == (
        "Jo Caseworker",
        "EHC caseworker",
        "whole record",
    )


def test_a_page_that_looks_missing_leaves_no_line(world, browse, arranging):
    from plait.journal.models import Look

    browse("other_senco").get(f"/children/{world.amina.pk}/")
    with arranging():
        assert not Look.objects.exists()


def test_an_address_is_never_on_the_childs_page(world, browse):
    assert "Parent Street" not in page_for(browse, "caseworker", world.amina)


def test_markup_in_a_name_or_a_note_is_shown_and_never_run(world, browse, arranging):
    from record_world import NOW

    from plait.cases.models import Note

    hostile = "<script>alert(1)</script>"
    with arranging():
        child = a_child(world.area, hostile, "Ng", date(2018, 1, 1))
        Note.objects.create(
            area=world.area,
            child=child,
            text=hostile,
            written_by=world.people["manager"],
            at=NOW,
        )
    page = page_for(browse, "manager", child)
    assert hostile not in page
    assert page.count("&lt;script&gt;alert(1)") >= 2


@pytest.mark.parametrize("path", ["looks", "history", "origin", "dates", "decide"])
def test_the_pages_around_the_record_open_for_the_caseworker(world, browse, path):
    assert browse("caseworker").get(f"/children/{world.amina.pk}/{path}/").status_code == 200


@pytest.mark.parametrize("path", ["looks", "history", "origin"])
def test_pages_for_staff_look_missing_to_the_family(world, browse, path):
    assert browse("parent").get(f"/children/{world.amina.pk}/{path}/").status_code == 404


def test_where_a_fact_came_from_names_the_file_and_the_line(world, browse):
    page = browse("manager").get(f"/children/{world.amina.pk}/origin/").content.decode()
    assert "sen2-2026.xml, line 14" in page
