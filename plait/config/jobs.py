"""The night's work: each area is checked and counted anew, and ties that end by law end."""

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.later import settle_soon
from plait.access.middleware_sent_once import forget_sent_forms
from plait.access.queries.turns import forget_turns
from plait.insight.jobs import count_soon
from plait.people.queries_areas import area_ids
from plait.returns.later import check_soon
from plait.watch.jobs import watch_soon


@app.periodic(cron="40 1 * * *")
@app.task(name="nightly", queueing_lock="nightly")
def nightly(timestamp: int) -> None:
    """Queue the night's work of every area."""
    for area in area_ids():
        look_again(area=area)
        settle_soon(area=area)
    forget_sent_forms(at=timezone.now())
    forget_turns()


def look_again(*, area: int) -> None:
    """Queue what follows from new facts: faults of the return, figures, who is out of sight."""
    check_soon(area=area)
    count_soon(area=area)
    watch_soon(area=area)
