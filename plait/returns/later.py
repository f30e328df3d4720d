"""Ask the worker for work, in the transaction that needs it."""

from procrastinate.exceptions import AlreadyEnqueued

from plait.returns import jobs


def check_soon(*, area: int) -> None:
    """Queue a check of a whole area; one waiting is enough."""
    try:
        jobs.find_faults.configure(queueing_lock=f"find_faults:{area}").defer(area=area)
    except AlreadyEnqueued:
        return


def recheck_soon(*, area: int, child: int) -> None:
    """Queue a check of one child after a correction."""
    try:
        lock = f"recheck_child:{child}"
        jobs.recheck_child.configure(queueing_lock=lock).defer(area=area, child=child)
    except AlreadyEnqueued:
        return
