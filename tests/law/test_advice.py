"""Which advice is asked for a child, of whom, and by which clock."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law import advice
from plait.law.advice import ChildFacts, UnknownAdvice, asked_for, limit, not_agreed, school_year
from plait.law.duties import DUTIES, SURE

WORKED = list(csv.DictReader((advice.DATA / "advice_worked.csv").read_text().splitlines()))
FACTS = st.builds(
    ChildFacts, st.none() | st.integers(0, 14), st.booleans(), st.booleans(), st.booleans(),
    st.booleans(),
)  # fmt: skip
AGREED = {who: {"name": "Jo", "on": "2026-11-20"} for who in advice.SUFFICIENT_TO}


def of(row):
    yes = {name: row[name] == "yes" for name in ("hearing", "vision", "multisensory", "service")}
    return ChildFacts(int(row["year"]) if row["year"] else None, **yes)


@pytest.mark.parametrize("row", WORKED, ids=[row["why"] for row in WORKED])
def test_the_kinds_asked_are_those_of_the_worked_example(row):
    assert [one.kind.id for one in asked_for(of(row))] == row["asked"].split()


@given(FACTS)
def test_no_fact_takes_away_one_of_the_five_that_every_child_is_owed(facts):
    asked = {one.kind.id for one in asked_for(facts)}
    assert asked >= {"family", "education", "medical", "psychology", "social_care"}
    assert ("adulthood" in asked) == (facts.year is not None and facts.year >= 9)


def test_every_kind_and_body_names_what_exists():
    for kind in advice.kinds().values():
        assert kind.body in advice.bodies()
        assert kind.applies in advice.APPLIES
        assert kind.provision.startswith("reg 6")
    for body in advice.bodies().values():
        assert body.duty in ("", *DUTIES)
        assert body.confidence in SURE


@pytest.mark.parametrize(
    ("body", "weight", "due"),
    [
        ("nhs", "law", date(2027, 1, 4)),
        ("other_authority", "law", date(2027, 1, 4)),
        ("youth_justice", "law", date(2027, 1, 4)),
        ("setting", "guidance", date(2027, 1, 4)),
        ("own_psychologist", "guidance", date(2027, 1, 4)),
        ("own_social_care", "guidance", date(2027, 1, 4)),
        ("family", "wish", date(2027, 1, 4)),
    ],
)
def test_only_a_body_under_section_31_has_a_limit_in_law(body, weight, due):
    found = limit(body, on=date(2026, 11, 23))
    assert (found.body.weight, found.due) == (weight, due)
    assert (found.duty is None) == (weight == "wish")


@pytest.mark.parametrize("missing", advice.SUFFICIENT_TO)
@pytest.mark.parametrize("part", ["name", "on"])
def test_advice_is_held_only_when_all_three_said_so_by_name_and_day(missing, part):
    assert not_agreed(AGREED) == []
    short = AGREED | {missing: AGREED[missing] | {part: ""}}
    assert not_agreed(short) == [advice.SUFFICIENT_TO[missing]]


def test_an_unknown_kind_is_refused_with_those_that_look_like_it():
    with pytest.raises(UnknownAdvice, match="Near it: medical"):
        advice.kind("medicl")


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        (date(2012, 8, 31), date(2026, 9, 1), 10),
        (date(2012, 9, 1), date(2026, 9, 1), 9),
        (date(2012, 9, 1), date(2026, 8, 31), 8),
        (date(2022, 1, 1), date(2026, 11, 23), 0),
        (date(2023, 1, 1), date(2026, 11, 23), None),
    ],
)
def test_a_year_group_turns_on_the_first_of_september(born, on, year):
    assert school_year(born, on) == year
