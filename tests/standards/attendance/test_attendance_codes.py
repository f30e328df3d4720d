"""Codes: each one's byte, its days in force, and what it counts as."""

import csv
from datetime import date
from pathlib import Path

import pytest

from plait.standards.attendance.codes import BY_BYTE, CODES, NOTHING, fault_on, find
from plait.standards.attendance.dual import BEST_FIRST
from plait.standards.attendance.measures import HIDDEN, count

with (Path(__file__).with_name("worked.csv")).open(newline="") as file:
    WORKED = list(csv.DictReader(file))
CHANGE = date(2024, 8, 19)


@pytest.mark.parametrize("row", WORKED, ids=lambda row: row["code"])
def test_each_code_counts_as_the_worked_example_says(row):
    counts = count(bytes([CODES[row["code"]].byte]))
    assert (counts.possible, counts.absent, counts.authorised) == tuple(
        int(row[name]) for name in ("possible", "absent", "authorised")
    )
    assert counts.recorded == (row["code"] not in "Z#")
    assert [name for name in HIDDEN if getattr(counts, name)] == row["hidden"].split()


def test_the_worked_examples_leave_no_code_out_and_each_has_a_byte_and_a_rank_of_its_own():
    assert [row["code"] for row in WORKED] == list(CODES)
    assert len(BY_BYTE) == len(CODES) == 37
    assert NOTHING not in BY_BYTE
    assert sorted(BEST_FIRST) == sorted(CODES)


def test_what_is_absence_is_possible_and_says_whether_authorised():
    for code in CODES.values():
        assert code.absence == (code.group in ("authorised", "unauthorised"))
        assert code.possible or not code.absence


@pytest.mark.parametrize(("code", "instead"), [("H", "C,"), ("J", "J1"), ("Y", "Y1 to Y7")])
def test_an_ended_code_is_right_on_its_last_day_and_a_fault_the_day_after(code, instead):
    assert fault_on(CODES[code], date(2024, 8, 18)) is None
    assert instead in fault_on(CODES[code], CHANGE).mend
    assert "ended on 2024-08-18" in fault_on(CODES[code], CHANGE).message


@pytest.mark.parametrize("code", ["K", "C1", "C2", "J1", "Q", "Y1", "Y7"])
def test_a_new_code_is_a_fault_the_day_before_it_began(code):
    assert fault_on(CODES[code], CHANGE) is None
    assert "began on 2024-08-19" in fault_on(CODES[code], date(2024, 8, 18)).message


def test_a_code_is_found_in_small_letters_too_and_never_guessed():
    assert find(" c2 ") is CODES["C2"]
    assert find("C3") is None
    assert find("") is None
