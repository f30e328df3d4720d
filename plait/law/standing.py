"""How a duty stands on a day: worked out from dates, never stored and never ticked."""

from datetime import date
from enum import StrEnum

from plait.law.wording import day_in_words, quantity

SOON = 14


class Standing(StrEnum):
    """Words before colour: each value is also a CSS class and a filter's value."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    LATE = "late"
    MET = "met"
    MET_LATE = "met_late"
    EXCUSED = "excused"
    NOT_KNOWN = "not_known"


LABELS = {
    Standing.RUNNING: "Running",
    Standing.DUE_SOON: "Due soon",
    Standing.LATE: "Late",
    Standing.MET: "Met",
    Standing.MET_LATE: "Met late",
    Standing.EXCUSED: "Excused",
    Standing.NOT_KNOWN: "Not known",
}


def standing(
    *,
    due_on: date,
    done_on: date | None,
    excused: bool,
    known_to: date | None,
    today: date,
    soon: int = SOON,
) -> Standing:
    """Say how a duty stands. An exception forgives lateness; it never moves the due day.

    `known_to` is the day of the newest evidence; None means that the record is live. A done day
    that is still to come is not done yet.
    """
    done_on = done_on if done_on and done_on <= today else None
    if (done_on or today) <= due_on:
        return Standing.MET if done_on else _open(due_on, today, soon)
    if excused:
        return Standing.EXCUSED
    if done_on:
        return Standing.MET_LATE
    return Standing.NOT_KNOWN if known_to and known_to < due_on else Standing.LATE


def _open(due_on: date, today: date, soon: int) -> Standing:
    return Standing.DUE_SOON if days_left(due_on, today) <= soon else Standing.RUNNING


def days_left(due_on: date, today: date) -> int:
    """Days from today to the due day; negative once it has passed."""
    return (due_on - today).days


def words(
    standing: Standing,
    *,
    due_on: date,
    today: date,
    done_on: date | None = None,
    known_to: date | None = None,
) -> str:
    """The standing as a person reads it: "28 days left", "Met, 3 days late"."""
    gap = days_left(due_on, done_on if done_on and done_on <= today else today)
    match standing:
        case Standing.RUNNING | Standing.DUE_SOON:
            return f"{quantity(gap, 'days')} left" if gap else "Due today"
        case Standing.LATE:
            return f"{_how_long(-gap)} late"
        case Standing.MET:
            return f"Met, {quantity(gap, 'days')} early" if gap else "Met, on the day"
        case Standing.MET_LATE:
            return f"Met, {_how_long(-gap)} late"
        case Standing.EXCUSED:
            return f"Excused, {_how_long(-gap)} past the day"
        case Standing.NOT_KNOWN:
            return f"Not known since {day_in_words(known_to)}" if known_to else "Not known"


def _how_long(days: int) -> str:
    """Days, until they are so many that only years say anything."""
    years = days // 365
    return quantity(days, "days") if years < 2 else f"More than {quantity(years, 'years')}"
