"""The First-tier Tribunal's own time: rules 12, 20 and 21 of SI 2008/2699."""

from datetime import date

from plait.law.calendar import is_working_day, next_working_day, nth_day
from plait.law.counting import months

AUGUST, DECEMBER, JANUARY = 8, 12, 1


def is_left_out(day: date) -> bool:
    """Whether rule 12(3) leaves the day out: any in August, and 25 December to 1 January."""
    return (
        day.month == AUGUST
        or (day.month == DECEMBER and day.day >= 25)
        or (day.month == JANUARY and day.day == 1)
    )


def relieved(day: date) -> date:
    """Rule 12(3)(a), then 12(1): a time that ends in such days, or on a day off, moves to work."""
    while is_left_out(day):
        day = _day_after_window(day)
    return next_working_day(day)


def _day_after_window(day: date) -> date:
    if day.month == AUGUST:
        return date(day.year, 9, 1)
    return date(day.year + (day.month == DECEMBER), 1, 2)


def appeal_limit(sent: date, certificate: date | None) -> date:
    """Rule 20(1)(c) before relief: 2 months from sending or, if later, 1 from the certificate."""
    two_months = months(sent, 2)
    return max(two_months, months(certificate, 1)) if certificate else two_months


def appeal_time(sent: date, certificate: date | None = None) -> date:
    """The last day on which the tribunal must have received the notice of appeal."""
    return relieved(appeal_limit(sent, certificate))


def tribunal_working_days(event: date, number: int) -> date:
    """Rule 12(3)(b): working days, not counting August and 25 December to 1 January."""
    return nth_day(event, number, lambda day: is_working_day(day) and not is_left_out(day))


def tribunal_days(event: date, number: int) -> date:
    """Rule 12(3)(b) for a step given in calendar days, then the roll of rule 12(1)."""
    return relieved(nth_day(event, number, lambda day: not is_left_out(day)))
