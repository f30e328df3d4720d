"""Ask the worker to tell the family, in the transaction of the act itself."""

from plait.family import jobs
from plait.journal.later import queue_once


def tell_soon(*, area: int, entry: int) -> None:
    """Queue the telling of one act; one that waits already is enough."""
    queue_once(jobs.tell_family, f"tell_family:{entry}", area=area, entry=entry)


def carry_soon(*, area: int, child: int, letter: int) -> None:
    """Queue the e-mail of a letter; one that waits already is enough."""
    queue_once(jobs.carry_letter, f"carry_letter:{letter}", area=area, child=child, letter=letter)
