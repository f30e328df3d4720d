"""A CSV of marks (pupil, date, session, code) read into registers, with what was wrong by line."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

from plait.standards.attendance.codes import CODES, Code, fault_on, find
from plait.standards.attendance.register import AM, PM, SUNDAY, place, school_year
from plait.standards.tables import TableFault, read_table

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "pupil": ("pupil", "pupil id", "upn", "child", "child id"),
    "date": ("date", "session date", "day", "mark date"),
    "session": ("session", "half day", "am/pm", "session name"),
    "code": ("code", "mark", "attendance code", "attendance mark"),
}
HALVES: Final = {
    **dict.fromkeys(("am", "a", "1", "am1", "morning", "session1", "s1", "m"), AM),
    **dict.fromkeys(("pm", "p", "2", "pm1", "afternoon", "session2", "s2"), PM),
}
HALF_WORDS: Final = ("morning", "afternoon")
REGISTERS_FROM: Final = range(1990, 2100)  # a year outside these is a slip of the pen
_DUAL: Final = CODES["D"].byte


class NotMarks(ValueError):
    """A table that is not one of marks; says which columns it lacks."""


@dataclass
class Marks:
    """Each pupil's registers by school year, the days they run over, and the faults."""

    registers: dict[str, dict[int, bytearray]] = field(default_factory=dict)
    faults: list[TableFault] = field(default_factory=list)
    first: date | None = None
    last: date | None = None


def read_marks(source: str | Path | BinaryIO) -> Marks:
    """Read a table of marks; a row that cannot be used is a fault, and the rest are read."""
    try:
        table = read_table(source, COLUMNS)
    except csv.Error as broken:
        raise NotMarks(
            f"Its first row is no row of a CSV ({broken}). Save it as CSV again."
        ) from None
    if table.missing:
        raise NotMarks(
            f"It has no column {' and no column '.join(table.missing)}. "
            "Give it the headings pupil, date, session, code."
        )
    read = Marks(faults=table.faults)
    for row in table.rows:
        _take(read, row)
    read.faults.sort(key=lambda fault: fault.line)
    return read


def _take(read: Marks, row: dict[str, str]) -> None:
    """Write one row into its pupil's register, or say why it cannot be."""
    line, day, half, code = int(row["_line"]), _day(row["date"]), _half(row["session"]), None
    refused = _refusal(row, day, half)
    if refused is None and (code := find(row["code"])) is None:
        refused = _unknown_code(row["code"])
    if refused is not None or day is None or half is None or code is None:
        column, message, mend = refused or ("", "", "")
        read.faults.append(TableFault(line, column, row.get(column, ""), message, mend))
        return
    if (wrong := fault_on(code, day)) is not None:
        read.faults.append(TableFault(line, "code", row["code"], *wrong))
    year = school_year(day)
    years = read.registers.setdefault(row["pupil"], {})
    _write(read, line, years.setdefault(year, bytearray()), row, (day, half), code)
    read.first = min(read.first or day, day)
    read.last = max(read.last or day, day)


def _write(
    read: Marks,
    line: int,
    marks: bytearray,
    row: dict[str, str],
    when: tuple[date, int],
    code: Code,
) -> None:
    """Write a mark; equal ones are one, D gives way to the other school's, others disagree."""
    where = place(*when)
    if where >= len(marks):
        marks.extend(bytes(where + 1 - len(marks)))
    held = marks[where]
    if not held or held == _DUAL:
        marks[where] = code.byte
    elif code.byte not in (held, _DUAL):
        first = next(one.code for one in CODES.values() if one.byte == held)
        read.faults.append(TableFault(
            line, "code", row["code"],
            f"Pupil {row['pupil']} has {first} already for the {HALF_WORDS[when[1]]} of {when[0]}; "
            "the first was counted.",
            "Keep the mark that is right and delete the other.",
        ))  # fmt: skip


def _refusal(
    row: dict[str, str], day: date | None, half: int | None
) -> tuple[str, str, str] | None:
    """Say which column cannot be used, why and how to mend it; nothing where all can."""
    if not row["pupil"]:
        return "pupil", "The row names no pupil.", "Fill in who the mark is of."
    if day is None:
        return "date", f"{row['date']!r} is no date.", "Write it as 2026-09-07 or 07/09/2026."
    if day.weekday() == SUNDAY:
        return "date", f"{day} is a Sunday; no register is called on it.", "Check the date."
    if half is None:
        return "session", f"{row['session']!r} is no half-day.", "Write AM or PM."
    return None


def _unknown_code(text: str) -> tuple[str, str, str]:
    if not text:
        return (
            "code",
            "The session has no code.",
            "Enter it, or delete the row if nothing is known.",
        )
    known = " ".join(code.code for code in CODES.values() if code.last is None)
    return "code", f"{text!r} is no attendance code.", f"Use one of {known}."


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    """Read 2026-09-07, 07/09/2026 or 07-09-2026; nothing else is a date."""
    parts = text.replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, number = map(int, parts)
    try:
        return date(year, month, number) if year in REGISTERS_FROM else None
    except ValueError:
        return None


def _half(text: str) -> int | None:
    return HALVES.get(text.lower().replace(".", "").replace(" ", ""))
