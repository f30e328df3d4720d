"""How long a child has waited, and how far along the wait is: worked out from days, never stored.

Sources: the Community Services Data Set, version 1.6 (a wait is from clock start; where that is
empty, from the day the referral was received to the first attended contact); the bands are those
the national count publishes. It prints its last band as "over 365 days", which leaves 365 days
itself in none; here 365 days and more are "over 52 weeks".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# The last day of each band, in days, and its name.
BANDS = (
    (7, "up to 1 week"),
    (14, "1 to 2 weeks"),
    (28, "2 to 4 weeks"),
    (84, "4 to 12 weeks"),
    (126, "12 to 18 weeks"),
    (364, "18 to 52 weeks"),
)
OVER = "over 52 weeks"
EIGHTEEN_WEEKS, FIFTY_TWO_WEEKS = 126, 364


class Stage(StrEnum):
    """How far along a child is."""

    REFERRED = "referred"  # nobody has seen the child yet
    SEEN = "seen"  # seen once, and waiting for what was asked for
    TREATED = "treated"  # what was asked for has begun or been given
    ENDED = "ended"  # the episode ended, with or without it


WAITING = (Stage.REFERRED, Stage.SEEN)


@dataclass(frozen=True)
class Wait:
    """The days of one wait; a day that is not known is left out."""

    referred_on: date
    clock_start: date | None = None
    first_contact_on: date | None = None
    treated_on: date | None = None
    ended_on: date | None = None

    @property
    def start(self) -> date:
        """The day the clock began: as the service says, else the day the referral came."""
        return self.clock_start or self.referred_on

    @property
    def counted_from(self) -> str:
        """Say which of the two days the wait is counted from."""
        return "the service's clock start" if self.clock_start else "the day the referral came"

    def stage(self, today: date) -> Stage:
        """Say how far along the child is on a day; a day to come has not happened."""
        if _by(self.ended_on, today):
            return Stage.ENDED
        if _by(self.treated_on, today):
            return Stage.TREATED
        return Stage.SEEN if _by(self.first_contact_on, today) else Stage.REFERRED

    def is_waiting(self, today: date) -> bool:
        """Say whether the child still waits on a day."""
        return self.stage(today) in WAITING

    def to_first_contact(self, today: date) -> int | None:
        """Give the days to the first contact, or until today or the end while there is none."""
        return self._until(today, self.first_contact_on, self.treated_on, self.ended_on)

    def to_treatment(self, today: date) -> int | None:
        """Give the days to treatment, or until today or the end while there is none."""
        return self._until(today, self.treated_on, self.ended_on)

    def _until(self, today: date, *ends: date | None) -> int | None:
        """Count from the start to the first of these that happened; None where days disagree."""
        last = next((day for day in ends if day and day <= today), today)
        days = (last - self.start).days
        return days if days >= 0 else None


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def band(days: int) -> str:
    """Give the band a number of days falls in."""
    if days < 0:
        raise ValueError(f"{days} days is no wait: the clock cannot stop before it starts.")
    return next((name for last, name in BANDS if days <= last), OVER)


def bands() -> list[str]:
    """Give every band's name, the shortest first."""
    return [*(name for _, name in BANDS), OVER]
