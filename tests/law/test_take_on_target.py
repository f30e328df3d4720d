"""An area's own days to take a request on: beside the law's six weeks, and never instead."""

from datetime import date

from plait.law.targets import take_on_target

RECEIVED, LEGAL = date(2026, 9, 1), date(2026, 10, 13)


def test_the_days_count_from_receipt():
    assert take_on_target(RECEIVED, LEGAL, {"take_on_days": 3}).on == date(2026, 9, 4)


def test_an_area_that_set_none_has_none():
    assert take_on_target(RECEIVED, LEGAL, {}) is None


def test_a_target_is_never_as_late_as_the_law():
    assert take_on_target(RECEIVED, LEGAL, {"take_on_days": 42}) is None
    assert take_on_target(RECEIVED, LEGAL, {"take_on_days": 41}) is not None


def test_it_is_missed_the_day_after():
    own = take_on_target(RECEIVED, LEGAL, {"take_on_days": 3})
    assert own.missed(today=date(2026, 9, 4)) == ""
    assert own.missed(today=date(2026, 9, 5)) == "1 day past the area’s own target"
