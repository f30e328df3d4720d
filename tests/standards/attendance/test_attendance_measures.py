"""Measures: what is counted, when absence is persistent or severe, and who is in no rate."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from marks_made import DAY, MARKS, YEAR, register

from plait.standards.attendance.area import by_group, summed
from plait.standards.attendance.bases import Basis, census_terms, term, year_to_date
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.measures import Counts, added, count, count_period

BEFORE, AFTER = date(2026, 9, 1), date(2027, 8, 31)
NEVER_COUNTED = ("D", "X", "Q", "Y", *(f"Y{n}" for n in range(1, 8)), "Z", "#")


def of(possible, absent):
    return count(b"I" * absent + b"/" * (possible - absent))


@pytest.mark.parametrize(
    ("possible", "absent", "persistent", "severe"),
    [(100, 9, False, False), (100, 10, True, False), (100, 49, True, False), (100, 50, True, True),
     (11, 1, False, False), (10, 1, True, False), (1, 1, True, True), (1, 0, False, False),
     (0, 0, False, False)],
)  # fmt: skip
def test_a_tenth_is_persistent_and_half_is_severe_to_the_session(
    possible, absent, persistent, severe
):
    counts = of(possible, absent)
    assert (counts.persistent, counts.severe) == (persistent, severe)


def test_a_rate_is_shown_to_four_decimals_half_up_and_of_nothing_there_is_none():
    assert of(32, 1).rate == Decimal("0.0313")  # 0.03125
    assert of(3, 2).rate == Decimal("0.6667")
    assert count(b"").rate is None


@given(MARKS)
def test_sessions_not_required_are_in_neither_part_of_the_sum(marks):
    plain = {when: code for when, code in marks.items() if code not in NEVER_COUNTED}
    counts, without = count(register(marks)), count(register(plain))
    assert (counts.possible, counts.absent) == (without.possible, without.absent)
    assert counts.possible == len(plain)


@given(MARKS, DAY)
def test_a_period_that_is_split_adds_up(marks, day):
    years = {YEAR: register(marks)}
    parts = count_period(years, BEFORE, day), count_period(years, day + timedelta(days=1), AFTER)
    assert added(parts) == count_period(years, BEFORE, AFTER) == count(register(marks))


@given(MARKS)
def test_each_recorded_session_is_present_absent_or_said_to_be_neither(marks):
    counts = count(register(marks))
    present = sum(CODES[code].possible and not CODES[code].absence for code in marks.values())
    out_of_the_sum = counts.not_required + counts.not_expected + counts.other_school
    assert counts.recorded == present + counts.absent + out_of_the_sum
    assert counts.no_transport <= counts.not_required


def test_a_period_runs_over_two_school_years():
    years = {2025: b"", 2026: register({(date(2026, 9, 1), 0): "I"})}
    years[2025] = b"\0" * 600 + b"/"
    assert count_period(years, date(2025, 9, 1), date(2026, 9, 1)).possible == 2
    assert count_period(years, date(2025, 9, 1), date(2026, 8, 31)).absent == 0
    assert count_period({}, BEFORE, AFTER) == Counts() == (0,) * len(Counts._fields)


def test_enrolments_without_a_possible_session_are_counted_apart_and_in_no_rate():
    sums = summed([of(10, 1), of(10, 5), of(10, 0), count(b"QQ"), count(b"")])
    assert (sums.enrolments, sums.left_out, sums.no_session) == (5, 2, 1)
    assert (sums.persistent, sums.severe, sums.in_rates) == (2, 1, 3)
    assert (sums.rate, sums.severe_rate) == (Decimal("0.2000"), Decimal("0.3333"))
    assert sums.counts.no_transport == 2


def test_groups_are_summed_each_on_its_own_and_add_up_to_all():
    rows = [("SEND", of(10, 3)), ("no SEND", of(10, 0)), ("SEND", of(20, 1))]
    groups = by_group(rows)
    assert groups["SEND"].rate == Decimal("0.1333")
    assert groups["no SEND"].rate == 0
    assert added(one.counts for one in groups.values()) == summed(c for _, c in rows).counts
    assert summed([]).rate is None


def test_the_census_is_a_term_in_arrears_and_the_monitor_is_not():
    assert census_terms(2026, date(2026, 12, 30)) is None
    assert census_terms(2026, date(2026, 12, 31)).words == "the autumn term"
    assert census_terms(2026, date(2027, 3, 27)).last == date(2026, 12, 31)
    two = census_terms(2026, date(2027, 3, 28))  # Easter Sunday
    assert (two.last, two.words) == (date(2027, 3, 28), "the autumn and spring terms")
    assert census_terms(2026, date(2027, 8, 1)).words == "the full year"
    assert term(2026, "summer") == (date(2027, 3, 29), date(2027, 7, 31))
    to_date = year_to_date(2026, date(2026, 11, 20), admitted=date(2026, 10, 1))
    assert to_date[:3] == (date(2026, 10, 1), date(2026, 11, 20), Basis.MONITOR)
