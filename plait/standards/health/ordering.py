"""Who comes first on a list of waits, and why: need that grew, then the longest. No score.

A child whose need grew stays ahead when the service has answered, behind those still without an
answer: an answer is no reason to sink.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

PAIN, PARTICIPATION, EXCLUSION, OTHER = "pain", "participation", "exclusion", "other"
WORDS = {
    PAIN: "in pain",
    PARTICIPATION: "lost a part of daily life or school",
    EXCLUSION: "suspended or excluded",
    OTHER: "another reason",
}
_RANK = list(WORDS)
Key = TypeVar("Key")


@dataclass(frozen=True)
class Grew:
    """Need grew while a child waited: on which day, in which way, and whether it was answered."""

    on: date
    why: str
    answered: bool = False


@dataclass(frozen=True)
class Place:
    """Where somebody stands in the list: what moves them up, and the days they have waited."""

    days: int | None
    grew: tuple[Grew, ...] = ()

    @property
    def first_of(self) -> Grew | None:
        """The one that counts: without an answer first, then the graver, then the earlier."""
        return min(self.grew, key=_gravity, default=None)

    @property
    def key(self) -> tuple[int, int, int]:
        """What the list is ordered by, the first first."""
        days = -(self.days if self.days is not None else 0)
        if (one := self.first_of) is None:
            return (2, 0, days)
        return (int(one.answered), _rank(one), days)

    @property
    def because(self) -> str:
        """Say why somebody stands where they do."""
        one = self.first_of
        if one is None:
            return "By length of wait."
        answered = "answered" if one.answered else "no answer yet"
        return f"Need grew: {WORDS.get(one.why, WORDS[OTHER])} ({answered})."


def in_order(places: Iterable[tuple[Key, Place]]) -> list[tuple[Key, Place]]:
    """Give a list in its order; of two who stand alike, the one that came first stays first."""
    return sorted(places, key=lambda one: one[1].key)


def _rank(one: Grew) -> int:
    return _RANK.index(one.why) if one.why in _RANK else _RANK.index(OTHER)


def _gravity(one: Grew) -> tuple[bool, int, date]:
    return one.answered, _rank(one), one.on
