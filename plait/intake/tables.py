"""Tables that partners send as CSV: found by column, whatever their order, spelling or encoding."""

import csv
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Any, ClassVar, TextIO

from django.db import transaction

from plait.intake.feed import Feed, Whole
from plait.intake.kinds import plain
from plait.intake.models import Delivery
from plait.standards.sen2.message import Unreadable

Row = dict[str, str]
LOOKED_AT = 200  # rows in which examples are sought


class TableFeed(Feed):
    """A CSV file. `columns` gives our name for each column, with the headings it may have."""

    columns: ClassVar[Mapping[str, str]]
    needed: ClassVar[tuple[str, ...]]
    template: ClassVar[bool] = False  # whether an empty table of it is handed out

    def whole(self) -> Whole:
        """Read to the last row, once it is clear which column is which."""
        self.delivery.mapping = self._mapping(self.headings())
        with self._opened() as file:
            table = _readable(csv.reader(file, strict=True))
            next(table, None)
            return Whole(sum(1 for row in table if any(row)))

    def rows(self) -> Iterator[tuple[int, Any]]:
        """Give each row by our names, with its line."""
        return self.told()

    def told(self) -> Iterator[tuple[int, Row]]:
        """Give each row by our names, with its line, whatever shape the feed itself takes."""
        names = self.names
        for line, cells in self.cells():
            yield line, dict(zip(names, map(cell, cells), strict=True))

    def cells(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give each row's cells as they stand in the file, in the order of our names."""
        with self._opened() as file:
            table = csv.reader(file)
            headings = next(table, [])
            place = {heading: n for n, heading in enumerate(headings)}
            mine = picking([place[heading] for heading in self.delivery.mapping.values()])
            wide = len(headings)
            for cells in table:
                if len(cells) != wide:
                    cells = cells[:wide] + [""] * (wide - len(cells))
                if any(cells):
                    yield table.line_num, mine(cells)

    @property
    def names(self) -> tuple[str, ...]:
        """Give our names of the columns that the file has."""
        return tuple(self.delivery.mapping)

    def take(self, rows: Sequence[tuple[int, Any]], *, dry: bool) -> None:
        """Bring rows in; a dry run does the same and takes it back at once."""
        with transaction.atomic():
            self.write([(number, line, row) for number, (line, row) in rows])
            if dry:
                transaction.set_rollback(True)

    @abstractmethod
    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Bring rows in, each with its number and line."""

    def headings(self) -> list[str]:
        """Give the file's first row; `Unreadable` where it is no row of a table."""
        with self._opened() as file:
            try:
                return next(csv.reader(file, strict=True), None) or []
            except csv.Error as broken:
                raise Unreadable(f"the table is broken ({broken})", 1) from broken

    def examples(self, *, rows: int = 3) -> list[tuple[str, list[str]]]:
        """Give each heading with the first values that stand under it."""
        headings = self.headings()
        found: list[list[str]] = [[] for _ in headings]
        with self._opened() as file:
            table = _readable(csv.reader(file, strict=True))
            next(table, None)
            for cells in islice(table, LOOKED_AT):
                for values, text in zip(found, cells, strict=False):
                    if (value := cell(text)[:60]) and value not in values and len(values) < rows:
                        values.append(value)
        return list(zip(headings, found, strict=True))

    def supposed(self, headings: list[str]) -> dict[str, str]:
        """Suppose which heading holds what: as the sender's last file, else by its name."""
        by_name = {plain(heading): heading for heading in headings}
        last = {n: h for n, h in self._last_time().items() if h in headings and n in self.columns}
        found = {
            name: next((by_name[s] for s in spellings.split() if s in by_name), "")
            for name, spellings in self.columns.items()
        }
        free = {name: h for name, h in found.items() if h and h not in last.values()}
        return free | last

    def _mapping(self, headings: list[str]) -> dict[str, str]:
        """Say which heading holds what: as a person told, else as it is supposed."""
        told = {
            name: heading for name, heading in self.delivery.mapping.items()
            if heading in headings and name in self.columns
        }  # fmt: skip
        whole = told and all(name in told for name in self.needed)
        found = told if whole else self.supposed(headings) | told
        if missing := [name for name in self.needed if name not in found]:
            raise Unreadable(f"no column gives {' or '.join(missing)}; say which one does", 1)
        return found

    def _last_time(self) -> dict[str, str]:
        """Give the columns of the same sender's last file of this kind."""
        mine = self.delivery
        same = Delivery.objects.filter(area=self.area, kind=mine.kind, sender=mine.sender)
        last = same.exclude(pk=self.delivery.pk).exclude(mapping={}).order_by("-id").first()
        return last.mapping if last else {}

    @contextmanager
    def _opened(self) -> Iterator[TextIO]:
        with self.path.open(encoding=self._encoding, newline="", errors="replace") as file:
            yield file

    @cached_property
    def _encoding(self) -> str:
        """UTF-8 where it is, else the Windows-1252 of older exports."""
        try:
            with self.path.open(encoding="utf-8", newline="") as file:
                while file.read(1 << 20):
                    pass
        except UnicodeDecodeError:
            return "cp1252"
        return "utf-8-sig"


def picking(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Give what picks cells at these places out of a row, always as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[n] for n in places)


def cell(text: str) -> str:
    """Give what a cell says."""
    return text.strip().replace("\x00", "")


def _readable(table: Any) -> Iterator[list[str]]:
    try:
        yield from table
    except csv.Error as broken:
        raise Unreadable(f"the table is broken ({broken})", table.line_num) from broken


def day(text: str) -> date | None:
    """Read a day as tables write it: 2026-03-31, 31/03/2026 or 31-03-2026; else None."""
    parts = text[:10].replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    try:
        return date(*map(int, parts))
    except (ValueError, TypeError, OverflowError):
        return None
