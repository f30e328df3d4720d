"""What a page keeps of its drawings, and what it must never give to another reader or day."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils import translation
from markupsafe import Markup

from plait.ui.govuk import component
from plait.ui.kept import MOST, kept
from plait.ui.plait_model import Event, Lane, Plait

DAY = date(2026, 11, 20)


def plait(*events: Event, today: date = DAY) -> Plait:
    return Plait([Lane("Education", "education", list(events))], today)


REVIEW = Event(DAY, "Review")


def drawing():
    drawn = []

    def draw(*values):
        drawn.append(values)
        return f"{len(drawn)}"

    return kept(draw)


def test_the_same_values_are_drawn_once():
    draw = drawing()
    assert draw(plait(REVIEW), "said") == draw(plait(REVIEW), "said") == "1"


def test_a_corrected_date_is_drawn_anew_at_once():
    draw = drawing()
    corrected = replace(REVIEW, on=DAY - timedelta(days=1))
    assert draw(plait(REVIEW), "said") != draw(plait(corrected), "said")


def test_a_reader_who_sees_less_never_gets_the_drawing_of_one_who_sees_more():
    draw = drawing()
    assert draw(plait(REVIEW), "said") != draw(plait(), "said")


def test_tomorrow_and_another_language_are_drawn_anew():
    draw = drawing()
    here = draw(plait(REVIEW), "said")
    assert draw(plait(REVIEW, today=DAY + timedelta(days=1)), "said") != here
    with translation.override("cy"):
        assert draw(plait(REVIEW), "said") != here


def test_what_is_kept_is_bounded():
    draw = drawing()
    for number in range(MOST + 1):
        draw(number)
    assert draw(0) == str(MOST + 2)


def test_unsafe_text_never_gets_the_drawing_of_the_same_words_held_safe():
    safe = component("button", {"text": Markup("<b>Go</b>")})
    unsafe = component("button", {"text": "<b>Go</b>"})
    assert "<b>" in safe
    assert "<b>" not in unsafe


def test_another_choice_of_the_same_select_is_drawn_anew():
    def select(chosen):
        items = [{"value": v, "text": v, "selected": v == chosen} for v in ("late", "met")]
        return component("select", {"name": "standing", "id": "x", "items": items})

    assert select("late") != select("met")
