"""Two registers of one child joined into one, so that no session is counted twice.

Where both say something, the one that knows better stands: who saw the child, then who missed the
child, then who was told (K, B), then who did not expect the child. D gives way to any session the
other school recorded. The order of the two makes no difference.
"""

from typing import Final

from plait.standards.attendance.codes import BY_BYTE, CODES
from plait.standards.attendance.register import Session, session_at

_SEEN: Final = "/\\LVPW"
# What says most comes first; a reason that nobody knows yet comes last.
_MISSED: Final = ("E", "C2", "M", "S", "C", "C1", "J1", "T", "R", "I", "H", "G", "U", "O", "N")
_TOLD: Final = "KBJ"
_NOT_EXPECTED: Final = ("Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Y", "X")
_NOT_HERE: Final = "D#Z"
BEST_FIRST: Final = (*_SEEN, *_MISSED, *_TOLD, *_NOT_EXPECTED, *_NOT_HERE)

_LETTERS: Final = bytes([*(CODES[code].byte for code in reversed(BEST_FIRST))])
_RANK: Final = bytes.maketrans(_LETTERS, bytes(range(1, len(_LETTERS) + 1)))
_BACK: Final = bytes([0, *_LETTERS]).ljust(256, b"\0")


def joined(one: bytes, other: bytes) -> bytes:
    """Join two registers of one child in one school year."""
    length = max(len(one), len(other))
    ranks = (marks.ljust(length, b"\0").translate(_RANK) for marks in (one, other))
    return bytes(map(max, *ranks)).translate(_BACK)


def claimed_twice(year: int, one: bytes, other: bytes) -> list[tuple[Session, Session]]:
    """Give the sessions both settings recorded as their own, where one should have marked D."""
    return [
        (Session(*session_at(year, where), mine), Session(*session_at(year, where), theirs))
        for where, (mine, theirs) in enumerate(zip(one, other, strict=False))
        if mine and theirs and BY_BYTE[mine].possible and BY_BYTE[theirs].possible
    ]
