"""How often a key may knock: evenly, with some at once, counted by one instant and nothing else.

The generic cell rate algorithm: each call moves `busy_until` on by its share of a minute; a key
that is busy for more than a minute ahead waits. One row holds it, so all processes count alike.
"""

from datetime import datetime, timedelta

A_MINUTE = timedelta(minutes=1)


def knock(
    busy_until: datetime | None, *, at: datetime, per_minute: int
) -> tuple[datetime, timedelta]:
    """Give until when the key is busy now, and how long it must wait first (zero: come in)."""
    share = A_MINUTE / per_minute
    busy = max(busy_until or at, at)
    over = busy + share - (at + A_MINUTE)
    if over > timedelta(0):
        return busy, over
    return busy + share, timedelta(0)
