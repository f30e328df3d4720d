"""Whom a large area leaves out before comparing: nobody that the whole comparison would decide."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.matching.deciding import Thresholds
from plait.standards.matching.levels import near, slips
from plait.standards.matching.person import Person, person
from plait.standards.matching.register import Register
from plait.standards.matching.worth import akin, only_near_births, only_near_forenames

BARS = Thresholds(high=0.95, low=0.20)
FORENAMES = ("William", "Bill", "Eleanor", "Ellie", "Tom", "Thomas", "Zara", "Noah", "Noa", "")
SURNAMES = ("Hopkins", "Hopkin", "Oakes", "Smith-Oakes", "Patel", "")
LARGE = 100_000


def told(key: str, forename: str, surname: str, born: str, postcode: str, sex: str) -> Person:
    """A record of these facts."""
    row = {"forename": forename, "surname": surname, "dob": born, "postcode": postcode}
    return person(key, row | {"sex": sex})


def decided(one: Person, other: Person) -> list:
    """What comes of comparing two records of a large area."""
    from plait.standards.matching.deciding import decide

    pairs = Register([other]).pairs(one, 0, asked=LARGE)
    return decide(pairs, at=BARS)


def test_one_birth_date_and_district_decide_nothing_where_forenames_are_not_akin():
    assert only_near_forenames(LARGE, BARS)
    found = 0
    for (mine, theirs), (my_name, their_name), sex in product(
        product(FORENAMES, repeat=2), product(SURNAMES, repeat=2), "MF"
    ):
        one = told("1", mine, my_name, "2013-03-05", "ZZ99 1AA", "F")
        other = told("2", theirs, their_name, "2013-03-05", "ZZ99 2BB", sex)
        if my_name == their_name or mine == theirs:
            continue
        if (outcome := decided(one, other)) and (mine, my_name) != (their_name, theirs):
            assert akin(mine, theirs), (mine, my_name, theirs, their_name, outcome)
            found += 1
    assert found


@pytest.mark.parametrize("born", ["2013-03-07", "2014-03-05", "2013-05-05", "2013-05-03"])
def test_both_names_and_a_district_decide_only_where_the_births_are_near(born):
    assert only_near_births(LARGE, BARS)
    one = told("1", "Zara", "Hopkins", "2013-03-05", "ZZ99 1AA", "F")
    assert decided(one, told("2", "Zara", "Hopkins", born, "ZZ99 2BB", "F"))
    unlike = told("2", "Zara", "Hopkins", "2011-11-21", "ZZ99 2BB", "F")
    assert not decided(one, unlike)


def test_a_small_area_leaves_nobody_out():
    assert not only_near_forenames(200, BARS)
    assert not only_near_births(200, BARS)
    assert not only_near_forenames(0, BARS)
    assert not only_near_births(LARGE, Thresholds(high=0.8, low=0.0001))


@given(st.text("abcdeé-", max_size=9), st.text("abcdeéxy", max_size=9))
def test_looking_at_letters_first_changes_no_answer(one, other):
    shorter = min(len(one), len(other))
    reach = 2 if shorter >= 7 or sorted(one) == sorted(other) else 1
    plainly = shorter >= 3 and slips(one, other) <= reach
    assert near(one, other) == plainly
