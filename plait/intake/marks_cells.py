"""The cells of a file of marks, taken apart: those that name a pupil, and those that mark."""

from collections.abc import Callable, Sequence

from plait.intake.marks_read import CELLS, Reading, reading_of
from plait.intake.tables import Row, cell, picking
from plait.people.sent import Sent

MOST_READINGS = 50_000  # different days, sessions and codes that are remembered
Cells = tuple[str, ...]
Pick = Callable[[Sequence[str]], Cells]


class MarkColumns:
    """Where a file's columns stand; what the same cells mark is made out once."""

    def __init__(self, names: Sequence[str], *, who: Sequence[str]) -> None:
        self.names = tuple(names)
        self.marking = tuple(name for name in CELLS if name in names)
        self.who_of = self._picking([name for name in who if name in names])
        self.marks_of = self._picking(self.marking)
        self.readings: dict[Cells, Reading] = {}

    def _picking(self, some: Sequence[str]) -> Pick:
        return picking([self.names.index(name) for name in some])

    def reading(self, what: Cells) -> Reading:
        """Read the cells of marks, or give what they said before."""
        if (found := self.readings.get(what)) is None:
            if len(self.readings) >= MOST_READINGS:
                self.readings.clear()
            found = reading_of(dict(zip(self.marking, map(cell, what), strict=True)))
            self.readings[what] = found
        return found

    def row(self, cells: Cells) -> Row:
        """Give a row by our names."""
        return dict(zip(self.names, map(cell, cells), strict=True))


class Pupil:
    """Whom the rows of a batch name by the same cells, with their marks by school year."""

    def __init__(self, sent: Sent | None, *, setting: int | None, refused: bool) -> None:
        self.sent, self.setting, self.refused = sent, setting, refused
        self.marks: dict[int, list[tuple[int, int]]] = {}
        self.first: dict[int, tuple[int, int | None]] = {}  # where a year's first mark stands

    def add(self, reading: Reading, number: int, line: int | None) -> None:
        """Add a row's marks to its year."""
        if reading.year not in self.marks:
            self.marks[reading.year], self.first[reading.year] = [], (number, line)
        self.marks[reading.year] += reading.placed
