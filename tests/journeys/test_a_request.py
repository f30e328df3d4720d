"""A stranger asks, leaves, comes back and sends; the authority takes it on and its clock runs."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
PHONE = {"width": 375, "height": 740}
EWA = "ewa.malin@families.test"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
NAME = "Zofia Malinowska"


def go_on(page: Page) -> None:
    """Save this question; each page on the way is one that axe has nothing against."""
    well_made(page)
    press(page.get_by_role("button", name="Save and go on"))


def well_made(page: Page) -> None:
    found = Axe().run(page, options=WCAG).response["violations"]
    assert not found, (page.url, [violation["id"] for violation in found])


def choose(page: Page, question: str, answer: str) -> None:
    group = page.get_by_role("group", name=re.compile(re.escape(question)))
    group.get_by_label(answer, exact=True).check()


def begin(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_role("link", name="Ask here").click()
    page.get_by_label("A parent, carer or foster carer").check()
    page.get_by_label("Your e-mail address").fill(EWA)
    press(page.get_by_role("button", name="Send me the link"))
    expect(page.locator("main")).to_contain_text("Look in your e-mail")


def open_link(page: Page, site) -> None:
    page.goto(site.links_to(EWA)[-1])
    press(page.get_by_role("button", name="Open it"))


def who_and_where(page: Page) -> None:
    page.get_by_label("First name").fill("Zofia")
    page.get_by_label("Family name").fill("Malinowska")
    for part, value in (("Day", "6"), ("Month", "5"), ("Year", "2020")):
        page.get_by_label(part).fill(value)
    go_on(page)
    page.get_by_label("Address", exact=True).fill("3 Mill Lane")
    choose(page, "Is that in this council", "Yes")
    go_on(page)


def the_rest(page: Page) -> None:
    choose(page, "A parent or carer at another address", "No")
    choose(page, "anybody who must not know", "No")
    go_on(page)
    page.get_by_label("Your name").fill("Ewa Malinowska")
    page.get_by_label("What are you to the child?").fill("mother")
    choose(page, "parental responsibility", "Yes")
    go_on(page)
    page.get_by_label("A nursery, school or college").check()
    go_on(page)
    page.get_by_label("In your own words").fill("She cannot say what she wants.")
    go_on(page)
    for _ in range(3):  # what was tried, what is hoped for, who helps: each may be left
        go_on(page)
    choose(page, "interpreter", "Yes")
    page.get_by_label("By telephone").check()
    go_on(page)
    go_on(page)  # no files
    page.get_by_label("I have read who will see this").check()
    page.get_by_role("button", name="Go on to check").click()


def test_a_stranger_asks_leaves_comes_back_and_sends_and_the_authority_takes_it_on(visit, site):
    page = visit(viewport=PHONE)
    begin(page)
    open_link(page, site)
    press(page.get_by_role("button", name="Go on"))
    expect(page.locator("main")).to_contain_text("Question 1 of 11")
    who_and_where(page)

    later = visit(viewport=PHONE)  # another day, another device
    later.goto("/ask/again/")
    later.get_by_label("The e-mail address you began with").fill(EWA)
    press(later.get_by_role("button", name="Send me a new link"))
    open_link(later, site)
    expect(later.locator("main")).to_contain_text("2 of 11 questions answered")
    press(later.get_by_role("button", name="Go on"))
    the_rest(later)
    expect(later.locator("main")).to_contain_text("Zofia")
    press(later.get_by_role("button", name="Send my request"))
    expect(later.locator("main")).to_contain_text("It must tell you by")
    well_made(later)
    assert later.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    child = taken_on(visit)
    road = seen_by_the_caseworker(visit, child)
    expect(road.locator("main")).to_contain_text("that day is not counted")
    other = visit("Kate Marsden")
    for path in (f"/children/{child}/", f"/children/{child}/road/", f"/my/{child}/"):
        assert other.goto(path).status == 404
    assert other.goto("/asking/").status == 403
    assert not [one for one in (page, later, road, other) if one.strangers]
    assert not later.broken


def taken_on(visit) -> int:
    """The manager sees it in Today, takes it onto a new record and gives it to a caseworker."""
    page = visit("Imran Sadiq")
    page.get_by_role("link", name="requests wait to be taken on").click()
    page.get_by_role("link", name=NAME).click()
    expect(page.locator("main")).to_contain_text("No record here looks like this child")
    press(page.get_by_role("button", name="Take it on"))
    expect(page.locator("main")).to_contain_text("From request to plan")
    child = int(re.search(r"/children/(\d+)/road/", page.url)[1])
    for path in ("/asked/", "/asked/write/", "/area-rules/"):
        page.goto(path)
        well_made(page)
    page.goto(f"/people/children/{child}/allocate/")
    to = page.locator("main select[name=to]")
    hannah = to.locator("option", has_text="Hannah Oakes").get_attribute("value")
    to.select_option(hannah)
    press(page.get_by_role("button", name="Allocate"))
    return child


def seen_by_the_caseworker(visit, child: int) -> Page:
    page = visit("Hannah Oakes")
    page.goto(f"/children/{child}/")
    expect(page.locator("main")).to_contain_text("Tell the family whether there will be")
    page.get_by_role("link", name="From request to plan").first.click()
    expect(page.get_by_role("button", name="Prepare the decision")).to_be_visible()
    for more in ("panel/assess/", "panel/assess/pack/", "road/"):
        page.goto(f"/children/{child}/{more}")
        well_made(page)
    return page
