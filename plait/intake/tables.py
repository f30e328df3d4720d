"""Tables that partners send as CSV: found by column, whatever their order, spelling or encoding."""

import csv
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, ClassVar, TextIO

from django.db import transaction

from plait.intake.feed import Feed, Whole
from plait.intake.kinds import plain
from plait.intake.models import Delivery
from plait.standards.sen2.message import Unreadable

Row = dict[str, str]


class TableFeed(Feed):
    """A CSV file. `columns` gives our name for each column, with the headings it may have."""

    columns: ClassVar[Mapping[str, str]]
    needed: ClassVar[tuple[str, ...]]
    template: ClassVar[bool] = False  # whether an empty table of it is handed out

    def whole(self) -> Whole:
        """Read to the last row, once it is clear which column is which."""
        with self._opened() as file:
            table = csv.reader(file, strict=True)
            headings = next(table, None) or []
            self.delivery.mapping = self._mapping(headings)
            return Whole(sum(1 for row in _readable(table) if any(row)))

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Give each row by our names, with its line."""
        with self._opened() as file:
            table = csv.reader(file)
            headings = next(table, [])
            place = {heading: n for n, heading in enumerate(headings)}
            mine = [(name, place[heading]) for name, heading in self.delivery.mapping.items()]
            wide = len(headings)
            for cells in table:
                if any(cells[:wide]):
                    cells += [""] * (wide - len(cells))
                    yield table.line_num, {name: _cell(cells[n]) for name, n in mine}

    def take(self, rows: Sequence[tuple[int, Any]], *, dry: bool) -> None:
        """Bring rows in; a dry run does the same and takes it back at once."""
        with transaction.atomic():
            self.write([(number, line, row) for number, (line, row) in rows])
            if dry:
                transaction.set_rollback(True)

    @abstractmethod
    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Bring rows in, each with its number and line."""

    def _mapping(self, headings: list[str]) -> dict[str, str]:
        """Say which heading holds what: as told, else as last time, else by its name."""
        by_name = {plain(heading): heading for heading in headings}
        found = {
            name: next((by_name[s] for s in spellings.split() if s in by_name), "")
            for name, spellings in self.columns.items()
        }
        told = self.delivery.mapping or self._last_time()
        found |= {name: heading for name, heading in told.items() if heading in headings}
        if missing := [name for name in self.needed if not found[name]]:
            raise Unreadable(f"no column gives {' or '.join(missing)}; say which one does", 1)
        return {name: heading for name, heading in found.items() if heading}

    def _last_time(self) -> dict[str, str]:
        """Give the columns of the same sender's last file of this kind."""
        mine = self.delivery
        same = Delivery.objects.filter(area=self.area, kind=mine.kind, sender=mine.sender)
        last = same.exclude(pk=self.delivery.pk).exclude(mapping={}).order_by("-id").first()
        return last.mapping if last else {}

    @contextmanager
    def _opened(self) -> Iterator[TextIO]:
        with self.path.open(encoding=self._encoding(), newline="", errors="replace") as file:
            yield file

    def _encoding(self) -> str:
        """UTF-8 where it is, else the Windows-1252 of older exports."""
        try:
            with self.path.open(encoding="utf-8", newline="") as file:
                while file.read(1 << 20):
                    pass
        except UnicodeDecodeError:
            return "cp1252"
        return "utf-8-sig"


def _cell(text: str) -> str:
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
