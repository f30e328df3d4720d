"""The school-closure window of reg 10(4)(a)-(b), from a setting's own closures, and absences.

Advice must have been asked for from a week before the closure starts until a week before the
setting reopens, and the closure must last at least four continuous weeks; two weeks never count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from plait.law.calendar import ONE_DAY, Closure, is_working_day

ONE_WEEK = timedelta(weeks=1)
FOUR_WEEKS = 28


@dataclass(frozen=True)
class Window:
    """The days on which a request for advice falls under the exception, both included."""

    closure: Closure
    opens: date
    ends: date

    def covers(self, day: date) -> bool:
        return self.opens <= day <= self.ends


def joined(closures: Iterable[Closure]) -> tuple[Closure, ...]:
    """Closures in order, two made one where only days off lie between them."""
    whole: list[Closure] = []
    for closure in sorted(closures):
        if whole and not _open_between(whole[-1], closure):
            whole[-1] = Closure(whole[-1].first, max(whole[-1].last, closure.last))
        else:
            whole.append(closure)
    return tuple(whole)


def _open_between(earlier: Closure, later: Closure) -> bool:
    day = earlier.reopens
    while day < later.first:
        if is_working_day(day):
            return True
        day += ONE_DAY
    return False


def closure_window(closures: Iterable[Closure]) -> tuple[Window, ...]:
    """One window for each closure long enough to have one."""
    return tuple(
        Window(closure, closure.first - ONE_WEEK, closure.reopens - ONE_WEEK)
        for closure in joined(closures)
        if closure.days >= FOUR_WEEKS
    )


def closure_excuses(requested_on: date, closures: Iterable[Closure]) -> Window | None:
    """The window in which the advice was asked for, if it was in one."""
    windows = closure_window(closures)
    return next((window for window in windows if window.covers(requested_on)), None)


def absent_long_enough(away: Closure, *, start: date, due: date, weeks: int) -> bool:
    """Whether the family was away for that many continuous weeks within the limit's own period."""
    inside = (min(away.last, due) - max(away.first, start)).days + 1
    return inside >= 7 * weeks
