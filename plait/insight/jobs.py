"""Count the area at night and after each load."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.insight import actions
from plait.journal.later import queue_once


@app.task(name="count_area")
def count_area(*, area: int) -> None:
    """Count every figure of an area anew."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Counting the area"):
        actions.count(by=reader, at=timezone.now())


def count_soon(*, area: int) -> None:
    """Queue a count; one waiting is enough."""
    queue_once(count_area, f"count_area:{area}", area=area)
