"""Every part of the house on one page, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from gallery_page import EveryField, context

WRONG = {"on_day": "31", "on_month": "2", "on_year": "2026", "name": "Amira", "secret": "kept"}
pytestmark = pytest.mark.browser

INK = "rgb(28, 27, 34)"
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def gallery(draw) -> str:
    return draw("plait/gallery.html", **context(EveryField(WRONG)))


def test_the_page_is_styled_and_has_no_fault_of_accessibility(gallery, show):
    for width in (1280, 375):
        page = show(gallery, width)
        body = page.locator("body")
        assert body.evaluate("e => getComputedStyle(e).color") == INK
        assert "Atkinson" in body.evaluate("e => getComputedStyle(e).fontFamily")
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        found = Axe().run(page, options={"runOnly": AA})
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_sticks_out_of_the_page(gallery, show, width):
    page = show(gallery, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("chosen", ["larger", "spaced", "system", "larger.spaced.system"])
def test_no_reading_preference_breaks_a_narrow_page(draw, show, chosen):
    from plait.ui.preferences import Preferences

    values = context(EveryField(WRONG)) | {"preferences": Preferences.from_cookie(chosen)}
    page = show(draw("plait/gallery.html", **values), 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_page_read_from_right_to_left_fits(draw, show):
    values = context(EveryField(WRONG)) | {"direction": "rtl", "language": "ar"}
    page = show(draw("plait/gallery.html", **values), 375)
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    mark, out = page.locator(".plait-mark"), page.locator(".plait-reader")
    assert mark.bounding_box()["x"] > out.bounding_box()["x"]


def test_nothing_is_asked_of_another_host_and_the_content_policy_has_no_complaint(gallery, show):
    page = show(gallery)
    page.wait_for_load_state("networkidle")
    assert page.asked
    assert all(url.startswith("http://plait.test/") for url in page.asked)
    assert [line for line in page.complaints if "Content Security Policy" in line] == []


def test_no_style_or_running_script_stands_in_the_page(gallery):
    for inline in ("<style", " style=", " onclick="):
        assert inline not in gallery
    scripts = re.findall("<script[^>]*>", gallery)
    assert scripts
    assert all(' src="/static/plait/' in script for script in scripts)


def test_the_page_shows_no_crown_and_no_government_type(gallery):
    for word in ("GOV.UK", "Crown copyright", "govuk-logo", "GDS Transport"):
        assert word not in gallery


def test_the_first_stop_of_the_keyboard_leads_to_the_content(gallery, show):
    page = show(gallery, java_script_enabled=False)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_table_becomes_cards_that_still_name_their_columns(gallery, show):
    page = show(gallery, 375)
    cell = page.locator("td[data-label='Whose']").first
    named = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert named == '"Whose"'


def test_a_narrow_screen_gets_the_list_that_opens_at_today(gallery, show):
    page = show(gallery, 375)
    assert not page.locator(".plait-svg").is_visible()
    assert page.get_by_role("heading", name="To come, from today, 23 Nov 2026").is_visible()


def test_labels_of_the_drawing_never_lie_on_one_another(gallery, show):
    page = show(gallery)
    page.evaluate("document.fonts.ready")
    boxes = page.locator(".plait-svg text").evaluate_all(
        "all => all.map(e => { const b = e.getBBox(); "
        "return [e.textContent, b.x, b.y, b.x + b.width, b.y + b.height]; })"
    )
    assert len(boxes) > 20
    for index, (one, left, top, right, bottom) in enumerate(boxes):
        for other, x1, y1, x2, y2 in boxes[index + 1 :]:
            apart = right <= x1 or x2 <= left or bottom <= y1 or y2 <= top
            assert apart, f"{one} lies on {other}"
