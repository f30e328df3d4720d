"""A morning of those who keep children in sight, and of health's lead, in a browser."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from opened import press
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]


def test_an_attendance_officer_names_who_leads_writes_who_saw_a_child_and_keeps_a_filter(visit):
    page = visit("Priya Nandra")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    page.goto("/signals/")
    row = page.locator("tr", has_text="Left a roll").first
    press(row.get_by_role("link").first)
    expect(page.locator("main")).to_contain_text("Nobody leads for this child")
    press(page.get_by_role("button", name="Name a lead professional"))
    page.get_by_label("Who leads?").select_option(index=1)
    page.get_by_label("Within how many working days").fill("3")
    press(page.get_by_role("button", name="Save"))
    expect(page.locator("main")).to_contain_text("Answers within 3 working days.")

    page.goto("/not-in-school/")
    page.get_by_label("Seen by a professional").select_option("never")
    press(page.get_by_role("button", name="Show"))
    press(page.get_by_role("link", name="Keep this filter"))
    page.get_by_label("What do you call it?").fill("Never seen")
    press(page.get_by_role("button", name="Keep this filter"))
    press(page.get_by_role("link", name="Never seen", exact=True))
    press(page.locator("main table a").first)
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_label("Who saw them?").fill("Ms Park, social worker")
    page.get_by_label("How many hours a week?").fill("6")
    press(page.get_by_role("button", name="Save"))
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say on which day")
    day = datetime.now(UTC).date() - timedelta(days=3)
    fill_day(page, "When did a professional last see the child?", day)
    press(page.get_by_role("button", name="Save"))
    where = page.url
    page.goto("/not-in-school/?seen=never")
    expect(page.locator("main table")).not_to_contain_text(name)
    page.goto(where)
    press(page.get_by_role("link", name="The whole record"))
    expect(page.locator("#in-sight")).to_be_visible()
    assert not page.broken
    assert not page.strangers


def test_an_officer_loads_wards_and_reads_them_as_a_table_and_a_map(visit):
    page = visit("Priya Nandra")
    page.goto("/not-in-school/by-ward/load/")
    square = "[[[0,51],[0.1,51],[0.1,51.1],[0,51.1],[0,51]]]"
    polygon = f'{{"type":"Polygon","coordinates":{square}}}'
    shape = f'{{"properties":{{"name":"Harbour"}},"geometry":{polygon}}}'
    files = {
        "Postcodes and their wards": b"postcode,ward\nNC1 1AA,Harbour\n",
        "The shapes of the wards": f'{{"features":[{shape}]}}'.encode(),
    }
    for label, body in files.items():
        page.get_by_label(label).set_input_files(
            {"name": "file.txt", "mimeType": "text/plain", "buffer": body}
        )
    press(page.get_by_role("button", name="Load"))
    expect(page.locator("svg.plait-map path")).to_have_count(1)
    expect(page.locator("main table")).to_contain_text("Harbour")
    assert not page.broken


def test_healths_lead_says_what_becomes_of_therapy_and_why(visit):
    page = visit("Carol Whitlock")
    page.goto("/questions/")
    press(page.locator("main table a").first)
    expect(page.locator("main")).to_contain_text("left the roll of")
    expect(page.locator("main")).to_contain_text("Nothing lapses by itself")
    page.get_by_label("Keep: it goes on").check()
    page.get_by_label("Why?").fill("We see the child at home on Tuesdays.")
    press(page.get_by_role("button", name="Save"))
    expect(page.locator("main")).to_contain_text("We see the child at home on Tuesdays.")
    page.goto(page.locator(".govuk-breadcrumbs a[href*='/children/']").get_attribute("href"))
    expect(page.locator("main")).to_contain_text("Health last recorded")
    assert not page.broken


def test_a_senco_records_part_time_only_with_the_familys_agreement_and_the_mother_reads_it(visit):
    mother = visit("Kate Marsden", viewport={"width": 375, "height": 800})
    press(mother.get_by_role("link", name=re.compile("^Theo")).first)
    child = re.search(r"/my/(\d+)/", mother.url)[1]

    senco = visit("Grace Ebdon")
    senco.goto(f"/children/{child}/taught/")
    press(senco.get_by_role("link", name="Part-time timetable"))
    press(senco.get_by_role("button", name="Record a part-time timetable"))
    senco.get_by_label("Why can the child not be there full-time?").fill("Worn out by noon.")
    senco.get_by_label("Hours a week at school").fill("15")
    senco.get_by_label("How does the child come back to full time?").fill("An hour more a week.")
    today = datetime.now(UTC).date()
    fill_day(senco, "From which day?", today)
    fill_day(senco, "The last day", today + timedelta(days=28))
    press(senco.get_by_role("button", name="Record it"))
    expect(senco.locator(".govuk-error-summary")).to_contain_text("agreed")
    senco.get_by_label("Which parent agreed?").fill("Kate Marsden")
    fill_day(senco, "On which day did they agree?", today)
    press(senco.get_by_role("button", name="Record it"))
    expect(senco.locator("main")).to_contain_text("15 of 25")

    mother.goto(f"/my/{child}/taught/")
    expect(mother.locator("main")).to_contain_text("An hour more a week.")
    expect(mother.locator("main")).to_contain_text("If you no longer agree, tell the school.")
    assert mother.evaluate("document.documentElement.scrollWidth") <= 375
    assert senco.broken == mother.broken == []


def fill_day(page: Page, question: str, day: date) -> None:
    box = page.get_by_role("group", name=question)
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        box.get_by_label(label).fill(str(value))
