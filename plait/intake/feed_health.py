"""How a feed is: its last good file, what is wrong, whether it is overdue. Worked out, not kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.intake.models import Delivery, ExpectedFeed


@dataclass(frozen=True)
class FeedHealth:
    """One expected feed on a day."""

    feed: ExpectedFeed
    good: Delivery | None  # the newest that was loaded
    newest: Delivery | None
    today: date

    @property
    def last_good_on(self) -> date | None:
        return self.good.at.date() if self.good else None

    @property
    def due_on(self) -> date:
        """Say by when the next file should be in, counted from the last good one."""
        return (self.last_good_on or self.feed.since) + timedelta(days=self.feed.every_days)

    @property
    def overdue(self) -> int:
        """Say for how many days the next file has been overdue."""
        return max(0, (self.today - self.due_on).days)

    @property
    def failing(self) -> bool:
        """Say whether the newest file could not be read, or was stopped."""
        bad = (Delivery.State.REFUSED, Delivery.State.STOPPED)
        return self.newest is not None and self.newest.state in bad

    @property
    def errors(self) -> int:
        """Say how many rows of the last good file were wrong."""
        return self.good.summary.get("severity", {}).get("error", 0) if self.good else 0

    @property
    def needs_somebody(self) -> bool:
        return self.overdue > 0 or self.failing

    @property
    def words(self) -> str:
        """Say how it is, the gravest first."""
        if self.overdue:
            days = f"{self.overdue} day{'' if self.overdue == 1 else 's'}"
            return f"Overdue by {days}" if self.good else f"Never came; overdue by {days}"
        if self.failing:
            return "The newest file could not be loaded"
        return "On time" if self.good else "Not come yet"

    @property
    def tag(self) -> str:
        """Give the tag's kind."""
        if self.overdue:
            return "late"
        return "at-risk" if self.failing else "met" if self.good else "running"
