"""What a person is checked against."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from plait.standards.sen2 import days, layout

Schools = Mapping[str, Mapping[str, Any]]


class Context:
    """What a person is checked against: the year, the census day, the register, those before."""

    def __init__(
        self, *, year: int, census: str | None = None, schools: Schools | None = None
    ) -> None:
        self.year = year
        self.census = days.day(census) or days.day(layout.CENSUS_DAYS[year])
        self.year_ago = days.a_year_before(self.census)
        self.school_year = days.school_year_began(self.census)
        self.schools: Schools = schools or {}
        self.first_with_upn: dict[str, int] = {}
        self.placed_at: Counter[str] = Counter()
        self.asked: dict[tuple[str, tuple[str, ...]], Any] = {}  # by check: rules left, by shape
