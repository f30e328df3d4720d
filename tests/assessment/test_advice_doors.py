"""Who reaches a piece of advice: its giver and no other, its own row and nothing beside it."""

from datetime import timedelta

import pytest
from advice_world import NOW, SPECIFIC, TODAY, ask, assess, giver, open_link
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from plait.access.context import acting_through

pytestmark = pytest.mark.django_db(transaction=False)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def two(world, arranging, acting, django_capture_on_commit_callbacks):
    """Two pieces of advice: a guest's, and one of Larkfield's SENCO."""
    from plait.assessment import mail as letters

    with arranging():
        assess(world)
    with django_capture_on_commit_callbacks(execute=True):
        sent = ask(
            world,
            acting("caseworker"),
            giver(),
            giver(kind="education", body="setting", name="Larkfield", email="",
                  setting=world.larkfield),
        )  # fmt: skip
        for one in sent:
            letters.ask(
                to=one.email, name="x", due=one.advice.due_on, token=one.token, area="Northcombe"
            )
    return [one.advice for one in sent]


def rows(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def as_guest(advice):
    return acting_through(advice.ref, area=advice.area, today=TODAY)


EMPTY = (
    "people_child", "cases_request", "cases_document", "cases_note", "access_tie",
    "people_identifier", "assessment_panel", "assessment_chase", "journal_look",
)  # fmt: skip


def test_a_guest_sees_one_row_of_advice_its_clock_and_its_words_and_nothing_else(two):
    mine, _ = two
    with as_guest(mine):
        assert rows("SELECT id FROM assessment_advice") == [(mine.pk,)]
        assert rows("SELECT ref FROM cases_clock") == [(mine.ref,)]
        assert rows("SELECT ref FROM cases_passage WHERE ref <> %s", mine.ref) == []
        for table in EMPTY:
            assert rows(f"SELECT count(*) FROM {table}") == [(0,)], table


REFUSED = [
    "UPDATE assessment_advice SET child_id = {ben} WHERE id = {mine}",
    "UPDATE assessment_advice SET due_on = due_on + 30 WHERE id = {mine}",
    "UPDATE assessment_advice SET told = '{{}}' WHERE id = {mine}",
    "UPDATE assessment_advice SET giver_email = 'x@example.org' WHERE id = {mine}",
    "UPDATE assessment_advice SET state = 'held' WHERE id = {mine}",
    "UPDATE cases_clock SET due_on = due_on + 30 WHERE ref = 'advice:{mine}'",
    "UPDATE cases_clock SET excuse = 'x', excuse_why = 'x' WHERE ref = 'advice:{mine}'",
    "INSERT INTO cases_passage (area_id, child_id, ref, kind, state, place, text, author_name, "
    "author_role, left_so, unused_why) "
    "VALUES ({area}, {ben}, 'advice:{mine}', 'need', 'draft', 1, 'x', 'x', '', '[]', '')",
    "INSERT INTO cases_passage (area_id, child_id, ref, kind, state, place, text, author_name, "
    "author_role, left_so, unused_why) "
    "VALUES ({area}, {amina}, 'advice:{other}', 'need', 'draft', 1, 'x', 'x', '', '[]', '')",
]


@pytest.mark.parametrize("sql", REFUSED)
def test_a_link_cannot_be_turned_to_another_child_another_row_or_another_day(two, world, sql):
    mine, other = two
    named = {"ben": world.ben.pk, "amina": world.amina.pk, "area": world.area.pk}
    with as_guest(mine):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows(sql.format(mine=mine.pk, other=other.pk, **named) + " RETURNING 1")


def test_another_row_is_untouched_whatever_a_guest_tries(two):
    mine, other = two
    with as_guest(mine):
        touched = "UPDATE {} SET id = id WHERE {} RETURNING 1"
        assert rows(touched.format("assessment_advice", f"id = {other.pk}")) == []
        assert rows(touched.format("cases_clock", f"ref = '{other.ref}'")) == []


def test_a_link_opens_once_and_then_says_that_it_is_over(two):
    [letter] = [one for one in mail.outbox if "/open/" in one.body]
    first, second = Client(), Client()
    assert open_link(first, letter).status_code == 200
    over = open_link(second, letter)
    assert over.status_code == 410
    assert "This link is over" in over.content.decode()
    assert second.get("/give-advice/").status_code == 403


def test_a_link_that_ran_out_says_so_and_sends_a_new_one(two, monkeypatch):
    [letter] = [one for one in mail.outbox if "/open/" in one.body]
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=15))
    page = open_link(Client(), letter)
    assert page.status_code == 410
    assert "Send me a new link" in page.content.decode()


