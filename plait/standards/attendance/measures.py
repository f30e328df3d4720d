"""Absence counted from registers: possible, absent, persistent, severe, and what these hide.

A session counts once, by its code. The rules compare whole numbers; a rate is only for showing.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from plait.standards.attendance.codes import CODES, bytes_where
from plait.standards.attendance.register import span

_PLAIN: Final = bytes(
    code.byte for code in CODES.values() if code.possible and not code.absence and not code.hides
)
_NO_SESSION: Final = b"\0" + bytes_where(group="no session")
_PART_TIME: Final = bytes_where(hides="part_time")
_SUSPENDED: Final = bytes_where(hides="suspended")
_NOT_EXPECTED: Final = bytes_where(hides="not_expected")
_OTHER_SCHOOL: Final = bytes_where(hides="other_school")


def all_but(kept: bytes) -> bytes:
    """Give every byte but these, for `translate` to take out."""
    return bytes(set(range(256)) - set(kept))


_NOT_AUTHORISED: Final = all_but(bytes_where(group="authorised"))
_NOT_UNAUTHORISED: Final = all_but(bytes_where(group="unauthorised"))
_NOT_ELSEWHERE: Final = all_but(bytes_where(hides="elsewhere"))
_NOT_NO_TRANSPORT: Final = all_but(bytes_where(hides="no_transport"))
_NOT_NOT_REQUIRED: Final = all_but(bytes_where(hides="not_required"))
PLACES: Final = Decimal("0.0001")
ROUNDING: Final = "four decimals, half up"
HIDDEN: Final = (
    "part_time", "elsewhere", "not_required", "no_transport", "suspended", "not_expected",
    "other_school",
)  # fmt: skip


class Counts(NamedTuple):
    """What a register came to; `recorded` leaves out closed days and days before entry."""

    recorded: int = 0
    possible: int = 0
    authorised: int = 0
    unauthorised: int = 0
    part_time: int = 0  # C2: off by agreement, and counted as absence
    elsewhere: int = 0  # K and B: counted as present, seen by somebody else or by nobody
    not_required: int = 0  # Q and Y1 to Y7: taken out of the sum
    no_transport: int = 0  # of those, Q and Y1
    suspended: int = 0  # E: counted as authorised absence
    not_expected: int = 0  # X: taken out of the sum
    other_school: int = 0  # D: the other school counts it, if it does

    @property
    def absent(self) -> int:
        """Sessions missed."""
        return self.authorised + self.unauthorised

    @property
    def persistent(self) -> bool:
        """Whether a tenth or more was missed."""
        return 0 < self.possible <= 10 * self.absent

    @property
    def severe(self) -> bool:
        """Whether half or more was missed."""
        return 0 < self.possible <= 2 * self.absent

    @property
    def rate(self) -> Decimal | None:
        """Absence as a share of possible sessions, for showing; nothing where none was possible."""
        return rate_of(self.absent, self.possible)


def rate_of(absent: int, possible: int) -> Decimal | None:
    """Give a share to four decimals, half up; nothing of nothing."""
    if not possible:
        return None
    return (Decimal(absent) / possible).quantize(PLACES, ROUND_HALF_UP)


def count(marks: bytes) -> Counts:
    """Count a register, or the part of it that `register.span` cut.

    What is plainly present goes first, so that the rest, a few bytes, can be looked at many times.
    """
    recorded = marks.translate(None, _NO_SESSION)
    rest = recorded.translate(None, _PLAIN)
    not_required = len(rest.translate(None, _NOT_NOT_REQUIRED))
    not_expected, other_school = rest.count(_NOT_EXPECTED), rest.count(_OTHER_SCHOOL)
    return Counts(
        len(recorded),
        len(recorded) - not_required - not_expected - other_school,
        len(rest.translate(None, _NOT_AUTHORISED)),
        len(rest.translate(None, _NOT_UNAUTHORISED)),
        rest.count(_PART_TIME),
        len(rest.translate(None, _NOT_ELSEWHERE)),
        not_required,
        len(rest.translate(None, _NOT_NO_TRANSPORT)),
        rest.count(_SUSPENDED),
        not_expected,
        other_school,
    )


def added(counts: Iterable[Counts]) -> Counts:
    """Add counts, field by field."""
    return Counts(*map(sum, zip(*counts, strict=True)))


def count_period(registers: Mapping[int, bytes], first: date, last: date) -> Counts:
    """Count one child's registers, a school year each, over any period, both days included."""
    return added(count(marks[span(year, first, last)]) for year, marks in registers.items())
