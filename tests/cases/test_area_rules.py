"""Which day a panel meets next."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plait.cases.area_rules import RULES, WEEKDAYS, next_panel

DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@given(DAYS, st.sampled_from(WEEKDAYS), st.integers(1, 4), DAYS)
def test_the_next_panel_is_on_its_weekday_later_and_never_further_than_its_rhythm(
    begins, weekday, every, after
):
    value = {"weekday": weekday, "every_weeks": every, "from": begins.isoformat()}
    found = next_panel(value, after)
    assert found > after
    assert found >= begins
    assert WEEKDAYS[found.weekday()] == weekday
    assert found - max(after, begins) <= timedelta(days=7 * (every + 1))


@given(DAYS, st.sampled_from(WEEKDAYS), st.integers(1, 4))
def test_panels_follow_each_other_in_their_rhythm(begins, weekday, every):
    value = {"weekday": weekday, "every_weeks": every, "from": begins.isoformat()}
    first = next_panel(value, begins)
    assert next_panel(value, first) - first == timedelta(weeks=every)


def test_every_default_may_itself_be_set():
    for rule in RULES.values():
        rule.check(rule.default)
