"""Tell the family after an act, and carry letters, from the outbox; twice asked is done once."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.cases.queries_letters import letter_to_carry, letters_not_carried
from plait.family.actions.carrying import carry
from plait.family.actions.telling import tell_of
from plait.journal.later import queue_once
from plait.journal.models import Entry
from plait.people.queries_areas import area_ids


@app.task(name="tell_family", retry=5)
def tell_family(*, area: int, entry: int) -> None:
    """Tell each person of the family of one act."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Telling the family"):
        found = Entry.objects.filter(pk=entry).first()
        if found is not None:
            tell_of(found, by=reader, at=timezone.now())


@app.task(name="carry_letter", retry=5)
def carry_letter(*, area: int, child: int, letter: int) -> None:
    """Send the e-mail of one letter, unless it went already."""
    reader = nightly_reader(area, today=timezone.localdate())
    with acting_as(reader, why="Carrying a letter"):
        found = letter_to_carry(reader, letter)
        if found is not None:
            carry(found, by=reader, at=timezone.now())


@app.periodic(cron="*/15 * * * *")
@app.task(name="carry_letters", queueing_lock="carry_letters")
def carry_letters(timestamp: int) -> None:
    """Queue again what no worker finished: one that is killed leaves its job behind."""
    for area in area_ids():
        reader = nightly_reader(area, today=timezone.localdate())
        with acting_as(reader, why="Looking for letters to carry"):
            for letter in letters_not_carried(reader):
                queue_once(
                    carry_letter, f"carry_letter:{letter.pk}", area=area, child=letter.child_id,
                    letter=letter.pk,
                )  # fmt: skip
