"""Each signal at its own edge: the day, the count or the share on one side, and on the other."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import Session, with_marks
from plait.watch.facts import AlternativeSpell, Facts, PartTimeSpell, RollSpell, Spell, as_of
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

ON = date(2026, 11, 20)
DAY = timedelta(days=1)
GIVEN = Thresholds()
ROLL = RollSpell("roll:1", date(2024, 9, 2), name="Larkfield")
CHILD = Facts(1, born=date(2016, 3, 4), rolls=(ROLL,))


def fired(facts, on=ON, given=GIVEN):
    return {one.rule: one for one in signals(as_of(facts, on), on, given)}


def left(*days):
    rolls = tuple(
        RollSpell(f"roll:{n}", date(2024, 9, 2), day, name=f"School {n}")
        for n, day in enumerate(days)
    )
    return replace(CHILD, rolls=rolls)


def test_leaving_a_roll_is_told_of_for_the_areas_own_days_and_no_longer():
    gone = left(ON)
    assert "left_a_roll" in fired(gone, ON + GIVEN.left_days * DAY)
    assert "left_a_roll" not in fired(gone, ON + (GIVEN.left_days + 1) * DAY)


def test_of_two_rolls_left_the_last_is_named():
    gone = left(ON - 3 * DAY, ON - 9 * DAY)
    (found,) = signals(as_of(gone, ON), ON, GIVEN)
    assert found.says == (
        "The child left the roll of School 0 on 17 November 2026 and is on no other.",
    )
    assert (found.key, found.happened_on) == ("2026-11-17", date(2026, 11, 17))


def test_a_school_without_a_name_is_a_setting():
    gone = replace(CHILD, rolls=(replace(ROLL, name="", until=ON - DAY),))
    assert "the roll of a setting on" in fired(gone)["left_a_roll"].says[0]


def suspended(*days):
    spells = tuple(Spell(f"suspension:{n}", day, day) for n, day in enumerate(days))
    return replace(CHILD, suspensions=spells)


@pytest.mark.parametrize(
    ("days", "fires"),
    [
        ((ON - 9 * DAY, ON - 5 * DAY, ON), True),  # the third is today's
        ((ON - 9 * DAY, ON - 5 * DAY), False),
        ((ON - 364 * DAY, ON - 5 * DAY, ON), True),
        ((ON - 365 * DAY, ON - 5 * DAY, ON), False),  # a year ago today is no longer this year
    ],
)
def test_three_suspensions_within_a_year_are_told_of(days, fires):
    assert ("suspended_again" in fired(suspended(*days))) == fires


def test_a_fourth_suspension_is_the_same_signal_and_says_four():
    days = (ON - 20 * DAY, ON - 15 * DAY, ON - 9 * DAY)
    third, fourth = fired(suspended(*days)), fired(suspended(*days, ON))
    assert third["suspended_again"].key == fourth["suspended_again"].key == "2026-11-11"
    assert fourth["suspended_again"].says == (
        "4 suspensions in a year, the last on 20 November 2026.",
    )


def marked(here, missed):
    """A register of this autumn with so many sessions come to, then so many missed."""
    marks, day, codes = b"", date(2026, 9, 7), ["/"] * here + ["I"] * missed
    while codes:
        if day.weekday() < 5:
            half = [Session(day, at, CODES[codes.pop(0)].byte) for at in (0, 1) if codes]
            marks = with_marks(2026, marks, half)
        day += DAY
    return replace(CHILD, registers={("1", 2026): marks})


@pytest.mark.parametrize(
    ("here", "missed", "fires"),
    [(10, 10, True), (11, 9, False), (9, 10, False), (0, 20, True)],
)
def test_half_the_sessions_missed_is_told_of_once_enough_were_held(here, missed, fires):
    assert GIVEN.least_sessions == here + missed or not fires
    assert ("half_absent" in fired(marked(here, missed))) == fires


def test_an_exclusion_is_told_of_from_its_day_and_a_timetable_from_the_day_after_its_end():
    out = replace(CHILD, exclusions=(Spell("exclusion:1", ON, None),))
    assert "excluded" not in fired(out, ON - DAY)
    assert "excluded" in fired(out, ON)
    part = PartTimeSpell("part_time:1", date(2026, 10, 5), None, to_end_on=ON)
    over = replace(CHILD, part_time=(part,))
    assert "part_time_overran" not in fired(over, ON)
    assert "part_time_overran" in fired(over, ON + DAY)


def test_a_return_is_overdue_from_the_day_after_it():
    there = AlternativeSpell("ap:1", date(2026, 9, 7), None, "The Barn", "", return_on=ON)
    placed = replace(CHILD, alternative=(there,))
    assert not {"return_overdue", "no_return_plan"} & set(fired(placed, ON))
    assert "return_overdue" in fired(placed, ON + DAY)
    assert "no_return_plan" in fired(replace(CHILD, alternative=(replace(there, return_on=None),)))


OPEN = replace(CHILD, rolls=(), plans=(Spell("plan:1", date(2025, 1, 5)),))


@pytest.mark.parametrize(
    ("born", "fires"),
    [
        (date(2021, 11, 21), False),  # five tomorrow
        (date(2021, 11, 20), True),
        (date(2010, 9, 1), True),
        (date(2010, 8, 31), False),  # past school age since June
    ],
)
def test_a_child_on_no_roll_is_told_of_from_five_until_school_ends(born, fires):
    assert ("on_no_roll" in fired(replace(OPEN, born=born))) == fires
    assert "on_no_roll" not in fired(replace(OPEN, born=born, plans=()))


def test_on_no_roll_is_told_of_once_leaving_is_no_longer_new_and_from_the_day_it_was_left():
    gone = replace(OPEN, rolls=(replace(ROLL, until=ON),))
    new = ON + GIVEN.left_days * DAY
    assert "on_no_roll" not in fired(gone, new)
    found = fired(gone, new + DAY)["on_no_roll"]
    assert (found.key, found.happened_on) == ("2026-11-20", ON)
    assert "since 5 January 2025, and no roll names the child since 20 November" in found.says[0]
    assert fired(OPEN)["on_no_roll"].happened_on == date(2025, 1, 5)


def test_another_school_is_a_move_for_the_areas_own_days():
    rolls = (replace(ROLL, until=ON - DAY), RollSpell("roll:2", ON, name="Otherby"))
    went = replace(OPEN, rolls=rolls)
    assert "moved" in fired(went, ON + GIVEN.left_days * DAY)
    assert "moved" not in fired(went, ON + (GIVEN.left_days + 1) * DAY)


def worked(*days):
    """Caseworkers who each took over from the one before on a day."""
    days = (date(2025, 1, 1), *days)
    ends = [*days[1:], None]
    return replace(OPEN, rolls=(ROLL,), workers=tuple(
        Spell(f"tie:{n}", since, until, f"Worker {n}", "caseworker")
        for n, (since, until) in enumerate(zip(days, ends, strict=True))
    ))  # fmt: skip


def test_a_second_worker_is_told_of_while_both_changes_lie_in_the_areas_days():
    window = GIVEN.worker_days * DAY
    twice = worked(ON - 10 * DAY, ON)
    assert "workers_changed" in fired(twice, ON + window)
    assert "workers_changed" not in fired(twice, ON + window + DAY)
    assert "workers_changed" in fired(worked(ON - window, ON))
    assert "workers_changed" not in fired(worked(ON - window - DAY, ON))


def test_of_three_changes_the_last_two_are_told_and_only_once():
    thrice = worked(ON - 20 * DAY, ON - 10 * DAY, ON)
    (found,) = signals(as_of(thrice, ON), ON, GIVEN)
    assert "10 November 2026" in found.says[0]
    assert "20 November 2026" in found.says[1]


def test_a_school_left_and_entered_on_one_day_is_a_move_and_an_old_one_again_is_none():
    same_day = (replace(ROLL, until=ON), RollSpell("roll:2", ON, name="Otherby"))
    assert "moved" in fired(replace(OPEN, rolls=same_day))
    back = (
        replace(ROLL, until=ON - 30 * DAY),
        RollSpell("roll:2", ON - 29 * DAY, ON - DAY, name="Otherby"),
        RollSpell("roll:3", ON, name="Larkfield"),
    )
    assert not any(
        "to Larkfield" in one.says[0] for one in fired(replace(OPEN, rolls=back)).values()
    )
