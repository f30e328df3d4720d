"""Which counts to hide because they could point at a child, and which would give those away.

The least count that is shown is our own choice, in line with what the Department does.
"""

from collections.abc import Collection, Hashable, Mapping
from typing import Final, TypeVar

Key = TypeVar("Key", bound=Hashable)
FEWEST: Final = 6


def hidden(counts: Mapping[Key, int], *, also: Collection[Key] = ()) -> set[Key]:
    """Give the counts to hide; a lone hidden one takes the next smallest with it.

    The total is shown, so one hidden part could be had by taking the others away from it. `also`
    are those hidden for a reason of their own.
    """
    small = {key for key, count in counts.items() if 0 < count < FEWEST} | set(also)
    if len(small) == 1:
        others = [(count, n, key) for n, (key, count) in enumerate(counts.items()) if count]
        rest = [(count, n, key) for count, n, key in others if key not in small]
        small |= {min(rest, key=lambda one: one[:2])[2]} if rest else set()
    return small


def share_hidden(part: int, whole: int) -> bool:
    """Say whether a share would tell of fewer than so many children, or of all but so many."""
    return 0 < part < FEWEST or 0 < whole - part < FEWEST or 0 < whole < FEWEST
