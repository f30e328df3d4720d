"""A family that educates at home reads what is held of it; the officer answers; in a browser."""

import pytest
from opened import press
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]


def test_a_home_educating_parent_reads_corrects_and_is_answered_and_no_other_family_is_let_in(
    visit,
):
    parent = visit("Nadia Haworth")
    press(parent.get_by_role("link", name="Elis Haworth"))
    press(parent.get_by_role("link", name="Part-time, in alternative provision or otherwise"))
    press(parent.get_by_role("link", name="What the council holds about home education"))
    where, main = parent.url, parent.locator("main")
    for said in (
        "Home address", "4 Tanner’s Row", "You need not give it", "Education Act 1996",
        "Who reads it", "Home education officer: the whole register", "No answer yet",
    ):  # fmt: skip
        expect(main).to_contain_text(said)
    address = parent.locator("article", has_text="4 Tanner’s Row")
    press(address.get_by_role("link", name="Correct this, or object"))
    press(parent.get_by_role("button", name="Send to the officer"))
    expect(parent.locator(".govuk-error-summary")).to_contain_text("Choose one of the two")
    parent.get_by_label("I object to this being held").check()
    parent.get_by_label("In your own words").fill("You may write to us by e-mail instead.")
    press(parent.get_by_role("button", name="Send to the officer"))
    expect(main).to_contain_text("You may write to us by e-mail instead.")

    officer = visit("Owen Tully")
    press(officer.get_by_role("link", name="Taught elsewhere"))
    press(officer.get_by_role("link", name="Home education", exact=True))
    press(officer.get_by_role("link", name="Elis Haworth"))
    objection = officer.locator("article", has_text="You may write to us by e-mail instead.")
    press(objection.get_by_role("link", name="Answer it"))
    officer.get_by_label("What is the answer?").fill("It is taken out today.")
    press(officer.get_by_role("button", name="Answer", exact=True))
    held = officer.locator("article", has_text="4 Tanner’s Row")
    press(held.get_by_role("link", name="Take it out"))
    press(officer.get_by_role("button", name="Take it out"))
    hours = officer.url.split("#")[0] + "hold/parents_hours/"
    assert officer.goto(hours).status == 403
    expect(officer.locator("main")).to_contain_text("UK GDPR, article 5(1)(c)")

    parent.goto(where)
    expect(main).to_contain_text("It is taken out today.")
    expect(main).not_to_contain_text("4 Tanner’s Row")
    assert visit("Dele Bello").goto(where).status == 404
    assert visit("Grace Ebdon").goto(where).status == 404
    assert not parent.broken
    assert not parent.strangers


def test_an_officer_finds_what_a_placement_lacks_and_drafts_the_notice(visit):
    page = visit("Priya Nandra")
    press(page.get_by_role("link", name="Taught elsewhere"))
    press(page.get_by_role("link", name="Alternative provision"))
    main = page.locator("main")
    expect(main).to_contain_text("with no return date")
    row = page.locator("tr", has_text="The Boathouse")
    press(row.get_by_role("link"))
    expect(main).to_contain_text("6 children are there full-time; five are enough.")
    expect(main).to_contain_text("no day has been appointed for it")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Draft the notice").click()
    assert waiting.value.suggested_filename.endswith(".docx")
    assert not page.broken
