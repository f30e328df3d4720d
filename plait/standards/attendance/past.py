"""A child's sessions up to a day: several years of registers as one, and what was possible."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from plait.standards.attendance.codes import BY_BYTE, CODES, NOTHING
from plait.standards.attendance.measures import all_but
from plait.standards.attendance.register import WEEK, begins, place, session_at

ABSENT: Final = bytes(code.byte for code in CODES.values() if code.absence)
POSSIBLE: Final = bytes(code.byte for code in CODES.values() if code.possible)
_NOT_ABSENT: Final = all_but(ABSENT)
_NOT_POSSIBLE: Final = all_but(POSSIBLE)
_CALLED: Final = bytes(
    byte != NOTHING and (byte not in BY_BYTE or BY_BYTE[byte].group != "no session")
    for byte in range(256)
)


def missed(marks: bytes) -> int:
    """Count the absences among sessions."""
    return len(marks.translate(None, _NOT_ABSENT))


def possible(marks: bytes) -> bytes:
    """Keep the possible sessions, in their order."""
    return marks.translate(None, _NOT_POSSIBLE)


class Past:
    """One child's registers, a school year each, read as one that ends on a day."""

    def __init__(self, registers: Mapping[int, bytes], on: date) -> None:
        self.year, self.marks = continued(registers)
        self.end = max(0, place(on + timedelta(days=1), year=self.year))  # the first place not past
        self.marks = self.marks[: self.end]

    @cached_property
    def possible(self) -> bytes:
        """The possible sessions in their order."""
        return possible(self.marks)

    def day_of(self, number: int) -> date:
        """Give the day of a possible session by its number; a negative one counts back."""
        where = [at for at, byte in enumerate(self.marks) if byte in POSSIBLE][number]
        return session_at(self.year, where)[0]

    def weeks(self, number: int) -> tuple[date, bytes]:
        """Give the last so many weeks, from the Monday of the first of them."""
        start = max(0, WEEK * (-(-self.end // WEEK) - number))
        return session_at(self.year, start)[0], self.marks[start:]


def continued(registers: Mapping[int, bytes]) -> tuple[int, bytes]:
    """Put the registers of several years one after another; give the first year and all marks."""
    if not registers:
        raise ValueError("There is no register to read: give at least one, b'' if it is empty.")
    first = min(registers)
    whole = b""
    for year in range(first, max(registers) + 1):
        opens = place(date(year, 9, 1), year=year)  # after days of August in the same week
        length = WEEK * ((begins(year) - begins(first)).days // 7) + opens
        whole = whole[:length].ljust(length, b"\0") + registers.get(year, b"")[opens:]
    return first, whole


def called(registers: Iterable[bytes]) -> bytes:
    """Say of each half-day whether a setting took a register: 1 where any pupil has a mark."""
    taken = 0
    for marks in registers:
        taken |= int.from_bytes(marks.translate(_CALLED), "little")
    return taken.to_bytes(-(-taken.bit_length() // 8), "little")
