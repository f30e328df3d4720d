"""The day the rights pass, what must be settled before it, and who takes which decision."""

from datetime import date, timedelta

import pytest

from plait.law.capacity import Mode, mode
from plait.law.rights import switch_date
from plait.law.takeover import (
    BY_KEY,
    MATTERS,
    Stage,
    last_day_without_leave,
    stage,
    who_decides,
    whose_rights,
)

BORN = date(2010, 11, 3)  # 16 on 3 November 2026: the year that ends on Friday 25 June 2027
DAY = date(2027, 6, 26)
LEAP = date(2012, 2, 29)
ONE = timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 3, 25), Stage.FAR),
        (date(2027, 3, 26), Stage.PREPARE),
        (date(2027, 5, 26), Stage.PREPARE),
        (date(2027, 5, 27), Stage.WARN),
        (DAY - ONE, Stage.WARN),
        (DAY, Stage.PASSED),
        (DAY + ONE, Stage.PASSED),
    ],
)
def test_the_stage_changes_three_months_and_thirty_days_before_and_on_the_day(on, expected):
    assert switch_date(BORN) == DAY
    assert stage(BORN, on) is expected


def test_somebody_born_on_29_february_takes_over_after_the_june_they_are_16():
    assert switch_date(LEAP) == date(2028, 7, 1)  # the last Friday of June 2028 is the 30th
    assert stage(LEAP, date(2028, 6, 30)) is Stage.WARN
    assert stage(LEAP, date(2028, 7, 1)) is Stage.PASSED


def test_the_last_day_is_the_day_before_and_never_under_thirty_days_of_warning():
    assert last_day_without_leave(BORN, DAY - timedelta(days=30)) == DAY - ONE
    assert last_day_without_leave(BORN, DAY + timedelta(days=400)) == DAY + timedelta(days=429)


@pytest.mark.parametrize(("on", "words"), [(DAY - ONE, "pass to"), (DAY, "since 26 June 2027")])
def test_whose_the_rights_are_is_said_with_its_day(on, words):
    assert words in whose_rights(BORN, on)


@pytest.mark.parametrize("matter", [m for m in MATTERS if m.provision])
def test_each_matter_names_a_provision_that_schedule_3_reads_anew(matter):
    assert mode(matter.provision) is Mode.INSTEAD


def decides(key, **more):
    given = {"able": False, "has_representative": False, "parent_has_capacity": True} | more
    return who_decides(BY_KEY[key], **given)


def test_who_decides_follows_the_finding_of_that_decision_alone():
    assert decides("appeal", able=True) == "the young person"
    assert decides("appeal") == "the parent"
    assert decides("appeal", has_representative=True) == "the representative"
    assert decides("appeal", parent_has_capacity=False) == "the parent's representative"
    assert decides("record") == "their parent"
