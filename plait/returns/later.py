"""Ask the worker to look for faults, in the transaction that needs it."""

from plait.journal.later import queue_once
from plait.returns import jobs


def check_soon(*, area: int) -> None:
    """Queue a check of a whole area."""
    queue_once(jobs.find_faults, f"find_faults:{area}", area=area)


def recheck_soon(*, area: int, child: int) -> None:
    """Queue a check of one child after a correction."""
    queue_once(jobs.recheck_child, f"recheck_child:{child}", area=area, child=child)
