"""The family's pages of a plan in another language: the plan's own words stay as they are."""

import pytest

from plait.law.plan.changes import Weight
from plait.plans.models import Consultation, Version
from plait.plans.pages.changes import MEANING
from plait.plans.pages.plan_words import ANSWERS, KINDS, SECTIONS, STAGES, WEIGHTS
from plait.standards.plan_paper.sections import NAMES

PAGES = ("/plans/{version}/", "/plans/{version}/thread/", "/plans/{version}/changes/",
         "/plans/{version}/say/", "/children/{child}/plan/", "/children/{child}/help/")  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture
def mother(browse):
    def speaks(language: str):
        browser = browse("parent")
        browser.post("/language/", {"language": language, "back": "/my/"})
        return browser

    return speaks


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "direction"), [("pl", "ltr"), ("ur", "rtl")])
def test_a_familys_page_of_the_plan_is_drawn_in_their_language(
    mother, served, page, language, direction
):
    address = page.format(version=served.pk, child=served.child_id)
    drawn = mother(language).get(address).content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in drawn
    main = drawn.split("<main")[1]
    for english in ("Say something of", "This is a draft", "What changed", "Approved by"):
        assert english not in main


def test_the_words_of_the_plan_stay_as_they_were_written(mother, served):
    drawn = mother("ur").get(f"/plans/{served.pk}/").content.decode()
    statement = served.statements.get(ref="F1")
    assert f'dir="auto">{statement.text}' in drawn


def test_staff_read_the_same_plan_in_english(browse, served):
    browser = browse("caseworker")
    browser.post("/language/", {"language": "ur", "back": "/"})
    assert 'lang="en-gb" dir="ltr"' in browser.get(f"/plans/{served.pk}/").content.decode()


def test_every_word_the_plan_chooses_from_is_the_very_word_of_its_table():
    assert tuple(NAMES.values()) == SECTIONS
    assert {one: one.label for one in Version.Kind} == KINDS
    assert {one: one.label for one in Version.Stage} == STAGES
    assert {one: one.label for one in Consultation.Answer} == ANSWERS
    assert {one: one.words for one in Weight} == WEIGHTS
    assert set(MEANING) == set(Weight)
