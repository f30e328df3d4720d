"""Forms drawn with their errors, and dates asked in three boxes."""

from datetime import date

import pytest
from django import forms
from gallery_page import EveryField
from lxml import html as reader

from plait.ui.fields import draw_form
from plait.ui.forms import DateField


class OneDate(forms.Form):
    on = DateField(label="When?", required=False)


def asked(**parts: str) -> OneDate:
    return OneDate({f"on_{part}": text for part, text in parts.items()})


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("9", "11", "2026"), ("09", "Nov", "2026"), ("9", "november", "2026")],
)
def test_a_date_is_read_as_people_write_it(day, month, year):
    form = asked(day=day, month=month, year=year)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == date(2026, 11, 9)


def test_an_iso_date_is_understood_too():
    form = OneDate({"on": "2026-11-09"})
    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 11, 9)


def test_an_empty_date_that_may_be_left_is_nothing():
    form = asked(day="", month="", year="")
    assert form.is_valid()
    assert form.cleaned_data["on"] is None


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"day": "9", "month": "", "year": "2026"}, "The date must include a month."),
        ({"day": "9", "month": "", "year": ""}, "The date must include a month and a year."),
        ({"day": "31", "month": "2", "year": "2026"}, "not a real date"),
        ({"day": "9", "month": "Smarch", "year": "2026"}, "not a real date"),
        ({"day": "9", "month": "11", "year": "26"}, "four digits"),
        ({"day": "9", "month": "11", "year": "twenty"}, "four digits"),
        ({"day": "9", "month": "11", "year": "99999"}, "four digits"),
        ({"day": "²", "month": "11", "year": "2026"}, "not a real date"),
    ],
)
def test_a_wrong_date_says_what_to_mend(parts, said):
    form = asked(**parts)
    assert not form.is_valid()
    assert said in form.errors["on"][0]


def test_a_date_sent_whole_but_broken_is_refused_not_raised():
    assert not OneDate({"on": "yesterday"}).is_valid()
    assert not OneDate({"on": "2026-13-40"}).is_valid()


def test_the_boxes_keep_what_was_typed():
    page = reader.fromstring(str(draw_form(asked(day="31", month="2", year="2026"))))
    typed = [box.get("value") for box in page.iter("input")]
    assert typed == ["31", "2", "2026"]


def test_an_initial_date_fills_the_boxes():
    page = reader.fromstring(str(draw_form(OneDate(initial={"on": date(2026, 11, 9)}))))
    assert [box.get("value") for box in page.iter("input")] == ["9", "11", "2026"]


def test_every_error_leads_to_its_field_and_every_field_names_its_error():
    page = reader.fromstring(f"<main>{draw_form(EveryField({}))}</main>")
    links = page.xpath("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    assert len(links) >= 9
    ids = set(page.xpath("//@id"))
    assert {link.removeprefix("#") for link in links} <= ids
    described = " ".join(page.xpath("//@aria-describedby")).split()
    for message in page.xpath("//p[contains(@class, 'govuk-error-message')]/@id"):
        assert message in described


def test_every_box_has_a_name_for_those_who_do_not_see_it():
    page = reader.fromstring(f"<main>{draw_form(EveryField())}</main>")
    labelled = set(page.xpath("//label/@for"))
    boxes = page.xpath(
        "//*[self::input or self::select or self::textarea][@type!='hidden' or not(@type)]"
    )
    assert {box.get("id") for box in boxes} <= labelled


def test_a_hidden_value_travels_with_the_form():
    page = reader.fromstring(f"<main>{draw_form(EveryField())}</main>")
    assert page.xpath("//input[@type='hidden' and @name='secret']/@value") == ["kept"]


def test_a_password_is_never_sent_back():
    form = EveryField({"password": "correct horse"})
    assert "correct horse" not in draw_form(form)


def test_words_that_look_like_markup_stay_words():
    drawn = draw_form(EveryField({"name": "<script>alert(1)</script>"}))
    assert "<script>" not in drawn
