"""Queue a job in the transaction that asks for it; one that waits already is enough."""

from typing import Any

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task


def queue_once(task: Task[..., Any, Any], lock: str, **arguments: Any) -> bool:
    """Queue a job unless one of the same lock waits; say whether it was queued now.

    The savepoint keeps the asking transaction whole when the database refuses the second.
    """
    try:
        with transaction.atomic():
            task.configure(queueing_lock=lock).defer(**arguments)
    except AlreadyEnqueued:
        return False
    return True
