"""The facts of one request, and the clocks they want; no database here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from plait.law.duties import bind
from plait.law.reckoning import reckon
from plait.law.refusals import NotComputable, NotInForce


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """One annual review as far as it is known; `id` is None until it is stored."""

    id: int | None
    meeting_on: date | None = None
    outcome: str = ""
    draft_on: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """One phase transfer: the day the authority says is the limit, and the day it was met."""

    id: int | None
    due_on: date | None = None
    final_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of one request and all that hangs on it."""

    received_on: date | None = None
    outcome: str = "A"
    outcome_on: date | None = None
    told_on: date | None = None
    tribunal: bool | None = None
    assessment_outcome: str = ""
    assessment_on: date | None = None
    assessment_told_on: date | None = None
    assessment_tribunal: bool | None = None
    week20: bool | None = None
    plan_started_on: date | None = None
    plan_told_on: date | None = None
    plan_ceased_on: date | None = None
    reviews: tuple[ReviewFacts, ...] = ()
    transfers: tuple[TransferFacts, ...] = ()
    # The newest day any evidence speaks for; None once the work itself is done here.
    known_to: date | None = None
    kept_here_since: date | None = None
    # The first day of which any return tells reviews; of those before it nothing is known.
    told_from: date | None = None


@dataclass(frozen=True, slots=True)
class WantedClock:
    """A clock as the facts want it; `key` says which of a request's clocks it is."""

    duty: str
    version: int
    started_on: date
    due_on: date
    facts: tuple[tuple[str, str], ...] = ()
    done_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""
    known_to: date | None = None
    excuse: str = ""
    excuse_why: str = ""
    review_id: int | None = None
    transfer_id: int | None = None
    # No feed ever says when this duty was done: what a person recorded stands.
    told_by_people: bool = False

    @property
    def key(self) -> tuple[str, int | None, int | None]:
        """Tell this clock from the request's others, whatever its dates."""
        return self.duty, self.review_id, self.transfer_id

    def done(self, on: date | None) -> "WantedClock":
        """Give the same clock, done on a day; how far the evidence goes matters no more."""
        to_come = on is None or (self.known_to is not None and on > self.known_to)
        return replace(self, done_on=on, known_to=self.known_to if to_come else None)

    def ended(self, on: date | None, why: str) -> "WantedClock":
        """Give the same clock, fallen away without being done."""
        ended_on = on or self.known_to or self.started_on
        return replace(self, ended_on=ended_on, ended_why=why, known_to=None)


def wanted(
    duty: str, start: date, case: CaseFacts, *, facts: Mapping[str, date | None] | None = None,
    review_id: int | None = None, transfer_id: int | None = None,
) -> WantedClock | None:  # fmt: skip
    """Start a clock of a duty, or none where the law had no such duty on that day."""
    given = tuple((name, day) for name, day in (facts or {}).items() if day)
    counted = _counted(duty, start, given)
    if counted is None:
        return None
    version, due = counted
    said = tuple((name, day.isoformat()) for name, day in given)
    return WantedClock(
        duty, version, start, due, said, known_to=case.known_to,
        review_id=review_id, transfer_id=transfer_id,
    )  # fmt: skip


@lru_cache(maxsize=1 << 16)
def _counted(
    duty: str, start: date, facts: tuple[tuple[str, date], ...]
) -> tuple[int, date] | None:
    try:
        bound = bind(duty, start)
        return bound.version, reckon(bound, start, dict(facts)).due
    except (NotInForce, NotComputable):
        return None
