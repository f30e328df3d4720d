"""A reviewer says by keyboard alone who the people in a file are, and takes the last one back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
ROLL = (
    "Forename,Surname,Date of birth,Sex,Postcode,URN,Entered on\n"
    "Ottoline,Quillfeather,2013-03-05,F,AB1 2CD,{urn},2025-09-01\n"
    "Ignatius,Thistlewood,2014-06-07,M,AB1 3EF,{urn},2025-09-01\n"
)
SUSPENDED = (
    "Forename,Surname,Date of birth,Sex,Postcode,URN,Suspended from,Sessions,Category\n"
    "Ottoline,Quillfeather,2012-08-11,F,AB1 9ZZ,{urn},2026-10-12,4,SUSP\n"
    "Ambrose,Thistlewood,2014-06-07,M,AB1 3EF,{urn},2026-10-13,2,SUSP\n"
    "Perpetua,Nowhere,2012-01-28,F,AB7 1AA,{urn},2026-10-14,2,SUSP\n"
)


def go(page: Page, key: str) -> None:
    """Press one key that opens a page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Walk with the tab key until what has this name is reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.innerText || ''")
        if name in said:
            return
    raise AssertionError(f"{name} is not reached by the tab key")


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


@pytest.fixture
def sent(site, tmp_path):
    """A roll and a file of suspensions of three whom no rule can settle."""
    urn = re.search(r"^(\d{6}),", next(site.files.glob("edubase*.csv")).read_text("cp1252"), re.M)
    for name, text in (("roll.csv", ROLL), ("suspended.csv", SUSPENDED)):
        path = tmp_path / name
        path.write_text(text.format(urn=urn[1]))
        done = site.plait("load", str(path), "--area", "999")
        assert done.returncode in (0, 1), done.stderr
    return {"waiting": 3}


def test_a_reviewer_decides_by_keyboard_alone_and_takes_the_last_one_back(visit, sent):
    page = visit("Priya Nandra")
    tab_to(page, "people in files wait")
    go(page, "Enter")
    tab_to(page, "Begin with the first")
    go(page, "Enter")
    assert heading(page) == "Who is Ottoline Quillfeather?"
    expect(page.locator("main")).to_contain_text("Sent by schools, in suspended.csv")
    expect(page.locator("main")).to_contain_text("Another in the same district")
    assert not Axe().run(page, options=WCAG).response["violations"]

    go(page, "j")
    assert heading(page) == "Who is Ambrose Thistlewood?"
    expect(page.locator("main")).to_contain_text("By the rules a twin is on record")
    go(page, "k")
    go(page, "1")  # the same child: the next follows at once
    assert heading(page) == "Who is Ambrose Thistlewood?"
    expect(page.locator("body")).to_contain_text("Ottoline Quillfeather is Ottoline Quillfeather")

    go(page, "u")
    assert heading(page) == "Who is Ottoline Quillfeather?"
    expect(page.locator("body")).to_contain_text("rows taken out: 1")
    expect(page.locator("main")).to_contain_text("Somebody said before that it is not this child")
    page.keyboard.press("3")
    page.keyboard.type("1 brother may be meant")  # what is typed is no key
    go(page, "Enter")
    expect(page.locator("body")).to_contain_text("is left to a colleague")

    assert heading(page) == "Who is Ambrose Thistlewood?"
    go(page, "2")  # a new child
    assert heading(page) == "Who is Perpetua Nowhere?"
    page.keyboard.press("/")
    page.keyboard.type("Thistlewood")
    go(page, "Enter")
    expect(page.locator("main")).to_contain_text("Ambrose Thistlewood")
    seen_by_the_colleague(visit)
    assert not page.broken


def seen_by_the_colleague(visit) -> None:
    """Whoever comes next reads what was left, and how the decided link came to be."""
    page = visit("Imran Sadiq")
    page.goto("/people/recognise/")
    expect(page.locator("main")).to_contain_text("1 brother may be meant")
    press(page.get_by_role("link", name="Ambrose Thistlewood"))
    expect(page.locator("main")).to_contain_text("Decided by a person")
    expect(page.locator("main")).to_contain_text("Priya Nandra")
    assert not Axe().run(page, options=WCAG).response["violations"]
    other = visit("Kate Marsden")
    assert other.goto("/people/recognise/").status == 403
