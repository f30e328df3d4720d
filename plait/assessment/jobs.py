"""The night's work: what was not sent in time is erased; who is late with advice is reminded."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.nightly import nightly_reader
from plait.assessment.actions.lapsing import lapse_askings
from plait.assessment.reminding import remind_area
from plait.journal.later import queue_once
from plait.people.queries_areas import area_ids


@app.periodic(cron="30 2 * * *")
@app.task(name="lapse_askings", queueing_lock="lapse_askings")
def lapse(timestamp: int) -> None:
    """Erase requests that were not sent within 14 days; the maintenance role alone may."""
    lapse_askings(at=timezone.now(), using="maintenance")


@app.periodic(cron="10 6 * * 1-5")
@app.task(name="remind_of_advice", queueing_lock="remind_of_advice")
def remind(timestamp: int) -> None:
    """Queue the reminders of every area, early on working days."""
    for area in area_ids():
        queue_once(remind_one, f"remind_of_advice:{area}", area=area)


@app.task(name="remind_of_advice_in", retry=3)
def remind_one(*, area: int) -> None:
    """Remind the givers of one area."""
    remind_area(by=nightly_reader(area, today=timezone.localdate()), at=timezone.now())
