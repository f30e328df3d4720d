"""Whose right it is on a day: the parent's until the switch date, then the young person's."""

from datetime import date, timedelta
from enum import StrEnum

FRIDAY = 4
CUT_OFF = (8, 31)  # the school year's last day; a 1 September birthday falls into the next year


class Holder(StrEnum):
    """Who holds the rights of Part 3."""

    PARENT = "parent"
    YOUNG_PERSON = "young person"
    NOBODY = "nobody"


def birthday(born: date, age: int) -> date:
    """The day an age is reached; someone born on 29 February reaches it on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age(born: date, on: date) -> int:
    """Completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def school_leaving_date(born: date, cut_off: tuple[int, int] = CUT_OFF) -> date:
    """The last Friday of June in the school year of the 16th birthday (EA 1996 s.8(3))."""
    sixteenth = birthday(born, 16)
    year = sixteenth.year + ((sixteenth.month, sixteenth.day) > cut_off)
    june = date(year, 6, 30)
    return june - timedelta(days=(june.weekday() - FRIDAY) % 7)


def switch_date(born: date, cut_off: tuple[int, int] = CUT_OFF) -> date:
    """The first day over compulsory school age: the day after the school leaving date."""
    return school_leaving_date(born, cut_off) + timedelta(days=1)


def who_holds(born: date, on: date) -> Holder:
    """The holder of the rights, where everybody can decide for themselves (else see `capacity`)."""
    if on < born or age(born, on) >= 25:
        return Holder.NOBODY
    return Holder.YOUNG_PERSON if on >= switch_date(born) else Holder.PARENT


def aged_18_or_over(born: date, on: date) -> bool:
    """The test of reg 30."""
    return age(born, on) >= 18


def aged_over_18(born: date, on: date) -> bool:
    """The test of ss.36(10), 44(5) and 45(3): more than 18 completed years (our reading)."""
    return age(born, on) > 18
