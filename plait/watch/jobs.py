"""Look at every child of an area, at night and after each load."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.journal.later import queue_once
from plait.watch.actions_run import run


@app.task(name="watch_area")
def watch_area(*, area: int) -> None:
    """Run the watch for today."""
    today = timezone.localdate()
    reader = nightly_reader(area, today=today)
    with acting_as(reader, why="The nightly watch"):
        run(by=reader, at=timezone.now())


def watch_soon(*, area: int) -> None:
    """Queue a run; one waiting is enough."""
    queue_once(watch_area, f"watch_area:{area}", area=area)
