"""Make parents' ties follow what was settled when the rights pass; each night, and when it is."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.actions.takeover import settle_ties
from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.access.queries.children import child_of
from plait.access.queries.takeover import near_the_day


@app.task(name="settle_ties_of_area")
def settle_ties_of_area(*, area: int) -> None:
    """Look again at every child who holds the rights, or soon will."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="The young person takes over the rights"):
        near = near_the_day(reader)
    for child in near:
        settle_ties_of_child(area=area, child=child)


@app.task(name="settle_ties_of_child", retry=5)
def settle_ties_of_child(*, area: int, child: int) -> None:
    """Make the ties of one child's parents what the record says they must be."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="The young person takes over the rights"):
        found = child_of(reader, child)
        if found is not None:
            settle_ties(child=found, by=reader, at=timezone.now())
