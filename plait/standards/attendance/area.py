"""Measures of many enrolments: the whole area, a setting, children with SEND and without.

The official unit is the enrolment, not the child. An enrolment without one possible session is in
no rate; it is counted here on its own, for it is the one that most needs somebody to look.
"""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from plait.standards.attendance.measures import Counts, added, rate_of

Group = TypeVar("Group", bound=Hashable)


class Sums(NamedTuple):
    """What many enrolments came to; `counts` adds all sessions, hidden ones too."""

    enrolments: int
    left_out: int  # no possible session
    no_session: int  # of those, not one session recorded
    persistent: int
    severe: int
    counts: Counts

    @property
    def in_rates(self) -> int:
        """Enrolments with a possible session: what persistent and severe are shares of."""
        return self.enrolments - self.left_out

    @property
    def rate(self) -> Decimal | None:
        """Overall absence, for showing."""
        return self.counts.rate

    @property
    def persistent_rate(self) -> Decimal | None:
        """The share of enrolments that are persistently absent, for showing."""
        return rate_of(self.persistent, self.in_rates)

    @property
    def severe_rate(self) -> Decimal | None:
        """The share of enrolments that are severely absent, for showing."""
        return rate_of(self.severe, self.in_rates)


def summed(enrolments: Iterable[Counts]) -> Sums:
    """Sum the counts of many enrolments."""
    every = list(enrolments)
    return Sums(
        len(every),
        sum(not one.possible for one in every),
        sum(not one.recorded for one in every),
        sum(one.persistent for one in every),
        sum(one.severe for one in every),
        added(every) if every else Counts(),
    )


def by_group(enrolments: Iterable[tuple[Group, Counts]]) -> dict[Group, Sums]:
    """Sum each group on its own, in the order in which the groups first come."""
    groups: dict[Group, list[Counts]] = {}
    for group, counts in enrolments:
        groups.setdefault(group, []).append(counts)
    return {group: summed(every) for group, every in groups.items()}
