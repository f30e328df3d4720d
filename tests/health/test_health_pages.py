"""The pages of waits: who sees them, in which order and why, and what a family reads."""

from datetime import date, timedelta

import pytest
from health_waits_world import REFERRED, WAITED
from record_world import TODAY

pytestmark = pytest.mark.django_db


def words_of(got):
    return got.content.decode()


def main_of(got):
    return words_of(got).split("<main")[1]


def grew(episode, why, arranging, **more):
    from plait.health.models import Escalation

    with arranging():
        return Escalation.objects.create(
            area=episode.area, child=episode.child, episode=episode, on=date(2026, 11, 1), why=why,
            says="The splint cuts in.", said_by="Mother", **more,
        )  # fmt: skip


def test_the_list_puts_need_that_grew_before_the_longest_and_says_why(
    health_world, waits, browse, arranging
):
    waits()
    young = waits(health_world.ben, referred_on=date(2026, 11, 10))
    grew(young, "pain", arranging)
    page = main_of(browse("dco").get("/health/waits/"))
    table = page.split('id="who"')[1]
    assert table.index("Ben") < table.index("Amina")
    assert "Need grew: in pain (no answer yet)." in table
    assert "By length of wait." in table
    assert f"{WAITED} days" in table
    assert "it is a duty with six weeks by law" in page


def test_the_longest_three_of_each_service_open_to_the_child(health_world, waits, browse):
    for number in range(4):
        waits(health_world.ben, referred_on=REFERRED + timedelta(number))
    page = main_of(browse("manager").get("/health/waits/"))
    longest = page.split("The longest three of each")[1].split("</ul>")[0]
    assert longest.count(f"/children/{health_world.ben.pk}/health/") == 3
    assert f"{WAITED - 3} days" not in longest


def test_the_three_kinds_of_wait_are_counted_apart_and_filtered(health_world, waits, browse):
    waits()
    waits(kind="diagnosis")
    waits(health_world.ben, kind="assessment")
    dco = browse("dco")
    page = main_of(dco.get("/health/waits/"))
    counted = page.split('id="services"')[1].split("The longest three")[0]
    assert counted.count("Speech and language therapy") == 3
    assert "3 waits" in page
    assert "1 wait" in main_of(dco.get("/health/waits/?kind=diagnosis"))


def test_a_wait_that_began_or_ended_is_no_longer_on_the_list(health_world, waits, browse):
    waits(treated_on=TODAY)
    waits(ended_on=TODAY)
    page = main_of(browse("dco").get("/health/waits/"))
    assert "Nobody you may see waits" in page


def test_the_list_is_saved_as_csv_in_its_order_with_names_and_days(health_world, waits, browse):
    waits()
    waits(health_world.ben, referred_on=date(2024, 2, 29))
    got = browse("dco").get("/health/waits/?as=csv")
    lines = b"".join(got.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Child,Service,Waiting for,Waits since,Days,Band")
    assert lines[1].startswith("Ben,Speech and language therapy,therapy,2024-02-29,998,over 52")
    assert lines[2].startswith("Amina O'Connell,")


def test_a_health_adviser_lists_only_children_they_are_tied_to(health_world, waits, browse):
    waits()
    waits(health_world.ben)
    page = main_of(browse("therapist").get("/health/waits/"))
    assert "Amina" in page
    assert "Ben" not in page
    assert "Nobody you may see" in main_of(browse("untied").get("/health/waits/"))


@pytest.mark.parametrize("who", ["attendance", "senco", "officer", "caseworker", "parent"])
def test_the_list_of_waits_is_for_health_and_the_send_manager(health_world, browse, who):
    assert browse(who).get("/health/waits/").status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("dco", 200), ("therapist", 200), ("manager", 200), ("caseworker", 200),
        ("inspector", 200), ("attendance", 403), ("senco", 403), ("officer", 403),
        ("parent", 404), ("untied", 404), ("other_senco", 404),
    ],
)  # fmt: skip
def test_a_childs_health_is_read_by_health_and_those_with_a_tie_for_it(
    health_world, waits, browse, who, status
):
    waits(team="Blue team")
    got = browse(who).get(f"/children/{health_world.amina.pk}/health/")
    assert got.status_code == status
    assert ("Blue team" in words_of(got)) == (status == 200)


@pytest.mark.parametrize("who", ["attendance", "senco", "officer", "untied", "other_parent"])
def test_the_database_itself_gives_no_episode_to_others(health_world, waits, acting, who):
    from plait.health.models import Episode

    waits()
    acting(who)
    assert not Episode.objects.exists()


def post_contact(browser, child, episode, **given):
    path = f"/children/{child.pk}/health/{episode.pk}/contact/"
    return browser.post(path, {"on": "2026-11-20", "seen": "yes"} | given, follow=True)


def test_a_contact_is_recorded_on_its_form_and_the_page_says_how_long_it_took(
    health_world, waits, browse
):
    episode = waits()
    got = post_contact(browse("therapist"), health_world.amina, episode, by_whom="Ms Marsh")
    assert f"Waited {WAITED - 3} days to be seen" in words_of(got)
    assert "seen by Ms Marsh" in words_of(got)


