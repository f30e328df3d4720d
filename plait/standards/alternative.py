"""What a placement in alternative provision lacks on a day: each lack a key, and its words.

A placement is a means to an end: it has a goal, a day of return, checks, and a review each
half-term, which is seven weeks at most (our reading of the guidance on alternative provision).
"""

from dataclasses import dataclass
from datetime import date, timedelta

REVIEW_WITHIN = timedelta(weeks=7)
SOON = timedelta(days=7)  # a review is spoken of so many days before its half-term ends
LACKS = {
    "goal": "no goal",
    "return": "no return date",
    "overdue": "past its return date",
    "review": "no review this half-term",
    "suitable": "no suitability check",
    "safeguarding": "no safeguarding check",
}


@dataclass(frozen=True)
class Placement:
    """The days of one placement that is open."""

    since: date
    goal: str = ""
    return_on: date | None = None
    reviewed_on: date | None = None
    suitable_checked_on: date | None = None
    safeguarding_checked_on: date | None = None

    def lacks(self, today: date) -> list[str]:
        """Give the keys of what is missing, in the order of LACKS."""
        found = {
            "goal": not self.goal.strip(),
            "return": self.return_on is None,
            "overdue": self.return_on is not None and self.return_on < today,
            "review": today > self.review_due,
            "suitable": self.suitable_checked_on is None,
            "safeguarding": self.safeguarding_checked_on is None,
        }
        return [key for key in LACKS if found[key]]

    def review_soon(self, today: date) -> bool:
        """Whether the review is due within a week, or late."""
        return self.review_due <= today + SOON

    @property
    def review_due(self) -> date:
        """The last day of the half-term that began with the last review, or with the placement."""
        return max(self.since, self.reviewed_on or self.since) + REVIEW_WITHIN
