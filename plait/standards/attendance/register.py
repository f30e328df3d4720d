"""A register: one child's sessions at one setting in one school year, a byte a half-day.

It begins on the Monday of the week that holds 1 September and runs to 31 August; a week is twelve
bytes, Monday morning to Saturday afternoon. Saturday has its place because some settings teach on
it and a mark that has no place is a child out of sight; Sunday has none, for no register is called.
Zeros at the end are not kept. The byte of a code is in data/codes.csv; 0 is no session recorded.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from plait.standards.attendance.codes import BY_BYTE, NOTHING

AM, PM = 0, 1
SUNDAY: Final = 6
WEEK: Final = 12
_SEPTEMBER: Final = 9


class Session(NamedTuple):
    """One half-day of a register and the byte of its code."""

    day: date
    half: int
    byte: int

    @property
    def code(self) -> str:
        """The code as a school writes it."""
        return BY_BYTE[self.byte].code


def school_year(day: date) -> int:
    """Give the school year a day is in, named by the calendar year of its September."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


def begins(year: int) -> date:
    """Give the Monday that a school year's register begins on."""
    first = date(year, _SEPTEMBER, 1)
    return first - timedelta(days=first.weekday())


def place(day: date, half: int = AM, *, year: int | None = None) -> int:
    """Give a session's place in its register; a Sunday's is that of the next Monday."""
    weeks, weekday = divmod((day - begins(school_year(day) if year is None else year)).days, 7)
    return WEEK * weeks + 2 * weekday + (half if weekday < SUNDAY else 0)


def session_at(year: int, where: int) -> tuple[date, int]:
    """Give the day and the half-day that a place in a register stands for."""
    weeks, rest = divmod(where, WEEK)
    return begins(year) + timedelta(days=7 * weeks + rest // 2), rest % 2


def span(year: int, first: date, last: date) -> slice:
    """Give the part of a year's register that a period covers, both days included."""
    first = max(first, date(year, _SEPTEMBER, 1))
    last = min(last, date(year + 1, _SEPTEMBER, 1) - timedelta(days=1))
    if last < first:
        return slice(0, 0)
    return slice(place(first, year=year), place(last + timedelta(days=1), year=year))


def with_marks(year: int, marks: bytes, sessions: Iterable[Session]) -> bytes:
    """Write sessions into a register; the last one of a half-day stands.

    Raises ValueError for a Sunday, a day of another school year and a byte that is no code's.
    """
    placed = []
    for one in sessions:
        if one.day.weekday() == SUNDAY or school_year(one.day) != year:
            raise ValueError(f"{one.day} has no place in the register of {year}/{year + 1}.")
        if one.byte != NOTHING and one.byte not in BY_BYTE:
            raise ValueError(f"The byte {one.byte} on {one.day} is no attendance code's.")
        placed.append((place(one.day, one.half, year=year), one.byte))
    return with_bytes(marks, placed)


def with_bytes(marks: bytes, placed: Iterable[tuple[int, int]]) -> bytes:
    """Write bytes at their places into a register; the last one of a place stands."""
    kept = bytearray(marks)
    for where, byte in placed:
        if where >= len(kept):
            kept.extend(bytes(where + 1 - len(kept)))
        kept[where] = byte
    return bytes(kept.rstrip(b"\0"))


def sessions(year: int, marks: bytes) -> Iterator[Session]:
    """Give the recorded sessions of a register in order."""
    for where, byte in enumerate(marks):
        if byte != NOTHING:
            yield Session(*session_at(year, where), byte)
