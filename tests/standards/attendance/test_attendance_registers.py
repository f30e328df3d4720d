"""Registers: places, marks, periods, and two registers of one child."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marks_made import DAY, MARKS, SCHOOL_DAY, YEAR, register
from marks_made import sessions as listed

from plait.standards.attendance.codes import CODES
from plait.standards.attendance.dual import claimed_twice, joined
from plait.standards.attendance.measures import count
from plait.standards.attendance.register import (
    AM,
    PM,
    Session,
    begins,
    place,
    school_year,
    session_at,
    sessions,
    span,
    with_marks,
)

MONDAY, SATURDAY, SUNDAY = date(2026, 9, 7), date(2026, 9, 12), date(2026, 9, 13)


def test_a_year_begins_on_the_monday_of_the_week_of_the_first_of_september():
    assert begins(2026) == date(2026, 8, 31)
    assert [place(date(2026, 9, 1), half) for half in (AM, PM)] == [2, 3]
    assert place(SATURDAY, PM) == 23
    assert place(date(2026, 9, 14)) == 24


def test_the_last_of_august_is_in_the_year_before():
    assert school_year(date(2027, 8, 31)) == 2026
    assert school_year(date(2027, 9, 1)) == 2027


@given(SCHOOL_DAY, st.sampled_from((AM, PM)))
def test_every_session_but_a_sundays_comes_back_from_its_place(day, half):
    assert session_at(YEAR, place(day, half)) == (day, half)


@pytest.mark.parametrize(
    ("day", "byte"), [(SUNDAY, ord("/")), (date(2026, 8, 31), ord("/")), (MONDAY, ord("!"))]
)
def test_a_sunday_another_year_and_a_byte_of_no_code_are_refused(day, byte):
    with pytest.raises(ValueError, match=str(day)):
        with_marks(YEAR, b"", [Session(day, AM, byte)])


@given(MARKS, st.randoms())
def test_the_order_of_marks_makes_no_difference(marks, chance):
    shuffled = listed(marks)
    chance.shuffle(shuffled)
    assert with_marks(YEAR, b"", shuffled) == register(marks)
    assert [(one.day, one.half, one.code) for one in sessions(YEAR, register(marks))] == [
        (day, half, code) for (day, half), code in sorted(marks.items())
    ]


def test_a_mark_can_be_written_over_and_taken_away():
    was = register({(MONDAY, AM): "N", (SATURDAY, PM): "/"})
    now = with_marks(YEAR, was, [Session(MONDAY, AM, CODES["I"].byte)])
    assert [one.code for one in sessions(YEAR, now)] == ["I", "/"]
    gone = with_marks(YEAR, now, [Session(MONDAY, AM, 0), Session(SATURDAY, PM, 0)])
    assert gone == b""


@given(MARKS, DAY, DAY)
def test_a_period_holds_its_first_and_last_day_and_nothing_else(marks, one, other):
    first, last = sorted((one, other))
    cut = register(marks)[span(YEAR, first, last)]
    within = [code for (day, _), code in sorted(marks.items()) if first <= day <= last]
    assert [byte for byte in cut if byte] == [CODES[code].byte for code in within]


def test_a_period_outside_the_year_holds_nothing():
    whole = b"/" * 700
    assert whole[span(YEAR, date(2025, 9, 1), date(2026, 8, 31))] == b""
    assert whole[span(YEAR, date(2027, 9, 1), date(2028, 1, 1))] == b""
    assert len(whole[span(YEAR, date.min, date.max)]) == 2 * (365 - 52)


JOINS = [
    ("D", "/", "/"), ("D", "O", "O"), ("D", "D", "D"), ("#", "I", "I"), ("Z", "/", "/"),
    ("C2", "/", "/"), ("K", "/", "/"), ("K", "O", "O"), ("B", "N", "N"), ("N", "I", "I"),
    ("X", "/", "/"), ("D", "X", "X"), ("C2", "I", "C2"), ("Q", "/", "/"),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "stands"), JOINS)
def test_of_two_registers_the_one_that_knows_better_stands(here, there, stands):
    one, other = (bytes([CODES[code].byte]) for code in (here, there))
    assert joined(one, other) == joined(other, one) == bytes([CODES[stands].byte])


@given(MARKS, MARKS)
def test_joining_never_counts_a_session_twice_and_never_loses_one(one, other):
    both = joined(register(one), register(other))
    assert len([byte for byte in both if byte]) == len(one.keys() | other.keys())
    each = [count(register(marks)) for marks in (one, other)]
    possible_somewhere = {
        when for marks in (one, other) for when, code in marks.items() if CODES[code].possible
    }
    assert count(both).possible == len(possible_somewhere)
    assert count(both).absent <= sum(counts.absent for counts in each)


@given(MARKS, MARKS, MARKS)
def test_it_makes_no_difference_which_register_is_joined_to_which(a, b, c):
    a, b, c = map(register, (a, b, c))
    assert joined(a, joined(b, c)) == joined(joined(c, a), b)
    assert joined(a, a) == joined(a, b"") == a


def test_a_session_that_both_settings_claim_is_told_and_one_marked_d_is_not():
    here = register({(MONDAY, AM): "/", (MONDAY, PM): "D"})
    there = register({(MONDAY, AM): "I", (MONDAY, PM): "\\"})
    told = claimed_twice(YEAR, here, there)
    assert [(one.day, one.half, one.code, other.code) for one, other in told] == [
        (MONDAY, AM, "/", "I")
    ]
