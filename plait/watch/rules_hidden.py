"""What is hidden: part time that nobody agreed, and a school that is not called one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from plait.law.rights import birthday, switch_date
from plait.law.threshold import FULL_TIME_HOURS, Place, in_force_on, judge
from plait.law.wording import day_in_words
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import school_year
from plait.watch.facts import Facts, running
from plait.watch.fired import Fired
from plait.watch.marks import part
from plait.watch.thresholds import Thresholds

PART_TIME_MARK: Final = CODES["C2"].byte
SCHOOL_AGE = 5
LATELY = timedelta(days=42)


def hidden_part_time(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Speak where marks say part time for weeks and no such timetable was told."""
    year = school_year(on)
    first = max(on - LATELY, date(year, 9, 1))
    if any(one.since <= on and (one.until or on) >= first for one in facts.part_time):
        return
    held = [marks for (_, of_year), marks in facts.registers.items() if of_year == year]
    count = sum(marks[part(year, first, on)].count(PART_TIME_MARK) for marks in held)
    if count >= given.hidden_sessions:
        says = (
            f"{count} sessions since {day_in_words(first)} are marked as a part-time timetable, "
            "and no such timetable was told to the authority."
        )
        yield Fired("hidden_part_time", f"{year}", (says,), on, trips="part_time")


def unregistered_provision(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    """Speak where a child with a plan is full time at a place that is not registered, but must be.

    The test is the one in force on the day (`plait.law.threshold`), and counts children of
    compulsory school age; a plan tells of needs.
    """
    test = in_force_on(on)
    of_age = birthday(facts.born, SCHOOL_AGE) <= on < switch_date(facts.born)
    if test is None or not of_age or not running(facts.plans, on):
        return
    verdict = judge(Place(with_plan=1, with_sen=1), test)
    for one in running(facts.alternative, on):
        full_time = float(one.more or 0) > FULL_TIME_HOURS
        if one.registered is False and full_time and verdict.must:
            says = (
                f"The child has an EHC plan and is at {one.name} {one.more} hours a week. It is "
                f"not registered as a school. {test.law}: {verdict.reasons[0]}"
            )
            yield Fired("unregistered_provision", f"{one.since}", (says,), one.since)
