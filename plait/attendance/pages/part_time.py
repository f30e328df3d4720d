"""Part-time timetables in words; one past its last day says by how much."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from plait.ui.tables import Cell
from plait.ui.words import long_day, plural


def hours(number: Any) -> str:
    return f"{number:.1f}".removesuffix(".0")


def stands(row: Any, today: date) -> tuple[str, str]:
    """Say how a timetable stands, and its tag."""
    if row.ended_on:
        late = (row.ended_on - row.ends_on).days
        over = f", {plural(late, 'day', 'days')} after its last day" if late > 0 else ""
        return f"Ended on {long_day(row.ended_on)}{over}: {row.outcome}", "met"
    if row.ends_on < today:
        return f"{plural((today - row.ends_on).days, 'day', 'days')} past its last day", "late"
    if row.since > today:
        return f"Begins on {long_day(row.since)}", "running"
    return f"Until {long_day(row.ends_on)}", "running"


def before_prolonging(row: Any, rows: Iterable[Any]) -> str:
    """Say for how long the child has been part-time without a break, and that it is short-term."""
    first = row.since
    for one in sorted(rows, key=lambda held: held.since, reverse=True):
        if one.ended_on and one.ended_on + timedelta(days=1) == first:
            first = one.since
    since = f"Part-time without a break since {long_day(first)}; the last day was to be "
    return (
        f"{since}{long_day(row.ends_on)}. Part-time is for a short time only: it goes on with a "
        "new agreement and another plan, or it ends. What was agreed before stays on record."
    )


def line(row: Any, today: date) -> dict[str, Any]:
    """Give one line of the register."""
    words, tag = stands(row, today)
    return {
        "row": row,
        "setting": row.setting.name if row.setting else "not known",
        "hours": f"{hours(row.hours_a_week)} of {hours(row.full_hours)}",
        "stands": Cell(words, tag=tag),
    }


def summary(now: int, over: int) -> str:
    if not now:
        return "Nobody is on a part-time timetable."
    said = f"{plural(now, 'child is', 'children are')} on a part-time timetable"
    if not over:
        return f"{said}, none past the last day that was agreed."
    which = "past" if now == over == 1 else "all of them past" if now == over else f"{over} past"
    return f"{said}, {which} the last day that was agreed."
