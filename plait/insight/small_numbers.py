"""Hide counts so small that they could point at a child, and those that would give them away."""

from collections.abc import Sequence

from plait.insight.queries import FEWEST


def hidden(counts: Sequence[int]) -> set[int]:
    """Give the places of the counts to hide; a lone hidden one takes the next smallest with it.

    The total is shown, so one hidden part could be had by taking the others away from it.
    """
    small = {place for place, count in enumerate(counts) if 0 < count < FEWEST}
    if len(small) == 1:
        others = [
            (count, place) for place, count in enumerate(counts) if count and place not in small
        ]
        small |= {min(others)[1]} if others else set()
    return small


def share_hidden(part: int, whole: int) -> bool:
    """Say whether a share would tell of fewer than so many children, or of all but so many."""
    return 0 < part < FEWEST or 0 < whole - part < FEWEST or 0 < whole < FEWEST