def test_a_link_of_another_purpose_opens_no_advice(two, world):
    from plait.access.guest import SESSION
    from plait.access.models import GuestLink

    mine, _ = two
    stranger = Client()
    for purpose, answer in (("advice", 200), ("asking", 403), ("consultation", 403)):
        link = GuestLink.objects.create(
            area=world.area, purpose=purpose, row=mine.pk, digest=purpose, made_at=NOW,
            expires_at=NOW + timedelta(days=1), used_at=timezone.now(),
        )  # fmt: skip
        session = stranger.session
        session[SESSION] = link.pk
        session.save()
        assert stranger.get("/give-advice/").status_code == answer, purpose


@pytest.mark.parametrize(
    ("who", "answers"),
    [("senco", 200), ("other_senco", 404), ("therapist", 404), ("caseworker", 404)],
)
def test_a_settings_advice_is_answered_by_its_senco_alone(two, world, browse, who, answers):
    _, of_setting = two
    got = browse(who).get(f"/advice/{of_setting.pk}/")
    assert got.status_code == answers


def test_a_senco_writes_sends_and_cannot_send_again(two, browse, world, arranging):
    from plait.assessment.models import Advice

    _, advice = two
    senco = browse("senco")
    href = f"/advice/{advice.pk}/"
    assert "Amina O&#39;Connell: Education" in senco.get("/advice/").content.decode()
    assert senco.post(href, {"version": 1, "new-provision-0": SPECIFIC}).status_code == 302
    day = {"dated_on_day": "23", "dated_on_month": "11", "dated_on_year": "2026"}
    send = {"do": "send", "version": 2, "name": "Jo", "role": "SENCO", "sure": "on", **day}
    assert senco.post(f"{href}check/", send).status_code == 302
    again = senco.post(f"{href}check/", send)
    assert again.status_code == 409
    assert "stays as it is" in again.content.decode()
    with arranging():
        held = Advice.objects.select_related("clock").get(pk=advice.pk)
        assert (held.state, held.clock.done_on) == ("given", TODAY)


def test_two_windows_on_one_advice_lose_no_words(two, browse):
    _, advice = two
    senco, href = browse("senco"), f"/advice/{advice.pk}/"
    senco.post(href, {"version": 1, "new-need-0": "First."})
    late = senco.post(href, {"version": 1, "new-need-0": "Second."})
    assert late.status_code == 422
    page = late.content.decode()
    assert "another window" in page
    assert "Second." in page
    assert "First." in page


def test_words_of_advice_are_kept_without_null_characters(two, browse, arranging):
    from plait.cases.models import Passage

    _, advice = two
    senco, href = browse("senco"), f"/advice/{advice.pk}/"
    assert senco.post(href, {"version": 1, "new-need-0": "He reads\0 alone."}).status_code == 302
    with arranging():
        held = Passage.objects.get(text__contains="reads")
    assert held.text == "He reads alone."
    mended = {"version": 2, f"text-{held.pk}": "He reads\0 a page alone."}
    assert senco.post(f"{href}check/", mended).status_code == 302
    with arranging():
        assert Passage.objects.get(pk=held.pk).text == "He reads a page alone."


def test_reading_advice_is_noted_with_who_looked(two, browse, world, arranging):
    from plait.journal.models import Look

    mine, _ = two
    browse("parent").get(f"/children/{world.amina.pk}/advice/{mine.pk}/")
    with arranging():
        look = Look.objects.filter(child=world.amina).latest("pk")
    assert (look.by_id, look.parts) == (world.people["parent"].pk, "advice given")


def test_what_the_family_sent_goes_along_and_nothing_else(two, world, arranging):
    from plait.assessment.models import Advice

    mine, _ = two
    paper = {
        "title": "Our words",
        "file_name": "w.txt",
        "media_type": "text/plain",
        "sha256": "0" * 64,
    }
    with arranging():
        Advice.objects.filter(pk=mine.pk).update(told={**mine.told, "papers": [paper]})
    [letter] = [one for one in mail.outbox if "/open/" in one.body]
    guest = Client()
    page = open_link(guest, letter).content.decode()
    assert "Our words" in page
    assert guest.get("/give-advice/papers/1").status_code == 404
    assert guest.get(f"/children/{world.amina.pk}/").status_code == 302
