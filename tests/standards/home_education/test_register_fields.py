"""Which fields a register of home education must, may and must not hold, day by day."""

from datetime import date, timedelta

import pytest

from plait.standards.home_education import (
    FIELDS,
    FORBIDDEN,
    OPTIONAL,
    REQUIRED,
    SOURCES,
    SURE,
    coming,
    in_order,
    stands,
)

TODAY = date(2026, 11, 29)
DAY = date(2027, 9, 1)
COMMENCED = {"register": DAY, "register-may": DAY}


def test_nothing_is_required_of_a_family_before_the_register_of_the_act_begins():
    assert {stands(key, TODAY).state for key in FIELDS} == {OPTIONAL, FORBIDDEN}
    assert SOURCES["register"].in_force_from is None


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("address", OPTIONAL, REQUIRED),
        ("parents_hours", FORBIDDEN, REQUIRED),
        ("social_care", FORBIDDEN, OPTIONAL),
        ("how", OPTIONAL, OPTIONAL),
        ("beliefs", FORBIDDEN, FORBIDDEN),
    ],
)
def test_a_field_changes_on_the_day_the_act_is_commenced_and_not_the_day_before(key, before, after):
    for day, state in ((DAY - timedelta(1), before), (DAY, after), (DAY + timedelta(1), after)):
        assert stands(key, day, commenced=COMMENCED).state == state


def test_a_key_that_is_no_field_is_forbidden_and_still_listed_where_it_is_held():
    assert stands("shoe_size", TODAY).state == FORBIDDEN
    listed = dict(in_order({"shoe_size": "4"}, TODAY))
    assert listed["shoe_size"].state == FORBIDDEN
    assert "shoe_size" not in dict(in_order((), TODAY))


def test_what_waits_for_the_act_is_marked_and_what_does_not_is_not():
    assert coming("parents_hours").state == REQUIRED
    assert coming("beliefs") is None


def test_every_rule_names_a_source_that_is_told_and_says_how_sure_it_is():
    for field in FIELDS.values():
        assert field.rules
        for rule in field.rules:
            assert rule.source in SOURCES
            assert not rule.until or rule.until in SOURCES
    for source in SOURCES.values():
        assert source.sure in SURE
        assert source.law
        assert source.href.startswith("https://")


def test_before_there_was_any_law_to_find_children_the_field_may_not_be_held():
    assert stands("how", date(2007, 2, 26)).state == FORBIDDEN
    assert stands("how", date(2007, 2, 27)).state == OPTIONAL
