"""Where a day falls on the drawing, and where its label finds room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plait.ui.plait_model import Plait

LEFT = 150
RIGHT = 1048
MONTHS_BEFORE = 6
MONTHS_AFTER = 4
FURTHEST = 12
LETTER = 7.9  # width of a letter, drawn at 15 units; wide enough for other typefaces


@dataclass(frozen=True)
class Scale:
    """The window of time drawn, whole months."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Give the place of a day, held inside the window."""
        share = (day - self.first) / (self.last - self.first)
        return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 1)

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> Iterator[date]:
        """Give the first day of each month drawn."""
        month = self.first
        while month < self.last:
            yield month
            month = month_from(month, 1)


def month_from(day: date, months: int) -> date:
    """Give the first of the month that lies so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def scale_of(plait: Plait) -> Scale:
    """Show half a year back and four months on, and up to a year each way where there is more."""
    days = [event.on for lane in plait.lanes for event in lane.events]
    days += [day for clock in plait.clocks for day in (clock.start, clock.due)]
    early = max(min(days, default=plait.today), month_from(plait.today, -FURTHEST))
    late = min(max(days, default=plait.today), month_from(plait.today, FURTHEST))
    first = min(month_from(early, 0), month_from(plait.today, -MONTHS_BEFORE))
    last = max(month_from(late + timedelta(days=20), 1), month_from(plait.today, MONTHS_AFTER))
    return Scale(first, last)


def width_of(text: str) -> float:
    """Guess how wide a label will be drawn, generously."""
    return len(text) * LETTER


def levels(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Give each span, in order, the first level on which it overlaps no span before it."""
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for start, end in spans:
        level = 0
        while level < len(taken) and any(start < b and end > a for a, b in taken[level]):
            level += 1
        if level == len(taken):
            taken.append([])
        taken[level].append((start, end))
        chosen.append(level)
    return chosen
