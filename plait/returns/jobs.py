"""Jobs: look for faults after a load, each night, and for one child after a correction."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.returns import actions


@app.task(name="find_faults")
def find_faults(*, area: int) -> None:
    """Check every child of an area."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Check of the next return"):
        actions.find_faults(by=reader, at=timezone.now())


@app.task(name="recheck_child")
def recheck_child(*, area: int, child: int) -> None:
    """Check one child again."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Check of the next return"):
        actions.recheck(child, by=reader, at=timezone.now())