def test_a_day_to_come_is_refused_on_the_form_and_nothing_is_kept(
    health_world, waits, browse, arranging
):
    from plait.health.models import Contact

    got = post_contact(browse("dco"), health_world.amina, waits(), on="2026-12-24")
    assert got.status_code == 422
    assert "still to come" in words_of(got)
    with arranging():
        assert not Contact.objects.exists()


def test_an_episode_of_another_child_is_not_ended_through_this_one(health_world, waits, browse):
    other = waits(health_world.ben)
    path = f"/children/{health_world.amina.pk}/health/{other.pk}/end/"
    given = {"on": "2026-11-20", "kind": "ended", "why": "x"}
    assert browse("dco").post(path, given).status_code == 404


def test_each_form_of_the_lane_does_its_act(health_world, waits, browse, arranging):
    episode, dco = waits(), browse("dco")
    lane = f"/children/{health_world.amina.pk}/health/"
    one = f"{lane}{episode.pk}/"
    dco.post(f"{one}meanwhile/", {"what": "A group", "owner": "Ms Oak", "since": "2026-11-01"})
    dco.post(f"{one}grew/", {"on": "2026-11-02", "why": "pain", "says": "Hurts", "said_by": "Mum"})
    dco.post(f"{lane}equipment/", {"what": "Splint", "assessed_on": "2026-11-03"})
    page = words_of(dco.get(lane))
    assert "Nobody has checked in yet" in page
    assert "No answer yet" in page
    with arranging():
        ids = [
            getattr(episode, name).get().pk for name in ("meanwhile", "escalations")
        ]  # fmt: skip
        thing = health_world.amina.equipments.get().pk
    dco.post(f"{lane}meanwhile/{ids[0]}/", {"on": "2026-11-20", "helped": "no", "says": "Too far"})
    dco.post(f"{lane}grew/{ids[1]}/", {"on": "2026-11-20", "answer": "Seen next week"})
    dco.post(f"{lane}equipment/{thing}/", {"assessed_on": "2026-11-03", "fitted_on": "2026-11-20"})
    dco.post(f"{one}began/", {"on": "2026-11-21"})
    dco.post(f"{one}end/", {"on": "2026-11-22", "kind": "discharged", "why": "All is well"})
    page = words_of(dco.get(lane))
    for said in (
        "it does not help", "Too far", "Seen next week", "fitted 20 November 2026",
        "No review of growth is planned", "Ended 22 November 2026: discharged", "All is well",
    ):  # fmt: skip
        assert said in page, said


def test_a_referral_is_recorded_by_hand_for_a_child_without_a_surname(health_world, browse):
    path = f"/children/{health_world.ben.pk}/health/"
    given = {"service": "audiology", "kind": "assessment", "referred_on": "2026-11-13"}
    page = words_of(browse("dco").post(f"{path}refer/", given, follow=True))
    assert "Health: Ben" in page
    assert "Hearing (audiology), for an assessment" in page
    assert "Waits 10 days (1 to 2 weeks)" in page


def test_what_a_file_told_long_ago_is_said_to_be_old(health_world, waits, browse):
    waits(known_to=TODAY - timedelta(32))
    waits(health_world.ben, known_to=TODAY - timedelta(31))
    dco = browse("dco")
    page = f"/children/{health_world.amina.pk}/health/"
    assert "what happened since is not known" in words_of(dco.get(page))
    page = f"/children/{health_world.ben.pk}/health/"
    assert "what happened since is not known" not in words_of(dco.get(page))


def family_page(browser, child):
    return main_of(browser.get(f"/my/{child.pk}/"))


def test_a_family_reads_how_far_it_is_what_to_expect_and_what_help_there_is(
    health_world, waits, browse, arranging
):
    from plait.health.models import WhileWaiting

    mine = waits()
    for days in (10, 20, 30, 40, 50):
        start = date(2026, 3, 1)
        seen = start + timedelta(days)
        waits(health_world.ben, referred_on=start, first_contact_on=seen, treated_on=seen)
    with arranging():
        WhileWaiting.objects.create(
            area=mine.area, child=mine.child, episode=mine, what="A group.", owner="Ms Oak",
            since=REFERRED,
        )  # fmt: skip
    page = family_page(browse("parent"), health_world.amina)
    assert f"Waiting since 1 July 2026, {WAITED} days so far." in page
    assert "Of 5 children first seen in the last year, half were seen within 30 days" in page
    assert "This is not a promise." in page
    assert "longer than any of them" in page
    assert "A group. Ms Oak." in page


def test_of_fewer_than_five_waits_a_family_is_told_nothing_and_the_database_lends_none(
    health_world, waits, browse, acting
):
    from django.db import connection

    waits()
    for days in (10, 20, 30, 40):
        start = date(2026, 3, 1)
        waits(health_world.ben, referred_on=start, first_contact_on=start + timedelta(days))
    page = family_page(browse("parent"), health_world.amina)
    assert "Too few children were seen" in page
    acting("parent")
    with connection.cursor() as cursor:
        cursor.execute("SELECT plait_waits_before('speech-and-language', 'therapy')")
        assert cursor.fetchall() == []
