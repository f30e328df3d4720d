"""Whose right it is on a day: the parent's until the switch date, then the young person's."""

from datetime import date, timedelta

from plait.law.counting import months

FRIDAY = 4


def school_year_ends(day: date) -> date:
    """The 31 August that ends the school year (1 September to 31 August) in which the day falls."""
    return date(day.year + (day.month >= 9), 8, 31)


def switch_date(born: date) -> date:
    """The day after the last Friday of June in the school year of the 16th birthday."""
    june = date(school_year_ends(months(born, 16 * 12)).year, 6, 30)
    leaving = june - timedelta(days=(june.weekday() - FRIDAY) % 7)
    return leaving + timedelta(days=1)
