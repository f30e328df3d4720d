"""Whole days, in a browser, on a made-up area opened as a newcomer opens it."""

import json
import re
from datetime import datetime, timedelta

import pytest
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def first_child(page: Page) -> int:
    """Open the first child of Today, and give the number in its address."""
    page.goto("/")
    press(page.locator(".plait-line h2 a").first)
    return int(re.search(r"/children/(\d+)/", page.url)[1])


def a_day_earlier(page: Page, child: int) -> None:
    """Open the first date on record and write the day before it into the form."""
    page.goto(f"/children/{child}/dates/")
    for href in [a.get_attribute("href") for a in page.locator("main table a").all()]:
        page.goto(href)
        if page.locator(".plait-lede strong").count():
            break
    was = datetime.strptime(page.locator(".plait-lede strong").inner_text(), "%A %d %B %Y")
    right = was - timedelta(days=1)
    boxes = page.locator("fieldset input[type=text], fieldset input[inputmode=numeric]").all()
    for box, value in zip(boxes[:3], (right.day, right.month, right.year), strict=True):
        box.fill(str(value))


def test_a_caseworker_reads_why_is_refused_an_exception_corrects_a_date_and_writes_a_note(visit):
    page = visit("Hannah Oakes")
    assert heading(page) == "Today"
    page.get_by_role("link", name="Why this day").first.click()
    expect(page.locator("main")).to_contain_text("How it was counted")
    expect(page.locator("main")).to_contain_text("How sure we are")

    page.goto("/cases/?duty=cfa-s44-annual-review")
    page.locator("table a[href*='/dates/']").first.click()
    expect(page.locator("main")).to_contain_text("This limit has no exception in law.")

    child = first_child(page)
    a_day_earlier(page, child)
    press(page.get_by_role("button", name="Correct it"))
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why")
    page.get_by_label("Why is this right?").fill("The letter of that day says so; it was mistyped.")
    press(page.get_by_role("button", name="Correct it"))
    page.goto(f"/children/{child}/history/")
    expect(page.locator("main")).to_contain_text("mistyped")
    page.goto(f"/children/{child}/notes/add/")
    page.get_by_label("Note", exact=True).fill("Rang the family; they'd rather be told by letter.")
    press(page.get_by_role("button").filter(has_text=re.compile("Save|Write|Add|Keep")).last)
    page.goto(f"/children/{child}/")
    expect(page.locator("main")).to_contain_text("they'd rather be told by letter")
    assert not page.broken


