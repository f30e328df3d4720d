"""A SENCO asks a parent what stands in the way; the parent answers; something is tried."""

import re

import pytest
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
SAYS = "Theo missed every Monday since half term. What makes Mondays hard, and what would help?"
QUIET = "A quiet way in: another door, or ten minutes before or after the crowd."


def theo(page: Page) -> str:
    """Give the address of Theo's page, as his mother finds it."""
    press(page.get_by_role("link", name=re.compile("^Theo")).first)
    found = re.search(r"/my/(\d+)/", page.url)
    assert found, page.url
    return found[1]


def test_a_concern_is_a_conversation_and_help_comes_before_action(visit):
    mother = visit("Kate Marsden", viewport={"width": 375, "height": 800})
    mother.goto("/my/")
    child = theo(mother)

    senco = visit("Grace Ebdon")
    senco.goto(f"/children/{child}/attendance/")
    expect(senco.get_by_role("heading", name="Week by week")).to_be_visible()
    expect(senco.get_by_role("img").first).to_be_visible()
    press(senco.get_by_role("button", name="Raise a concern with the family"))
    senco.get_by_label("What do you want to say to the family?").fill(SAYS)
    press(senco.get_by_role("button", name="Send it to the family"))

    mother.goto(f"/my/{child}/")
    press(mother.get_by_role("link", name=re.compile("The school asks you")))
    expect(mother.locator("main")).to_contain_text(SAYS)
    mother.get_by_label("Noise, light, crowds or touch").check()
    mother.get_by_label("What does your child say?").fill("The hall is too loud.")
    press(mother.get_by_role("button", name="Send my answer"))
    expect(mother.locator("main")).to_contain_text(QUIET)
    assert mother.evaluate("document.documentElement.scrollWidth") <= 375

    senco.goto("/attendance/concerns/")
    press(senco.get_by_role("link", name=re.compile("Theo")))
    expect(senco.locator("main")).to_contain_text("The hall is too loud.")
    expect(senco.locator("main")).to_contain_text("None can be recorded before")
    press(senco.get_by_role("link", name=re.compile("We try this.*quiet way in")))
    press(senco.get_by_role("button", name="Note it"))
    press(senco.get_by_role("link", name=re.compile("Say whether it helped.*quiet way in")))
    senco.get_by_label("It helped").check()
    press(senco.get_by_role("button", name="Note it"))

    mother.reload()
    expect(mother.locator("main")).to_contain_text("It helped")
    assert senco.broken == mother.broken == []
    assert senco.strangers == mother.strangers == []
