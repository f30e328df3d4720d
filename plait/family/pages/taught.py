"""Where a child is taught beside or instead of full-time school, in words for the family."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from plait.provision.queries.eotas import Package
from plait.ui.words import long_day


def hours(number: Any) -> str:
    """Say the hours of a week."""
    if number is None:
        return _("The hours a week are not recorded.")
    count = f"{number:.1f}".removesuffix(".0")
    return _("%(hours)s hours a week.") % {"hours": count}


def part_time(row: Any, today: date) -> dict[str, Any]:
    """Give a part-time timetable: why, who agreed, the way back, and whether it is past its end."""
    days = {"since": long_day(row.since), "until": long_day(row.ends_on)}
    over = row.ended_on is None and row.ends_on < today
    return {
        "row": row,
        "days": _("From %(since)s to %(until)s.") % days,
        "hours": hours(row.hours_a_week),
        "agreed": _("%(who)s agreed on %(day)s.")
        % {"who": row.agreed_by, "day": long_day(row.agreed_on)},
        "over": _("It is past its last day. Ask the school when your child is back full-time.")
        if over
        else "",
        "ended": _ended(row.ended_on, row.outcome),
    }


def placement(row: Any, reviews: list[Any], today: date) -> dict[str, Any]:
    """Give a placement in alternative provision, with each review."""
    back = (
        _("Back at school on %(day)s.") % {"day": long_day(row.return_on)}
        if row.return_on
        else _("No day of return is recorded. You can ask the school for one.")
    )
    return {
        "row": row,
        "since": _("Since %(day)s.") % {"day": long_day(row.since)},
        "hours": hours(row.hours_a_week),
        "back": "" if row.until else back,
        "safe": _("The safeguarding of the place was checked on %(day)s.")
        % {"day": long_day(row.safeguarding_checked_on)}
        if row.safeguarding_checked_on
        else _("No check of the safeguarding of the place is recorded. You can ask for one."),
        "reviews": [(long_day(one.on), one) for one in reviews],
        "ended": _ended(row.until, row.outcome),
    }


def package(one: Package) -> dict[str, Any]:
    """Give the parts of education otherwise than at school, under one section."""
    titles = {
        "61": _("Arranged under the plan (section 61)"),
        "19": _("Arranged by the council because school is not possible (section 19)"),
    }
    return {
        "title": titles[one.basis],
        "hours": hours(one.hours),
        "parts": [
            (part, hours(part.hours_a_week), _ended(part.until, part.ended_why))
            for part in one.parts
        ],
    }


def way(row: Any, today: date) -> dict[str, Any]:
    """Give a plan of the way back with its steps."""
    return {
        "row": row,
        "by": _("Full-time again by %(day)s.") % {"day": long_day(row.full_time_by)},
        "steps": [(one.get("what", ""), _step(one, today)) for one in row.steps],
        "ended": _ended(row.ended_on, row.outcome),
    }


def _step(one: dict[str, str], today: date) -> str:
    if one.get("done_on"):
        return _("Done on %(day)s.") % {"day": long_day(date.fromisoformat(one["done_on"]))}
    if not one.get("by"):
        return ""
    due = date.fromisoformat(one["by"])
    said = _("It should have been done by %(day)s.") if due < today else _("By %(day)s.")
    return said % {"day": long_day(due)}


def _ended(on: date | None, why: str) -> str:
    if on is None:
        return ""
    said = _("Ended on %(day)s.") % {"day": long_day(on)}
    return f"{said} {why}"
