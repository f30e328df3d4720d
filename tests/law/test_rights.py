from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.capacity import Actor, Mode, acts_for_parent, acts_for_young_person, mode
from plait.law.disclosure import PURPOSES, refuse_disclosure
from plait.law.rights import (
    Holder,
    age,
    aged_18_or_over,
    aged_over_18,
    school_leaving_date,
    switch_date,
    who_holds,
)

BIRTHS = st.dates(date(1995, 1, 1), date(2026, 11, 22))


def test_the_switch_is_a_day_of_its_own_and_not_the_16th_birthday():
    born = date(2010, 8, 20)
    assert switch_date(born) == date(2026, 6, 27)
    assert age(born, switch_date(born)) == 15


@given(BIRTHS)
def test_the_leaving_date_is_the_last_friday_of_june_near_the_16th_birthday(born):
    leaving = school_leaving_date(born)
    assert (leaving.month, leaving.weekday()) == (6, 4)
    assert (leaving + timedelta(days=7)).month == 7
    assert 15 <= age(born, leaving) <= 16


@given(BIRTHS, BIRTHS)
def test_an_older_child_never_switches_later(one, other):
    first, second = sorted((one, other))
    assert switch_date(first) <= switch_date(second)


def test_a_first_of_september_birthday_follows_the_cut_off():
    born = date(2010, 9, 1)
    assert switch_date(born) == date(2027, 6, 26)
    assert switch_date(born, cut_off=(9, 1)) == date(2026, 6, 27)


@pytest.mark.parametrize(
    ("on", "holder"),
    [
        (date(2010, 8, 19), Holder.NOBODY),
        (date(2026, 6, 26), Holder.PARENT),
        (date(2026, 6, 27), Holder.YOUNG_PERSON),
        (date(2035, 8, 19), Holder.YOUNG_PERSON),
        (date(2035, 8, 20), Holder.NOBODY),
    ],
)
def test_the_rights_pass_on_the_switch_date_and_end_at_25(on, holder):
    assert who_holds(date(2010, 8, 20), on) is holder


@pytest.mark.parametrize(
    ("on", "eighteen", "over"),
    [
        (date(2026, 5, 9), False, False),
        (date(2026, 5, 10), True, False),
        (date(2027, 5, 9), True, False),
        (date(2027, 5, 10), True, True),
    ],
)
def test_18_or_over_and_over_18_are_two_tests(on, eighteen, over):
    born = date(2008, 5, 10)
    assert aged_18_or_over(born, on) is eighteen
    assert aged_over_18(born, on) is over


def test_someone_born_on_a_leap_day_is_older_on_the_first_of_march():
    assert age(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age(date(2008, 2, 29), date(2026, 3, 1)) == 18


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("s.19(a)", Mode.BOTH),
        ("s.36(1)", Mode.INSTEAD),
        ("reg 5(1)", Mode.INSTEAD),
        ("reg 5(4)(c)", Mode.BOTH),
        ("reg 17(1)", Mode.INSTEAD),
        ("reg 17(1)(c)", Mode.BOTH),
        ("reg 33(2)", Mode.INSTEAD),
        ("reg 30", Mode.YOUNG_PERSON),
        ("reg 47", Mode.YOUNG_PERSON),
    ],
)
def test_schedule_3_is_read_provision_by_provision(provision, expected):
    assert mode(provision) is expected


def test_without_capacity_a_representative_comes_before_the_parent():
    def ask(representative, parent):
        return acts_for_young_person(
            "reg 5(1)", has_representative=representative, parent_has_capacity=parent
        )

    assert ask(True, True) == (Actor.REPRESENTATIVE,)
    assert ask(False, True) == (Actor.PARENT,)
    assert ask(False, False) == (Actor.PARENTS_REPRESENTATIVE,)


def test_the_views_of_a_young_person_without_capacity_are_still_asked_for():
    acting = acts_for_young_person("s.19(a)", has_representative=False, parent_has_capacity=True)
    assert acting == (Actor.YOUNG_PERSON, Actor.PARENT)


def test_a_parent_without_capacity_is_replaced_except_where_reg_63_says_not():
    assert acts_for_parent("reg 13(1)") is Actor.PARENTS_REPRESENTATIVE
    assert acts_for_parent("Sch 2 para 15(b)") is Actor.PARENT


def test_there_are_eleven_purposes_and_no_twelfth():
    assert "".join(code[-1] for code in PURPOSES) == "abcdefghijk"
    assert "eleven purposes" in refuse_disclosure(consented=False, code="17l").why


def test_consent_opens_a_plan_without_a_purpose():
    assert refuse_disclosure(consented=True, code=None) is None


@pytest.mark.parametrize("code", PURPOSES)
def test_a_purpose_opens_a_plan_once_what_it_needs_is_recorded(code):
    bare = refuse_disclosure(consented=False, code=code, recorded=" ")
    assert bool(bare) == bool(PURPOSES[code].needs)
    assert refuse_disclosure(consented=False, code=code, recorded="because") is None
