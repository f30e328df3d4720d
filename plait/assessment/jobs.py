"""The night's work on requests: what was begun and not sent in time is erased."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.assessment.actions.lapsing import lapse_askings


@app.periodic(cron="30 2 * * *")
@app.task(name="lapse_askings", queueing_lock="lapse_askings")
def lapse(timestamp: int) -> None:
    """Erase requests that were not sent within 14 days; the maintenance role alone may."""
    lapse_askings(at=timezone.now(), using="maintenance")
