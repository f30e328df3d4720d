"""The family's pages in other languages: whole, marked, and only where they are translated."""

import re
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plait.child.pages.standing_words import standing_words
from plait.law.standing import Standing, words

CLONE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CLONE / "scripts"))

import catalogues  # noqa: E402

LANGUAGES = catalogues.LANGUAGES
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
NOTE = "still needs a translator’s check"
PLACE = re.compile(r"%\(\w+\)s|%\(\w+\)d")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_familys_pages_has_a_translation(language):
    assert catalogues.missing(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_one_that_is_read(language):
    from babel.messages.mofile import write_mo

    made = BytesIO()
    write_mo(made, catalogues.held(language))
    kept = catalogues.LOCALE / language / "LC_MESSAGES" / "django.mo"
    assert kept.read_bytes() == made.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_leaves_out_no_fact_and_names_no_other(language):
    for message in catalogues.held(language):
        if not message.id:
            continue
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        whole = message.id[-1] if isinstance(message.id, tuple) else message.id
        for one in said:
            assert set(PLACE.findall(one)) == set(PLACE.findall(whole)), whole


@given(
    st.sampled_from(list(Standing)), DAYS, DAYS, st.none() | DAYS, st.none() | DAYS
)  # fmt: skip
def test_in_english_a_duty_stands_in_the_laws_own_words(standing, due, today, done, known):
    facts = {"due_on": due, "today": today, "done_on": done, "known_to": known}
    with translation.override("en-gb"):
        assert standing_words(standing, **facts) == words(standing, **facts)


@pytest.mark.django_db
def test_a_role_is_called_the_same_in_english_everywhere():
    from plait.family.pages.role_words import role_words
    from plait.people.models import Role

    with translation.override("en-gb"):
        assert {role: role_words(role) for role in Role} == {role: role.label for role in Role}


def choose(browser, language: str, back: str = "/my/"):
    return browser.post("/language/", {"language": language, "back": back})


@pytest.mark.parametrize(("language", "direction"), [("pl", "ltr"), ("ur", "rtl")])
def test_a_parents_page_is_drawn_in_their_language_and_says_it_needs_a_check(
    world, browse, language, direction
):
    browser = browse("parent")
    choose(browser, language)
    page = browser.get(f"/my/{world.amina.pk}/").content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert NOTE in page
    assert "Where we are" not in page
    assert "November" not in page.split("<main")[1].split('id="dates"')[0].replace(
        "counted from 28 September 2026", ""
    )


def test_the_choice_comes_along_to_another_browser(world, browse, client):
    choose(browse("parent"), "ur")
    client.logout()
    client.cookies.clear()
    assert 'dir="rtl"' in browse("parent").get("/my/").content.decode()


def test_the_other_parent_keeps_their_own_language(world, browse, client):
    choose(browse("parent"), "ur")
    client.logout()
    client.cookies.clear()
    assert 'dir="ltr"' in browse("father").get("/my/").content.decode()


@pytest.mark.django_db
def test_a_stranger_chooses_before_they_have_an_account(world, client):
    choose(client, "pl", "/ask/")
    assert '<html lang="pl"' in client.get("/privacy/").content.decode()


def test_a_page_for_staff_stays_in_english(world, browse, client):
    choose(client, "ur")
    page = browse("caseworker").get("/").content.decode()
    assert 'dir="ltr"' in page
    assert NOTE not in page


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:x"])
def test_a_choice_leads_nowhere_else(world, client, back):
    assert choose(client, "pl", back)["Location"] == "/"


def test_a_language_nobody_has_is_english(world, client):
    choose(client, "xx")
    assert '<html lang="en-gb"' in client.get("/privacy/").content.decode()


def test_a_notice_is_told_in_the_language_of_each(world, acting):
    from record_world import NOW
    from test_messages import told

    from plait.family.actions.telling import speak

    acting("parent")
    speak(user=world.people["parent"], language="pl", at=NOW)
    _, made, _ = told(world, acting)
    said = {notice.user_id: notice.text for notice in made}
    assert said[world.people["parent"].pk].startswith("Podjęto decyzję, czy będzie ocena.")
    assert said[world.people["father"].pk].startswith("The decision whether to assess was made.")
