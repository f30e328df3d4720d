"""Requests that can go no further: the worked examples, and what holds for every request."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plait.law
from plait.law.asking import Asked, stops
from plait.law.limbs import ASSESS, MORE_TIME, PLAN, faults_of, limbs_of
from plait.law.process import Appeal, State, allowed

TABLE = Path(plait.law.__file__).parent / "data" / "worked_askings.csv"
SAID = {"yes": True, "no": False, "": None}
DAYS = st.dates(date(1995, 1, 1), date(2030, 12, 31))
BORN = date(2019, 3, 4)


def rows():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_a_worked_example_stops_where_its_table_says(row):
    asked = Asked(
        day(row["born"]), day(row["received"]), day(row["plan_since"]), day(row["assessed"]),
        SAID[row["lives_here"]],
    )  # fmt: skip
    assert [stop.code for stop in stops(asked)] == row["codes"].split()


@given(DAYS, DAYS, st.none() | DAYS, st.none() | DAYS, st.sampled_from([True, False, None]))
def test_each_stop_has_its_words_its_provision_and_a_lawful_way(born, got, plan, ended, here):
    for stop in stops(Asked(born, got, plan, ended, here)):
        edge = allowed(State.CONSIDERING_ASSESSMENT, stop.event)
        assert edge is not None
        assert edge.letter == stop.appeal_set
        assert stop.words.endswith(".")
        assert stop.provision
        assert edge.appeal is Appeal.UNTOUCHED


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_what_is_not_known_of_where_they_live_never_stops_a_request(got, plan, ended):
    codes = {stop.code for stop in stops(Asked(BORN, got, plan, ended, None))}
    assert "other-area" not in codes


@given(DAYS, st.integers(0, 400))
def test_six_months_after_an_assessment_it_no_longer_stops_anything(ended, later):
    asked = Asked(date(2015, 1, 1), ended + timedelta(days=later), assessed_on=ended)
    lately = any(stop.code == "assessed-lately" for stop in stops(asked))
    assert lately <= (later < 185)
    assert lately >= (later < 181 and asked.received_on >= asked.born)


def answered(**given):
    return {limb.replace("_", "-"): {"answer": a, "why": "As the report says."} for limb, a in
            given.items()}  # fmt: skip


def faults(about, outcome, answers, born=BORN, on=date(2026, 11, 23)):
    return faults_of(about, outcome, answers, limbs_of(about, born=born, on=on))


def test_a_refusal_needs_a_limb_that_is_answered_no():
    both = answered(may_have_sen="yes", may_need_a_plan="yes")
    assert "cannot be no" in faults(ASSESS, "N", both)[0]
    assert not faults(ASSESS, "N", answered(may_have_sen="yes", may_need_a_plan="no"))


def test_what_is_not_known_refuses_nobody_an_assessment_and_proves_no_plan():
    unknown = answered(may_have_sen="yes", may_need_a_plan="not_known")
    assert "no ground to refuse" in faults(ASSESS, "N", unknown)[0]
    assert not faults(ASSESS, "Y", unknown)
    assert faults(PLAN, "Y", answered(has_sen="yes", plan_necessary="not_known"))


def test_agreeing_is_refused_while_a_limb_says_no():
    assert "cannot be yes" in faults(
        ASSESS, "Y", answered(may_have_sen="yes", may_need_a_plan="no")
    )[0]  # fmt: skip


def test_every_limb_needs_its_reason():
    bare = {"may-have-sen": {"answer": "yes", "why": " "}}
    assert len(faults(ASSESS, "Y", bare)) == 2


def test_more_time_is_weighed_only_for_those_over_18_and_decides_nothing():
    on = date(2026, 11, 23)
    assert MORE_TIME not in limbs_of(ASSESS, born=date(2008, 11, 23), on=on)
    assert MORE_TIME in limbs_of(ASSESS, born=date(2007, 11, 23), on=on)
    given = answered(may_have_sen="yes", may_need_a_plan="yes", more_time="no")
    assert not faults(ASSESS, "Y", given, born=date(2007, 11, 23))
