"""Attendance marks, kept as one byte a half-day.

A row is a mark (pupil, date, session, code) or, in a daily list, a day (pupil, date, am, pm).
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from plait.attendance.models import Register
from plait.intake.children import ORIGIN, PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.tables import Row, day
from plait.people.rows import add_all, change_all, fresh
from plait.people.sent import Sent
from plait.standards.attendance.codes import Code, CodeFault, fault_on, find
from plait.standards.attendance.marks_file import HALVES
from plait.standards.attendance.register import SUNDAY, Session, school_year, with_marks
from plait.standards.identifiers import check, tidy
from plait.standards.sen2.message import Unreadable

YEARS = range(1990, 2100)
WHO = (*PERSON, *URN, "pupil")
NO_MARKS = "no columns give marks: session and code, or am and pm; say which ones do"


class MarksFeed(ChildFeed):
    """One row a mark; the pupil is named by UPN, by the school's own number, or as a person."""

    batch_size = 10_000
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

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a row's marks; a day, a half-day or a code that is none is refused."""
        setting = self.setting(number, line, row) if row.get("urn") else None
        if row.get("urn") and setting is None:
            return None
        given = _given(row)
        marks = [self._mark(number, line, row, *one) for one in given]
        if not marks:
            self.refuse(number, line, "code", "", "The row holds no mark.")
        if not marks or None in marks:
            return None
        return {"setting_id": setting, "school_year": school_year(marks[0].day), "marks": marks}

    def _mark(
        self, number: int, line: int | None, row: Row, session: str, mark: str
    ) -> Session | None:
        on, half, code, wrong = _read(row["date"], session, mark)
        if on is None:
            says = "This is no day on which a register is called."
            self.refuse(number, line, "date", row["date"], says)
        elif half is None:
            self.refuse(number, line, "session", session, "A session is AM or PM.")
        elif code is None:
            self.refuse(number, line, "code", mark, "This is no attendance code.")
        else:
            if wrong:
                self.note(number, line, "code", mark, wrong.message, rule="MARK1",
                          mend=wrong.mend, severity="query")  # fmt: skip
            return Session(on, half, code.byte)
        return None

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
            marks = [mark for x in mine for mark in x.says["marks"]]
            row.marks = with_marks(row.school_year, before, marks)
            newest = max(mark.day for mark in marks)
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
        named = tuple([row.get(name) for name in self._who])
        if (found := self._told.get(named)) is None:
            pupil = row.get("pupil", "")
            if pupil and not (row.get("upn") or row.get("their_number")):
                neat = tidy("upn", pupil)
                name = "upn" if neat and check("upn", neat).valid else "their_number"
                row = row | {name: pupil}
            if (found := super().sent(number, line, row)) is not None:
                self._told[named] = found
        return found

    @cached_property
    def _who(self) -> list[str]:
        return [name for name in WHO if name in self.delivery.mapping]

    @cached_property
    def _told(self) -> dict[tuple[str, ...], Sent]:
        return {}


@lru_cache(maxsize=20_000)
def _read(
    date_text: str, session: str, code_text: str
) -> tuple[date | None, int | None, Code | None, CodeFault | None]:
    """Read one mark's three cells: the day, the half, the code, and what is wrong with the code."""
    on = day(date_text)
    if on is None or on.weekday() == SUNDAY or on.year not in YEARS:
        return None, None, None, None
    code = find(code_text)
    return on, HALVES.get(plain_half(session)), code, fault_on(code, on) if code else None


def _given(row: Row) -> list[tuple[str, str]]:
    """Give each half-day of a row with its mark."""
    if row.get("code") or row.get("session"):
        return [(row.get("session", ""), row.get("code", ""))]
    return [(half, row[half]) for half in ("am", "pm") if row.get(half)]


def plain_half(text: str) -> str:
    """Write a half-day's name so that spellings of it are equal."""
    return text.casefold().replace(".", "").replace(" ", "")
