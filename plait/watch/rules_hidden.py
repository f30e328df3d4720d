"""What is hidden: part time that nobody agreed, and a school that is not called one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from plait.law.wording import day_in_words
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import school_year, span
from plait.watch.facts import Facts, running
from plait.watch.fired import Fired
from plait.watch.thresholds import Thresholds

PART_TIME_MARK: Final = CODES["C2"].byte
LATELY = timedelta(days=42)
FULL_TIME_HOURS = 18  # guidance speaks of more than 18 hours a week; from memory


def hidden_part_time(facts: Facts, on: date, given: Thresholds) -> Iterator[Fired]:
    """Speak where marks say part time for weeks and no such timetable was told."""
    year = school_year(on)
    first = max(on - LATELY, date(year, 9, 1))
    if any(one.since <= on and (one.until or on) >= first for one in facts.part_time):
        return
    held = [marks for (_, of_year), marks in facts.registers.items() if of_year == year]
    count = sum(bytes(marks[span(year, first, on)]).count(PART_TIME_MARK) for marks in held)
    if count >= given.hidden_sessions:
        says = (
            f"{count} sessions since {day_in_words(first)} are marked as a part-time timetable, "
            "and no such timetable was told to the authority."
        )
        yield Fired("hidden_part_time", f"{year}", (says,), on, trips="part_time")


def unregistered_provision(facts: Facts, on: date, _: Thresholds) -> Iterator[Fired]:
    """Speak where a child with a plan is full time at a provider that is not registered."""
    if not running(facts.plans, on):
        return
    for one in running(facts.alternative, on):
        if one.registered is False and float(one.more or 0) > FULL_TIME_HOURS:
            says = (
                f"The child has an EHC plan and is at {one.name} {one.more} hours a week. It is "
                "not registered as a school, and one such child, full time, makes it one that must "
                "be."
            )
            yield Fired("unregistered_provision", f"{one.since}", (says,), one.since)
