"""The counting rules: what "within N weeks of" and its sisters mean as a day in the calendar.

| code | wording | due day |
|---|---|---|
| C1 | within N weeks of an event | event + 7N; the event day is not counted |
| C2 | at least N days beginning with the day | event + N - 1; the event day is day 1 |
| C2w | within N weeks beginning with the date | event + 7N - 1 |
| C3 | within N days of | event + N |
| C4i | N working days beginning with the day | the day is day 1 if it is a working day |
| C4e | within N working days of | the first working day after the event is day 1 |
| C4b | at least N working days before | the Nth working day before the event |
| C5 | within N months of | the same day number, or the month's last day |
| C6 | period of N months beginning with | the day before the corresponding day |
| school_days | N school days | days on which that setting is open to its pupils |

C1, C3, C5 and school days are also counted back. `fixed` days are worked out in `special`.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from plait.law.calendar import ONE_DAY, DayTest, is_working_day, nth_day


class Rule(StrEnum):
    """The code under which a duty names its way of counting."""

    WEEKS = "C1"
    INCLUSIVE_DAYS = "C2"
    INCLUSIVE_WEEKS = "C2w"
    DAYS = "C3"
    WORKING_DAYS_INCLUSIVE = "C4i"
    WORKING_DAYS = "C4e"
    WORKING_DAYS_BACK = "C4b"
    MONTHS = "C5"
    INCLUSIVE_MONTHS = "C6"
    SCHOOL_DAYS = "school_days"
    FIXED = "fixed"
    NONE = "none"


def weeks(event: date, number: int) -> date:
    """C1; a negative number counts back."""
    return event + timedelta(weeks=number)


def inclusive_days(event: date, number: int) -> date:
    """C2: the last day of the period; the next step may be taken the day after it."""
    return event + timedelta(days=number - 1)


def inclusive_weeks(event: date, number: int) -> date:
    """C2w: always a day before C1."""
    return event + timedelta(weeks=number) - ONE_DAY


def days(event: date, number: int) -> date:
    """C3; a negative number counts back."""
    return event + timedelta(days=number)


def working_days_inclusive(event: date, number: int) -> date:
    """C4i: the event day is day 1 if it is a working day, else the next working day is."""
    return nth_day(event - ONE_DAY, number, is_working_day)


def working_days(event: date, number: int) -> date:
    """C4e: the first working day after the event is day 1."""
    return nth_day(event, number, is_working_day)


def working_days_back(event: date, number: int) -> date:
    """C4b: the nth working day before the event, the event day not counted."""
    return nth_day(event, number, is_working_day, -ONE_DAY)


def months(event: date, number: int) -> date:
    """C5: the corresponding date, or the month's last day if there is none; negative goes back."""
    year, month = divmod(event.year * 12 + event.month - 1 + number, 12)
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def inclusive_months(event: date, number: int) -> date:
    """C6: the day before the corresponding date; where there is none, the month's last day."""
    corresponding = months(event, number)
    return corresponding - ONE_DAY if corresponding.day == event.day else corresponding


def school_days(
    event: date,
    number: int,
    is_open: DayTest,
    *,
    back: bool = False,
    first_day_counts: bool = False,
) -> date:
    """The nth day on which the setting is open, after the event or before it."""
    if back:
        return nth_day(event, number, is_open, -ONE_DAY)
    return nth_day(event - ONE_DAY if first_day_counts else event, number, is_open)
