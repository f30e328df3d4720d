"""Attendance marks, kept as one byte a half-day.

A row is a mark (pupil, date, session, code) or, in a daily list, a day (pupil, date, am, pm).
A file has many rows of few pupils and fewer days, so whom the cells of a row name and what they
mark is each made out once; a row then costs two look-ups.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from plait.attendance.models import Register
from plait.intake.children import ORIGIN, PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.marks_cells import Cells, MarkColumns, Pupil
from plait.intake.marks_read import Reading, reading_of
from plait.intake.tables import Row
from plait.people.models import Incoming
from plait.people.recognising import KNOWN
from plait.people.rows import add_all, change_all, fresh
from plait.people.sent import Sent
from plait.standards.attendance.register import session_at, with_bytes
from plait.standards.identifiers import check, tidy
from plait.standards.sen2.message import Unreadable

WHO = (*PERSON, *URN, "pupil")
NO_MARKS = "no columns give marks: session and code, or am and pm; say which ones do"


class MarksFeed(ChildFeed):
    """One row a mark; the pupil is named by UPN, by the school's own number, or as a person."""

    batch_size = 100_000  # a list of days names every pupil anew each day
    model = Register
    key = ("setting_id", "school_year")
    columns = columns_of(
        PERSON, URN,
        {
            "pupil": "pupilref child",
            "date": "sessiondate markdate day",
            "session": "halfday ampm sessionname",
            "code": "mark attendancecode attendancemark",
            "am": "morning ammark amcode", "pm": "afternoon pmmark pmcode",
        },
    )  # fmt: skip
    needed = ("date",)

    def _mapping(self, headings: list[str]) -> dict[str, str]:
        """A table of marks has session and code; a daily list has am, pm or both."""
        found = super()._mapping(headings)
        if not ({"session", "code"} <= set(found) or {"am", "pm"} & set(found)):
            raise Unreadable(NO_MARKS, 1)
        return found

    def rows(self) -> Iterator[tuple[int, Any]]:
        """Give each row's cells as they stand; nearly all of them were read before."""
        return self.cells()

    def write(self, rows: Sequence[tuple[int, int, Cells]]) -> None:
        """Recognise every pupil, keep the marks of those known, and let the others wait."""
        pupils = self._pupils(rows)
        told = [(one.sent, one) for one in pupils.values() if one.sent and one.marks]
        if not told:
            return
        found = self.recognised([sent for sent, _ in told])
        known = [
            Line(*one.first[year], {}, _says(one.setting, year, marks), found[sent.key])
            for sent, one in told
            for year, marks in one.marks.items()
            if found[sent.key].state in KNOWN
        ]
        self._wait(self._unknown(rows, pupils, found))
        self.keep(known)
        self.take_waiting({one.incoming.pk: one.incoming for one in known}, at=self.delivery.at)

    def _pupils(self, rows: Sequence[tuple[int, int, Cells]]) -> dict[Cells, Pupil]:
        """Gather the marks of each pupil named; what cannot be kept is refused."""
        its = self._columns
        who_of, marks_of, readings = its.who_of, its.marks_of, its.readings
        first = {who_of(cells): cells for *_, cells in rows}
        self.find_settings([its.row(cells) for cells in first.values()])
        pupils: dict[Cells, Pupil] = {}
        for number, line, cells in rows:
            who, what = who_of(cells), marks_of(cells)
            if (pupil := pupils.get(who)) is None:
                pupil = pupils[who] = self._pupil(number, line, its.row(cells))
            reading = readings.get(what) or its.reading(what)
            fine = not (pupil.refused or reading.wrong)
            if fine or self._usable(number, line, cells, pupil, reading):
                pupil.add(reading, number, line)
        return pupils

    def _pupil(self, number: int, line: int, row: Row) -> Pupil:
        faults, refused = len(self.faults), self.counts["refused"]
        sent = self.sent(number, line, row)
        if sent is None:  # said of each such row when it is come to
            del self.faults[faults:]
            self.counts["refused"] = refused
        named = row.get("urn")
        setting = self.settings.get(named) if named else None
        return Pupil(sent, setting=setting, refused=sent is None or bool(named and not setting))

    def _usable(self, number: int, line: int, cells: Cells, pupil: Pupil, reading: Reading) -> bool:
        """Say of one row all that is wrong with it, and whether its marks can be kept."""
        if pupil.refused:
            row = self._columns.row(cells)
            if pupil.sent is None:
                self.sent(number, line, row)
            else:
                self.setting(number, line, row)
            return False
        for field, value, says, mend in reading.wrong:
            if mend:
                self.note(number, line, field, value, says, rule="MARK1", mend=mend,
                          severity="query")  # fmt: skip
            else:
                self.refuse(number, line, field, value, says)
        return bool(reading.placed)

    def _unknown(
        self, rows: Sequence[tuple[int, int, Cells]], pupils: dict[Cells, Pupil],
        found: dict[str, Incoming],
    ) -> list[Line]:  # fmt: skip
        """Give, as they came, the rows of those who are not known yet."""
        named = {who: found[one.sent.key] for who, one in pupils.items() if one.sent and one.marks}
        waiting = {who: one for who, one in named.items() if one.state not in KNOWN}
        if not waiting:
            return []
        its = self._columns
        return [
            Line(number, line, its.row(cells), {}, waiting[who])
            for number, line, cells in rows
            if (who := its.who_of(cells)) in waiting and its.reading(its.marks_of(cells)).placed
        ]

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a row that waited; it was looked at when it came."""
        reading = reading_of(row)
        setting = self.setting(number, line, row) if row.get("urn") else None
        if (row.get("urn") and setting is None) or not reading.placed:
            return None
        return _says(setting, reading.year, reading.placed)

    def keep(self, lines: Sequence[Line]) -> None:
        """Write marks into the registers; a register that stays as it is counts as unchanged."""
        told: dict[tuple[Any, ...], list[Line]] = defaultdict(list)
        held = self.held(lines)
        for one in lines:
            if (key := self.key_of(one, held)) is not None:
                told[key].append(one)
        new, changed = [], []
        for key, mine in told.items():
            row = held.get(key) or self._empty(mine[0])
            before = bytes(row.marks)
            placed = list(chain.from_iterable(one.says["placed"] for one in mine))
            row.marks = with_bytes(before, placed)
            newest, _ = session_at(row.school_year, max(placed)[0])
            if row.marks == before and row.known_to and newest <= row.known_to:
                self.counts["unchanged"] += 1
                continue
            row.known_to = max(row.known_to or newest, newest)
            row.source_id, row.source_line = self.source.pk, mine[0].line
            row.came_as_id = mine[0].incoming.pk
            (changed if row.pk else new).append(row)
        self.counts["new"] += len(new)
        self.counts["changed"] += len(changed)
        add_all(new)
        change_all(changed, ["marks", "known_to", *ORIGIN])

    def _empty(self, one: Line) -> Register:
        return fresh(
            Register, area_id=self.area.pk, child_id=one.incoming.child_id,
            came_as_id=one.incoming.pk, setting_id=one.says["setting_id"],
            school_year=one.says["school_year"], marks=b"",
        )  # fmt: skip

    def sent(self, number: int, line: int | None, row: Row) -> Sent | None:
        """A bare "pupil" is a UPN where it can be one, else the school's own number.

        One pupil has many marks, so who a row names is made out once, and its notes are said once.
        """
        named = tuple([row.get(name) for name in WHO])
        first, found = self._told.get(named, (number, None))
        if found is None or first == number:
            pupil = row.get("pupil", "")
            if pupil and not (row.get("upn") or row.get("their_number")):
                neat = tidy("upn", pupil)
                name = "upn" if neat and check("upn", neat).valid else "their_number"
                row = row | {name: pupil}
            if (found := super().sent(number, line, row)) is not None:
                self._told[named] = number, found
        return found

    @cached_property
    def _told(self) -> dict[tuple[str | None, ...], tuple[int, Sent]]:
        return {}

    @cached_property
    def _columns(self) -> MarkColumns:
        return MarkColumns(self.names, who=WHO)


def _says(setting: int | None, year: int, placed: Sequence[tuple[int, int]]) -> dict[str, Any]:
    return {"setting_id": setting, "school_year": year, "placed": placed}
