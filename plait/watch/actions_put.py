"""A person puts a child on the one list, for a reason that no file tells.

An entry without `found_by` is a person's: the run of the watch neither changes nor ends it.
"""

from datetime import date, datetime, timedelta

from django.db import connection, transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.cases.area_rules import get
from plait.cases.dated_facts import OutOfOrder
from plait.journal import actions as journal
from plait.people.models import Child
from plait.watch.actions import require_seen
from plait.watch.models import OutOfSchool
from plait.watch.thresholds import Thresholds

Reason = OutOfSchool.Reason
# What a person knows and no file says; the facts give every other reason.
BY_HAND = (Reason.AWAITING_PLACE, Reason.MEDICAL, Reason.CUSTODY, Reason.NOBODY_KNOWS)


@transaction.atomic
def put_on_list(
    *, child: Child, reason: str, since: date, how_known: str, education: str = "",
    hours: str | None = None, last_seen_on: date | None = None, last_seen_by: str = "", by: Reader,
    at: datetime,
) -> OutOfSchool:  # fmt: skip
    """Put a child on the list with one reason; whoever does it owns the entry until it is given."""
    require_write("missing", child=child, by=by, to="put a child on the one list")
    _days(since, by)
    require_seen(last_seen_on, last_seen_by, by)
    if reason not in BY_HAND:
        raise Refused("The facts on record give that reason by themselves.")
    if not how_known.strip():
        raise Refused("Say how it is known, and who said it: it is kept with the reason.")
    with connection.cursor() as cursor:  # two who do it at once: one after the other
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('one list'), %s)", [child.pk])
    held = OutOfSchool.objects.filter(child=child, ended_on__isnull=True).first()
    if held is not None:
        raise Refused(
            f"{child.name} is on the list already: {held.get_reason_display().lower()}.",
            who_can="Open the entry there and correct its reason; a child has one.",
        )
    say_why("Put on the one list")
    given = Thresholds(**get(by.area, "watch"))
    made = OutOfSchool.objects.create(
        area=by.area, child=child, reason=reason, facts=[how_known.strip()], since=since,
        owner=by.user, next_check_on=by.today + timedelta(days=given.check_days),
        last_seen_on=last_seen_on, last_seen_by=last_seen_by, education=education,
        hours_a_week=hours or None,
    )  # fmt: skip
    journal.write(
        "list_put", area=by.area, child=child, by=by.user, at=at, through=through(child.pk, by),
        row=made.pk, reason=reason,
    )  # fmt: skip
    return made


def _days(since: date, by: Reader) -> None:
    if since > by.today:
        raise OutOfOrder("The day is still to come. Put the child on the list once it is so.")
