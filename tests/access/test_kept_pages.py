"""A kept page is never an old one, nor another's: each test would fail on a page kept too long."""

import re
from datetime import date

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from plan_world import a_draft, advised
from record_world import BACKEND, NOW, TODAY, acting, browse, world

from plait.access import kept_pages
from plait.access.models import Tie
from plait.config import database
from plait.journal.models import Look
from plait.people.models import Carer, Child, Post, User
from plait.plans.actions.versions import serve_draft

__all__ = ["acting", "browse", "world"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
CHILD, TODAY_PAGE, CASES = "/children/{}/", "/", "/cases/"
FOUND = "/children/search?q=am"


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_pages.forget()
    yield
    kept_pages.forget()


@pytest.fixture
def drawn(monkeypatch):
    """The templates drawn so far."""
    seen, usual = [], kept_pages._in_pieces

    def note(request, template, *given):
        seen.append(template)
        return usual(request, template, *given)

    monkeypatch.setattr(kept_pages, "_in_pieces", note)
    return seen


def text_of(client, path) -> str:
    return client.get(path).content.decode()


def pages_of(world) -> list[str]:
    return [CHILD.format(world.amina.pk), TODAY_PAGE, CASES, FOUND]


def test_each_page_is_drawn_once_for_the_same_reader_and_every_look_is_noted(
    world, browse, drawn, arranging
):
    officer = browse("caseworker")
    for path in pages_of(world):
        for _ in range(3):
            assert "Amina" in text_of(officer, path)
    pages = ["child/record.html", "desk/today.html", "desk/cases.html", "child/search.html"]
    assert drawn == pages
    with arranging():
        noted = [(one.parts, one.by.name) for one in Look.objects.select_related("by")]
        listed = Look.objects.filter(child=None).values_list("children", flat=True)
        assert {child for children in listed for child in children} == {world.amina.pk}
    assert sorted(noted) == sorted(
        (parts, "Jo Caseworker")
        for parts in ("whole record", "Today", "List of cases", "search by name, 1 found")
        for _ in range(3)
    )


def test_a_row_changed_is_read_at_the_very_next_look(world, browse, arranging):
    officer = browse("caseworker")
    for path in pages_of(world):
        text_of(officer, path)
    with arranging():
        Child.objects.filter(pk=world.amina.pk).update(forename="Amira")
    for path in pages_of(world):
        assert "Amira" in text_of(officer, path), path
        assert "Amina" not in text_of(officer, path), path


def test_the_name_of_a_person_or_a_setting_changed_is_read_at_the_next_look(
    world, browse, arranging
):
    manager = browse("manager")
    with arranging():
        Tie.objects.filter(user=world.people["caseworker"]).update(role="caseworker")
    for path in (CASES, TODAY_PAGE):
        assert "Jo Caseworker" in text_of(manager, path), path
    with arranging():
        User.objects.filter(pk=world.people["caseworker"].pk).update(name="Kit Caseworker")
    for path in (CASES, TODAY_PAGE, CHILD.format(world.amina.pk)):
        assert "Kit Caseworker" in text_of(manager, path), path


def test_what_was_written_before_and_ends_after_the_drawing_is_read_at_the_next_look(world, browse):
    """Transactions end in another order than they begin; no counter of rows would see this one."""
    officer = browse("caseworker")
    for path in pages_of(world):
        text_of(officer, path)
    kept_pages.forget()
    url = psycopg.conninfo.make_conninfo(
        database.database_urls()["maintenance"], dbname=connection.settings_dict["NAME"]
    )
    with psycopg.connect(url) as slow:
        slow.execute("SELECT set_config('plait.user', '', true), set_config('plait.why', '', true)")
        slow.execute("UPDATE people_child SET forename = 'Amira' WHERE id = %s", [world.amina.pk])
        for path in pages_of(world):
            assert "Amina" in text_of(officer, path), path
        slow.commit()
    for path in pages_of(world):
        assert "Amira" in text_of(officer, path), path


def test_a_right_taken_away_bites_on_the_next_request(world, browse, arranging):
    officer = browse("caseworker")
    for path in pages_of(world):
        assert "Amina" in text_of(officer, path)
    with arranging():
        Tie.objects.filter(user=world.people["caseworker"]).delete()
    assert officer.get(CHILD.format(world.amina.pk)).status_code == 404
    for path in (TODAY_PAGE, CASES):
        assert "Amina" not in text_of(officer, path), path


def test_a_post_that_ended_opens_nothing_on_the_next_request(world, browse, arranging):
    manager = browse("manager")
    for path in pages_of(world):
        assert "Amina" in text_of(manager, path)
    with arranging():
        Post.objects.filter(user=world.people["manager"]).update(until=TODAY.replace(day=1))
    for path in pages_of(world):
        assert "Amina" not in text_of(manager, path), path


def test_nobody_is_shown_what_was_drawn_for_another(world, client, drawn):
    for who in ("manager", "caseworker", "other_senco", "colleague"):
        client.force_login(world.people[who], backend=BACKEND)
        for path in pages_of(world):
            page = text_of(client, path)
            assert world.people[who].name in page or "Amina" not in page
            assert ("Amina" in page) == (who in ("manager", "caseworker")), (who, path)
    assert drawn.count("desk/cases.html") == 4


def test_each_reading_has_marks_of_its_own(world, browse):
    officer = browse("caseworker")
    for path in pages_of(world):
        first, second = (
            re.findall(r'name="(?:sent_once|csrfmiddlewaretoken)" value="(\w+)"', text)
            for text in (text_of(officer, path), text_of(officer, path))
        )
        assert len(first) == len(second) >= 2
        assert not set(first) & set(second)


def test_new_code_begins_with_nothing(world, browse, drawn, monkeypatch):
    officer = browse("caseworker")
    text_of(officer, TODAY_PAGE)
    monkeypatch.setattr(kept_pages, "CODE", "another process")
    monkeypatch.setattr(kept_pages, "_HOLE", re.compile("\0another process:(\\w+)\0"))
    text_of(officer, TODAY_PAGE)
    assert drawn == ["desk/today.html"] * 2


def test_a_page_drawn_from_what_cannot_be_followed_is_not_kept(rf, world, browse, drawn):
    officer = browse("caseworker")
    path = CHILD.format(world.amina.pk)
    before, usual = len(kept_pages._pages), kept_pages.drawn

    def asks_more(request, answer, template, context, **more):
        return usual(
            request, answer, template, lambda: (list(Session.objects.all()), context())[1], **more
        )

    kept_pages.drawn, text = asks_more, ""
    try:
        text = text_of(officer, path)
    finally:
        kept_pages.drawn = usual
    assert "Amina" in text
    assert len(kept_pages._pages) == before


def test_what_a_page_asked_beside_its_answer_is_followed_too(
    world, acting, browse, arranging, drawn
):
    """Whom letters are owed to after an act is no part of the answer: the parents' names are."""
    with transaction.atomic():
        advised(world, acting)
    officer, path = browse("caseworker"), CHILD.format(world.amina.pk)
    assert "Pat Parent" in text_of(officer, path)
    text_of(officer, path)
    assert drawn == ["child/record.html"]
    with arranging():
        Carer.objects.filter(user=world.people["parent"]).update(name="Pia Parent")
    assert "Pia Parent" in text_of(officer, path)


def test_the_threads_of_a_plan_are_drawn_anew_when_a_tie_or_an_agreement_changes(
    world, acting, client, drawn, arranging
):
    from plait.plans.models import Statement

    with transaction.atomic():
        draft = a_draft(world, acting, advised(world, acting))
    path = f"/plans/{draft.pk}/thread/"
    client.force_login(world.people["caseworker"], backend=BACKEND)
    text_of(client, path)
    text_of(client, path)
    assert drawn == ["plans/thread.html"]
    with arranging():
        Statement.objects.filter(version=draft, section="B").update(text="She hums to be calm.")
    assert "She hums to be calm." in text_of(client, path)
    with arranging():
        Tie.objects.filter(user=world.people["caseworker"]).delete()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("code", ["1d9d844409ab1f84", "08", "f00d"])
def test_a_hole_is_found_whatever_the_code_of_the_process_begins_with(code):
    page = f"before\0{code}:marks\0after"
    assert kept_pages.holes_of(code).split(page) == ["before", "marks", "after"]


def test_two_parents_and_two_languages_have_pages_of_their_own(world, acting, client, drawn):
    with transaction.atomic():
        draft = a_draft(world, acting, advised(world, acting))
        by = acting("caseworker")
        serve_draft(version=draft, on=date(2026, 11, 2), by=by, at=NOW)
    path, read = f"/plans/{draft.pk}/thread/", {}
    for who in ("parent", "father"):
        client.force_login(world.people[who], backend=BACKEND)
        for language in ("en-gb", "pl"):
            client.cookies["plait_language"] = language
            text_of(client, path)
            read[who, language] = text_of(client, path)
            assert f'<html lang="{language}"' in read[who, language]
            assert world.people[who].name in read[who, language]
    assert drawn == ["plans/thread.html"] * 4
    assert "Pat Father" not in read["parent", "en-gb"]
    assert "Pat Parent" not in read["father", "en-gb"]
