"""The family's own pages: the same dates and reasons, and nothing that is for staff only."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db


def my_page(browse, world, who="parent"):
    return browse(who).get(f"/my/{world.amina.pk}/").content.decode()


def test_a_parent_reads_what_happens_next_whose_turn_and_why(world, browse):
    page = my_page(browse, world)
    assert "The local authority must do this by" in page
    assert "Monday 9 November 2026" in page
    assert "6 weeks, 42 days, counted from 28 September 2026" in page


def test_a_parent_reads_what_was_late_and_that_no_reason_is_recorded(world, browse):
    page = my_page(browse, world)
    assert "What is or was late" in page
    assert "No exception is recorded" in page


def test_a_day_that_is_only_not_known_is_not_called_late(world, browse, arranging):
    from plait.cases.models import Clock

    with arranging():
        Clock.objects.filter(child=world.amina).update(known_to=date(2026, 10, 30))
    page = my_page(browse, world)
    assert "What is or was late" not in page
    assert "Not known since 30 October 2026" in page


def test_a_parent_is_told_how_to_reach_the_caseworker(world, browse):
    assert "mailto:caseworker@example.org" in my_page(browse, world)


def test_a_parent_sees_neither_the_other_parents_name_nor_address(world, browse):
    page = my_page(browse, world)
    assert "Pat Father" not in page
    assert "Father Street" not in page
    assert "Another member of the family" in page


def test_the_other_parents_reading_does_not_name_them(world, browse):
    my_page(browse, world, "father")
    page = browse("parent").get(f"/my/{world.amina.pk}/looks/").content.decode()
    assert "Another member of the family" in page
    assert "Pat Father" not in page


def test_my_children_lists_mine_and_no_others(world, browse):
    page = browse("parent").get("/my/").content.decode()
    assert "Amina" in page
    assert ">Ben<" not in page


def test_somebody_with_no_child_linked_is_told_how_one_is(world, browse):
    assert "No child is linked to you yet" in browse("stranger").get("/my/").content.decode()


@pytest.mark.parametrize("path", ["", "looks/"])
@pytest.mark.parametrize("who", ["other_parent", "stranger", "caseworker", "other_senco"])
def test_the_familys_page_looks_missing_to_everybody_else(world, browse, who, path):
    assert browse(who).get(f"/my/{world.amina.pk}/{path}").status_code == 404


def test_the_page_of_a_stranger_is_the_sign_in(world, client):
    assert "/account/login/" in client.get("/my/")["Location"]


def test_a_tie_that_ended_yesterday_opens_nothing_today(world, browse, arranging):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.filter(user=world.people["parent"]).update(until=date(2026, 11, 22))
    assert browse("parent").get(f"/my/{world.amina.pk}/").status_code == 404


def test_a_tie_on_its_last_day_still_opens_the_page(world, browse, arranging):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.filter(user=world.people["parent"]).update(until=date(2026, 11, 23))
    assert browse("parent").get(f"/my/{world.amina.pk}/").status_code == 200


def test_a_parents_note_reaches_the_caseworker(world, browse):
    path = f"/children/{world.amina.pk}/notes/add/"
    given = {"text": "Amina likes the new group.", "readers": "family"}
    assert browse("parent").post(path, given).status_code == 302
    page = browse("caseworker").get(f"/children/{world.amina.pk}/").content.decode()
    assert "Amina likes the new group." in page


def test_a_young_person_finds_their_record_and_is_no_parent(world, browse, arranging):
    from plait.access.models import Tie

    with arranging():
        tie = Tie.objects.filter(role="parent", child=world.amina).order_by("id").first()
        Tie.objects.filter(pk=tie.pk).update(role="young_person")
        Tie.objects.filter(user=tie.user).exclude(pk=tie.pk).delete()
    who = next(name for name in ("parent", "father") if tie.user.email.startswith(name))
    page = browse(who).get("/my/").content.decode()
    assert "My record</h1>" in page
    assert "Parent or carer" not in page
