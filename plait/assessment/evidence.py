"""What a setting is expected to send with a request, and why; nothing of it is a condition.

From the SEND Code of Practice 2015, 9.14 (read in a guide): what the authority weighs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Piece:
    """One kind of evidence, and what it shows."""

    key: str
    words: str
    shows: str


EVIDENCE = (
    Piece(
        "cycles",
        "Assess, plan, do, review: the last cycles",
        "What was tried, for how long, and what came of it.",
    ),
    Piece("child_views", "The views of the child", "What they find hard, and what helps them."),
    Piece("parent_views", "The views of the parents", "What they see at home, and hope for."),
    Piece("attendance", "Attendance of this year and the last", "How much of school is reached."),
    Piece("attainment", "Attainment and rate of progress", "How far from others of the same age."),
    Piece(
        "reports",
        "Reports of professionals",
        "What therapists, psychologists, doctors or social workers found.",
    ),
)


def missing(given: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Give what is neither ticked nor described."""
    return tuple(
        piece
        for piece in EVIDENCE
        if not given.get(piece.key) and not str(given.get(f"{piece.key}_where", "")).strip()
    )
