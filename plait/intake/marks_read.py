"""Read the cells of a row of marks: the same cells say the same, wherever they stand."""

from datetime import date
from typing import NamedTuple

from plait.intake.tables import Row, day
from plait.standards.attendance.codes import Code, CodeFault, fault_on, find
from plait.standards.attendance.marks_file import HALVES
from plait.standards.attendance.register import SUNDAY, place, school_year

YEARS = range(1990, 2100)
CELLS = ("date", "session", "code", "am", "pm")
NO_DAY = "This is no day on which a register is called."
NO_HALF = "A session is AM or PM."
NO_CODE = "This is no attendance code."
NO_MARK = "The row holds no mark."


class Wrong(NamedTuple):
    """What is wrong in a cell; without a `mend` of its own the row is refused for it."""

    field: str
    value: str
    says: str
    mend: str = ""


class Reading(NamedTuple):
    """What a row's cells say: its school year, each place in the register with its byte, faults."""

    year: int
    placed: tuple[tuple[int, int], ...]
    wrong: tuple[Wrong, ...] = ()


def reading_of(row: Row) -> Reading:
    """Read a row's marks; where a day, a half-day or a code is none, nothing of it is placed."""
    given = [_mark(row["date"], *one) for one in _given(row)]
    wrong = tuple(fault for _, _, faults in given for fault in faults)
    if not given:
        wrong = (Wrong("code", "", NO_MARK),)
    if not all(on for on, _, _ in given) or not given:
        return Reading(0, (), wrong)
    placed = tuple(where for _, where, _ in given)
    return Reading(school_year(given[0][0]), placed, wrong)


def _given(row: Row) -> list[tuple[str, str]]:
    """Give each half-day of a row with its mark."""
    if row.get("code") or row.get("session"):
        return [(row.get("session", ""), row.get("code", ""))]
    return [(half, row[half]) for half in ("am", "pm") if row.get(half)]


def _mark(
    date_text: str, session: str, mark: str
) -> tuple[date | None, tuple[int, int], tuple[Wrong, ...]]:
    """Read one mark: its day, its place and byte; no day where it cannot be kept, and why."""
    on, half, code, query = _read(date_text, session, mark)
    if on is None:
        return None, (0, 0), (Wrong("date", date_text, NO_DAY),)
    if half is None:
        return None, (0, 0), (Wrong("session", session, NO_HALF),)
    if code is None:
        return None, (0, 0), (Wrong("code", mark, NO_CODE),)
    asked = (Wrong("code", mark, query.message, query.mend),) if query else ()
    return on, (place(on, half), code.byte), asked


def _read(
    date_text: str, session: str, code_text: str
) -> tuple[date | None, int | None, Code | None, CodeFault | None]:
    """Read one mark's three cells: the day, the half, the code, and what is wrong with the code."""
    on = day(date_text)
    if on is None or on.weekday() == SUNDAY or on.year not in YEARS:
        return None, None, None, None
    code = find(code_text)
    return on, HALVES.get(plain_half(session)), code, fault_on(code, on) if code else None


def plain_half(text: str) -> str:
    """Write a half-day's name so that spellings of it are equal."""
    return text.casefold().replace(".", "").replace(" ", "")
