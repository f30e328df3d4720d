"""Tell the family after an act, from the outbox; an act told twice is told once."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.family.actions.telling import tell_of
from plait.journal.models import Entry


@app.task(name="tell_family", retry=5)
def tell_family(*, area: int, entry: int) -> None:
    """Tell each person of the family of one act."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Telling the family"):
        found = Entry.objects.filter(pk=entry).first()
        if found is not None:
            tell_of(found, by=reader, at=timezone.now())
