"""Absence from counts of a term: which base it stands on, and what it hides."""

import pytest

from plait.standards.attendance.counted import faults_of, measure


@pytest.mark.parametrize(("absent", "persistent", "severe"), [
    (13, False, False), (14, True, False), (69, True, False), (70, True, True),
])  # fmt: skip
def test_a_tenth_of_the_counted_sessions_is_persistent_and_half_is_severe(
    absent, persistent, severe
):
    found = measure(140, {"I": absent}, term="autumn")
    assert (found.persistent, found.severe) == (persistent, severe)
    assert found.official


def test_present_elsewhere_is_no_absence_and_is_counted_apart():
    found = measure(140, {"I": 4, "C2": 10, "K": 30, "Q": 5}, term="spring")
    assert (found.absent, dict(found.hidden)) == (14, {"C2": 10, "K": 30, "Q": 5})


def test_totals_are_used_only_where_no_code_is_told_and_stand_on_no_official_base():
    totals = {"authorised": 30, "unauthorised": 12}
    assert measure(378, totals, term="year").absent == 42
    assert not measure(378, totals, term="year").official
    assert measure(378, totals | {"I": 5}, term="year").absent == 5


def test_no_session_is_no_rate_and_never_persistent():
    found = measure(0, {}, term="summer")
    assert (found.rate, found.persistent, found.severe) == (None, False, False)


@pytest.mark.parametrize(("possible", "codes", "says"), [
    (30, {"I": 30}, ""), (30, {"I": 31}, "31 sessions missed of 30 possible."),
    (None, {"I": 1}, "How many sessions were possible is not told."),
    (30, {"??": 1}, "There is no attendance code ??."),
])  # fmt: skip
def test_what_cannot_be_true_of_a_term_is_said(possible, codes, says):
    assert faults_of(possible, codes) == says
