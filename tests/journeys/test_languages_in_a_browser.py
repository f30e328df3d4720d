"""The family's pages in Polish and Urdu: WCAG by axe, a narrow screen, mirrored, nothing broken."""

import pytest
from opened import press
from test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
MINE = ("", "looks/", "messages/", "changes/", "who-helps/")
OF_A_STRANGER = ("/ask/", "/ask/again/", "/account/login/", "/privacy/", "/site/preferences/")


def choose(page, language: str) -> None:
    """Choose a language, unless this person already came with it from another browser."""
    if page.locator("html").get_attribute("lang") != language:
        press(page.locator(f"footer button[value='{language}']"))
    assert page.locator("html").get_attribute("lang") == language


def wrong(page, path: str) -> list[str]:
    answer = page.goto(path)
    if answer.status != 200:
        return [f"{path}: {answer.status}"]
    found = [f"{path}: {fault}" for fault in faults(page)]
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        found.append(f"{path} is wider than 320")
    return found


@pytest.mark.parametrize("language", ["pl", "ur"])
def test_no_page_of_a_family_breaks_in_another_language(visit, language):
    page = visit("Kate Marsden", viewport={"width": 320, "height": 640})
    page.goto("/my/")
    choose(page, language)
    mine = page.locator("main a[href^='/my/']").first.get_attribute("href")
    paths = ["/my/", "/my/how-to-tell-me/", *(mine + part for part in MINE)]
    page.goto(mine)
    dates = page.locator("main a[href*='/dates/']")
    paths += [dates.first.get_attribute("href")] if dates.count() else []
    assert [fault for path in paths for fault in wrong(page, path)] == []
    assert not page.broken


@pytest.mark.parametrize("language", ["pl", "ur"])
def test_no_page_of_a_stranger_breaks_in_another_language(visit, language):
    page = visit(viewport={"width": 320, "height": 640})
    page.goto("/privacy/")
    choose(page, language)
    assert [fault for path in OF_A_STRANGER for fault in wrong(page, path)] == []


def test_an_urdu_page_begins_at_the_right(visit):
    page = visit("Kate Marsden", viewport={"width": 1280, "height": 900})
    page.goto("/my/")
    choose(page, "ur")
    heading = page.locator("h1").bounding_box()
    home = page.locator(".plait-header__home").bounding_box()
    assert heading["x"] + heading["width"] > 900
    assert home["x"] > 640
