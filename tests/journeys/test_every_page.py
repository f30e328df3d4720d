"""What every page keeps: WCAG by axe, a narrow screen, no stranger asked, styles that are there."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from opened import press
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
# Each persona walks on from these; links are followed once for each kind of address.
BEGIN = {
    "Hannah Oakes": ["/", "/cases/"],
    "Imran Sadiq": ["/", "/people/", "/area/", "/emergency/list/"],
    "Wiktor Lis": ["/", "/files/", "/quality/", "/returns/"],
    "Grace Ebdon": ["/"],
    "Kate Marsden": ["/my/"],
    "Margaret Stone": ["/", "/area/"],
    "Alex Byrd": ["/", "/people/"],
    "Sam Fielding": ["/"],
    "Priya Nandra": ["/", "/not-in-school/", "/signals/", "/files/"],
    "Owen Tully": ["/", "/not-in-school/"],
    "Carol Whitlock": ["/", "/health/waits/"],
}
MOST = 30
FILES = re.compile(r"\.(xml|zip|csv|xlsx|ics|pdf|docx|json)(\?|$)|[?&]as=csv|/file$")


def kind_of(path: str) -> str:
    """Give the kind of an address: numbers and what follows a question mark are not part of it."""
    return re.sub(r"\d+", "#", path.split("?")[0])


def walked(page: Page, begin: list[str]) -> list[str]:
    """Follow links from the first pages, one of each kind; every page is checked as it is met."""
    waiting, met, wrong = list(begin), set(), []
    while waiting and len(met) < MOST:
        path = waiting.pop(0)
        if kind_of(path) in met or FILES.search(path):
            continue
        met.add(kind_of(path))
        answer = page.goto(path)
        if answer.status != 200:
            wrong.append(f"{path}: {answer.status}")
            continue
        wrong += [f"{path}: {fault}" for fault in faults(page)]
        links = page.locator("a[href^='/']").evaluate_all(
            "all => all.map(a => a.pathname + a.search)"
        )
        waiting += [href for href in links if kind_of(href) not in met]
    return wrong


def faults(page: Page) -> list[str]:
    """Give what is wrong on one page."""
    found = []
    if page.locator(".plait-header").evaluate("e => getComputedStyle(e).display") != "block":
        found.append("the page is not styled")
    background = page.locator(".plait-header").evaluate("e => getComputedStyle(e).backgroundColor")
    if background != "rgb(42, 43, 87)":
        found.append(f"the band has another colour: {background}")
    for violation in Axe().run(page, options=WCAG).response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:2])
        found.append(f"{violation['id']}: {nodes}")
    return found


@pytest.mark.parametrize("who", BEGIN)
def test_each_page_a_person_can_reach_passes_axe_and_no_link_is_dead(visit, who):
    page = visit(who)
    assert walked(page, BEGIN[who]) == []
    assert not page.strangers, "a third party was asked"
    assert not page.broken, "the browser refused something"


@pytest.mark.parametrize("who", ["Hannah Oakes", "Kate Marsden", "Wiktor Lis", "Imran Sadiq"])
def test_no_page_is_wider_than_a_narrow_screen(visit, who):
    page = visit(who, viewport={"width": 320, "height": 640})
    wide = []
    for path in BEGIN[who]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
        link = page.locator("main a[href*='/children/'], main a[href*='/my/']").first
        if link.count():
            press(link)
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append(page.url)
    assert wide == []


def test_the_keyboard_alone_reaches_the_first_child(visit):
    page = visit("Hannah Oakes")
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if "/children/" in page.evaluate("document.activeElement.href || ''"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/children/**")


def test_a_printed_page_leaves_the_band_out(visit):
    page = visit("Hannah Oakes")
    page.emulate_media(media="print")
    assert page.locator(".plait-nav").evaluate("e => getComputedStyle(e).display") == "none"
