"""Dates, numbers and lengths of time as a page says them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.ui import words
from plait.ui.charts import Bar, Line, bar_chart, line_chart
from plait.ui.preferences import Preferences


def test_a_day_is_said_in_full_or_in_brief():
    christmas = date(2026, 12, 21)
    assert words.day(christmas) == "Monday 21 December 2026"
    assert words.long_day(christmas) == "21 December 2026"
    assert words.short_day(christmas) == "21 Dec 2026"


def test_an_instant_is_said_by_the_clock_of_england():
    assert words.moment(datetime(2026, 7, 1, 8, 12, tzinfo=UTC)) == "1 Jul 2026, 09:12"


@pytest.mark.parametrize("say", [words.day, words.long_day, words.short_day, words.moment])
def test_a_day_that_is_missing_is_not_known(say):
    assert say(None) == "not known"


@pytest.mark.parametrize(
    ("days", "said"), [(0, "0 days"), (1, "1 day"), (6, "6 days"), (7, "1 week"), (41, "5 weeks")]
)
def test_a_length_is_never_said_longer_than_it_was(days, said):
    assert words.weeks(days) == words.weeks(timedelta(days=days)) == said


def test_one_is_not_many():
    assert words.plural(1, "child", "children") == "1 child"
    assert words.plural(2310, "child", "children") == "2,310 children"
    assert words.plural(0, "plan") == "0 plans"


def test_a_number_that_is_missing_is_not_nought():
    assert words.number(None) == "not known"
    assert words.number(0) == "0"
    assert words.number(47.94, 1) == "47.9"


def test_a_cookie_cannot_bring_a_class_of_its_own_into_the_page():
    chosen = Preferences.from_cookie('larger."><script>.spaced')
    assert chosen.classes == "plait-reads-larger plait-reads-spaced"
    assert Preferences.from_cookie(chosen.cookie) == chosen


def test_the_longest_bar_fills_the_room_and_half_fills_half():
    drawn = bar_chart([Bar("a", 10), Bar("b", 5), Bar("c", 0)], title="Bars")
    assert [w in drawn for w in ('width="300.0"', 'width="150.0"', 'width="0.0"')] == [True] * 3


def test_a_chart_of_nothing_is_still_a_picture():
    assert bar_chart([], title="None").startswith("<svg")
    assert line_chart([], [], title="None", top=100).startswith("<svg")


def test_a_line_is_broken_where_nothing_is_known():
    drawn = line_chart([Line("a", [1, None, 2, 3])], ["1", "2", "3", "4"], title="a", top=3)
    path = drawn.split('plait-lines__line--one" d="')[1].split('"')[0]
    assert path.count("M") == 2
    assert path.count("L") == 1


def test_a_chart_escapes_its_words():
    assert "<b>" not in bar_chart([Bar("<b>", 1)], title="<b>")
