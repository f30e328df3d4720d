"""Patterns: each found on the day it is there, not the day before, and told in plain words."""

from datetime import date, timedelta

import pytest
from marks_made import YEAR, present, school_days

from plait.standards.attendance.past import Past, called, continued
from plait.standards.attendance.patterns import (
    DEFAULT,
    Thresholds,
    find,
    gone_quiet,
    is_newly_missing,
)
from plait.standards.attendance.register import place, session_at

FIRST, ON = date(2026, 9, 7), date(2026, 11, 27)  # twelve whole weeks to a Friday
DAYS = school_days(FIRST, ON)


def kinds(but, on=ON, limits=DEFAULT):
    return {one.kind: one for one in find({YEAR: present(FIRST, on, but)}, on, limits)}


def test_a_child_who_is_there_shows_no_pattern():
    assert kinds({}) == {}
    assert find({YEAR: b""}, ON) == []


def test_absence_gathered_on_fridays_is_found_with_its_numbers():
    fridays = [day for day in DAYS if day.weekday() == 4]
    found = kinds(dict.fromkeys(fridays[-4:], "I") | {DAYS[0]: "I"})["weekday"]
    assert found.says == (
        "Missed 8 of 24 Friday sessions since 7 September 2026, and 2 of 96 on other days."
    )
    assert found.facts["weekday"] == 4


@pytest.mark.parametrize("code", ["C2", "E", "Q", "X"])
def test_an_agreed_day_off_or_a_suspension_is_no_weekday_pattern(code):
    assert "weekday" not in kinds({day: code for day in DAYS if day.weekday() == 4})


def test_absence_spread_over_the_week_and_one_missed_day_are_no_weekday_pattern():
    assert "weekday" not in kinds(dict.fromkeys(DAYS[-10:], "I"))
    assert "weekday" not in kinds({DAYS[4]: "I"})


def test_absence_after_a_suspension_is_set_against_what_was_before():
    but = dict.fromkeys(DAYS[-12:-9], "E") | dict.fromkeys(DAYS[-5:-3], "O")
    found = kinds(but)["after_suspension"]
    assert found.says == (
        "Suspended until 16 November 2026; missed 4 of the 18 sessions after it "
        "and 0 of the 40 before it."
    )
    often_before = but | dict.fromkeys(DAYS[-30:-12:4], "I")
    assert "after_suspension" not in kinds(often_before)
    assert "after_suspension" not in kinds(dict.fromkeys(DAYS[-12:-9], "E"))
    assert "after_suspension" not in kinds(dict.fromkeys(DAYS[5:8], "E") | {DAYS[8]: "O"})


def test_newly_missing_is_every_one_of_the_last_days_and_not_one_fewer():
    last_ten = dict.fromkeys(DAYS[-10:], "I")
    found = kinds(last_ten)["newly_missing"]
    assert found.says == (
        "Missed all 20 possible sessions since 16 November 2026, and 0 of the 80 before."
    )
    assert "newly_missing" not in kinds(dict.fromkeys(DAYS[-9:], "I"))
    assert "newly_missing" in kinds(last_ten | {DAYS[-3]: "#"} | {DAYS[-11]: "O"})


def test_a_child_who_missed_half_before_is_not_newly_missing():
    assert is_newly_missing(b"II", b"I//")
    assert not is_newly_missing(b"II", b"I/")
    assert not is_newly_missing(b"I/", b"///")
    assert not is_newly_missing(b"", b"///")
    assert not is_newly_missing(b"II", b"")


def test_drift_is_against_the_childs_own_past_and_needs_one():
    now = dict.fromkeys(DAYS[-20:-16], "I")  # 8 of the last 40
    assert kinds(now)["drift"].facts == {
        "missed": 8, "possible": 40, "missed_before": 0, "possible_before": 80
    }  # fmt: skip
    assert "drift" not in kinds(now | dict.fromkeys(DAYS[0:40:5], "I"))  # a fifth before too
    assert "drift" not in kinds(now, limits=Thresholds(drift_past_least=81))


def test_transport_that_did_not_come_is_told_though_no_rate_shows_it():
    found = kinds({DAYS[-1]: "Q", DAYS[-2]: "Y1"})["transport"]
    assert found.facts == {"not_arranged": 2, "did_not_run": 2}
    assert "for want of transport" in found.says
    assert "transport" not in kinds({DAYS[-21]: "Q", DAYS[-1]: "Y2"})


def test_what_comes_after_the_day_asked_about_changes_nothing():
    whole = present(
        FIRST, date(2027, 1, 29), dict.fromkeys(school_days(ON, date(2027, 1, 29)), "O")
    )
    day_before = ON - timedelta(days=1)
    assert find({YEAR: whole}, day_before) == []
    assert find({YEAR: whole}, date(2026, 12, 11))[0].kind == "newly_missing"


def test_a_register_that_stops_while_the_setting_goes_on_is_gone_quiet():
    stopped = present(FIRST, DAYS[-6])
    taken = called([stopped, present(FIRST, ON, {DAYS[3]: "#"})])
    quiet = gone_quiet(Past({YEAR: stopped}, ON), taken)
    assert (quiet.since, quiet.facts["sessions_without_a_mark"]) == (DAYS[-6], 10)
    assert gone_quiet(Past({YEAR: present(FIRST, DAYS[-5])}, ON), taken) is None
    assert gone_quiet(Past({YEAR: stopped}, ON - timedelta(days=1)), taken) is None
    assert gone_quiet(Past({YEAR: b""}, ON), taken) is None


def test_a_closed_day_is_no_day_on_which_registers_were_taken():
    shut = present(FIRST, DAYS[1], {DAYS[1]: "#"})
    assert sum(called([shut])) == 2


def test_years_follow_one_another_so_that_september_knows_the_summer():
    summer, autumn = date(2026, 7, 20), date(2026, 9, 2)
    old = bytearray(place(summer) + 1)
    old[place(summer)] = ord("/")
    new = b"\0" * place(autumn) + b"I"
    year, marks = continued({2025: bytes(old), 2026: new})
    held = [session_at(year, at)[0] for at, byte in enumerate(marks) if byte]
    assert held == [summer, autumn]
    with pytest.raises(ValueError, match="at least one"):
        continued({})
