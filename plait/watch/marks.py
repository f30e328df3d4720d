"""A child's absence in the school year up to a day, all settings joined, no session twice."""

from datetime import date
from functools import lru_cache, reduce

from plait.standards.attendance.dual import joined
from plait.standards.attendance.measures import Counts, count
from plait.standards.attendance.register import school_year, span
from plait.watch.facts import Facts

SEPTEMBER = 9
part = lru_cache(maxsize=32)(span)  # a run asks for the same days for every child


def year_so_far(facts: Facts, on: date) -> tuple[Counts, date]:
    """Count this school year's sessions up to a day, and give the year's first day."""
    year = school_year(on)
    first = date(year, SEPTEMBER, 1)
    held = [marks for (_, of_year), marks in facts.registers.items() if of_year == year]
    if not held:
        return Counts(), first
    return count(reduce(joined, held)[part(year, first, on)]), first