def test_a_data_officer_sends_a_file_looks_loads_repeats_takes_back_and_writes_the_return(
    visit, site
):
    page = visit("Wiktor Lis")
    page.goto("/files/")
    sent = next(site.files.glob("corrected/sen2-*.xml"))
    page.locator("input[type=file]").set_input_files(sent)
    page.get_by_role("button", name="Send the file").click()
    load = page.get_by_role("button", name="Load it")
    expect(load).to_be_visible(timeout=90_000)
    expect(page.locator("main")).to_contain_text("What it would change")
    where = page.url
    load.click()
    expect(page.locator("main .plait-tag").first).to_have_text("Loaded", timeout=90_000)
    expect(page.locator("main")).to_contain_text("Check")  # a fault's mend

    page.goto("/files/")
    page.locator("input[type=file]").set_input_files(sent)
    press(page.get_by_role("button", name="Send the file"))
    expect(page.locator("main")).to_contain_text("This very file came before")

    page.goto(where)
    page.get_by_role("button", name="Take it back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("main .plait-tag").first).to_have_text("Taken back", timeout=90_000)

    page.goto("/returns/")
    with page.expect_download() as waiting:
        page.locator("a", has_text="Write it as XML").click()
    checked = site.plait("sen2", "check", str(waiting.value.path()), "--json")
    told = json.loads(checked.stdout)
    assert told["persons"] > 100
    assert not page.broken


def test_a_file_that_is_no_return_is_refused_in_a_sentence_with_its_line(visit, tmp_path):
    page = visit("Wiktor Lis")
    page.goto("/files/")
    broken = tmp_path / "broken.xml"
    broken.write_text("<Message>\n<Header>\n</Message>")
    page.locator("input[type=file]").set_input_files(broken)
    page.get_by_role("button", name="Send the file").click()
    refused = page.locator("main .plait-tag", has_text="Could not be read")
    expect(refused).to_be_visible(timeout=60_000)
    expect(page.locator("main")).to_contain_text("line 3")


def test_a_senco_sees_her_schools_children_and_no_others(visit):
    hannahs = visit("Hannah Oakes")
    grace = visit("Grace Ebdon")
    mine = {a.get_attribute("href") for a in grace.locator(".plait-line h2 a").all()}
    assert mine
    grace.goto(next(iter(mine)))
    assert heading(grace)
    theirs = {a.get_attribute("href") for a in hannahs.locator(".plait-line h2 a").all()} - mine
    for href in list(theirs)[:3]:
        assert grace.goto(href).status == 404


def test_a_parent_sees_her_children_why_and_who_looked_and_nobody_elses(visit):
    page = visit("Kate Marsden")
    assert heading(page) == "My children"
    links = [a.get_attribute("href") for a in page.locator("main a[href^='/my/']").all()]
    assert len(set(links)) == 2
    page.goto(links[0])
    for said in ("What happens next", "Why", "Who may see this", "Who has looked"):
        expect(page.locator("main")).to_contain_text(said)
    other = first_child(visit("Hannah Oakes"))
    if f"/my/{other}/" not in links:
        assert page.goto(f"/my/{other}/").status == 404
        assert page.goto(f"/children/{other}/").status == 404
    assert page.goto("/people/").status == 403


def test_a_leader_sees_figures_and_is_told_who_can_open_them(visit):
    page = visit("Margaret Stone")
    page.goto("/area/")
    expect(page.locator("main")).to_contain_text("Numbers below 6 are hidden")
    assert page.goto("/area/needs/").status == 403
    expect(page.locator("main")).to_contain_text("The SEND manager can open them with you")
    assert page.goto("/cases/").status == 403


def test_a_system_administrator_sees_accounts_and_no_child(visit):
    child = first_child(visit("Hannah Oakes"))
    page = visit("Alex Byrd")
    page.goto("/people/")
    assert heading(page) == "People and posts"
    assert page.goto(f"/children/{child}/").status == 404
    page.goto("/children/search?q=a")
    assert not page.locator("main a[href^='/children/']:not([href*='search'])").all()


def test_a_manager_sees_cases_that_nobody_holds(visit):
    page = visit("Imran Sadiq")
    page.get_by_role("link", name="children with a legal date have no caseworker").click()
    expect(page.locator("main")).to_contain_text("Nobody yet")


def test_a_stranger_is_asked_to_sign_in_and_locked_out_after_five_wrong_passwords(visit):
    page = visit()
    for path in ("/", "/cases/", "/children/1/", "/area/", "/files/", "/my/"):
        page.goto(path)
        assert "/account/login/" in page.url
    assert page.goto("/join/not-a-link/").status == 410
    for _ in range(6):
        page.goto("/account/login/")
        page.locator("input[name=login]").fill("send.manager@plaitshire.test")
        page.locator("input[name=password]").fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("main")).to_contain_text(re.compile("too many|locked", re.IGNORECASE))


def test_the_pages_work_without_javascript(visit):
    page = visit("Hannah Oakes", java_script_enabled=False)
    child = first_child(page)
    assert heading(page)
    page.goto(f"/children/search?q={heading(page).split()[0]}")
    expect(page.locator("main")).to_contain_text(re.compile("found|child", re.IGNORECASE))
    assert page.goto(f"/children/{child}/decide/").status == 200
