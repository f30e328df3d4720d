"""Ask the worker to make parents' ties follow what was settled."""

from plait.access import jobs
from plait.journal.later import queue_once


def settle_soon(*, area: int, child: int | None = None) -> None:
    """Queue one child's ties, or those of the whole area."""
    if child is None:
        queue_once(jobs.settle_ties_of_area, f"settle_ties:{area}", area=area)
    else:
        queue_once(jobs.settle_ties_of_child, f"settle_ties_of:{child}", area=area, child=child)
