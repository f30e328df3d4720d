"""What a family may expect: how long those before waited. Never a promise, never of a few."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

FEWEST = 5  # of fewer waits nothing is said: it would mislead, and could point at a child


@dataclass(frozen=True)
class Expectation:
    """How long others waited, in days: how many they were, the middle one, and the two ends."""

    of: int
    middle: int
    shortest: int
    longest: int

    def is_past(self, days: int) -> bool:
        """Say whether somebody waits longer already than half of those before did."""
        return days > self.middle

    def is_past_all(self, days: int) -> bool:
        """Say whether somebody waits longer already than anybody before did."""
        return days > self.longest


def expectation(waits: Iterable[int]) -> Expectation | None:
    """Give the middle and the range of waits that ended; nothing where they are too few.

    Of an even number of waits the middle is rounded up: a family is never told the shorter.
    """
    held = sorted(waits)
    if held and held[0] < 0:
        raise ValueError(f"{held[0]} days is no wait: leave out those whose days disagree.")
    if len(held) < FEWEST:
        return None
    middle = median(held)
    return Expectation(len(held), int(middle) + (middle > int(middle)), held[0], held[-1])
