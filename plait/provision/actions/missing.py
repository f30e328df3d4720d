"""A child reported missing from education: the notice, each enquiry, and how they were found."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from plait.access.reader import Reader
from plait.cases.dated_facts import OutOfOrder
from plait.people.models import Child
from plait.provision.actions.doors import (
    ask,
    ensure_open,
    hold,
    not_before,
    not_to_come,
    said,
    tell,
)
from plait.provision.models import MissingNotice

KIND = "missing"


@transaction.atomic
def report(
    *, child: Child, reported_on: date, reported_by: str, last_seen_on: date | None, says: str,
    by: Reader, at: datetime,
) -> MissingNotice:  # fmt: skip
    """Record that a child is, or may be, missing education."""
    ask(KIND, child, by, to="report a child missing from education")
    not_to_come(reported_on, by)
    not_to_come(last_seen_on, by)
    if last_seen_on and last_seen_on > reported_on:
        raise OutOfOrder("The child was seen after the report. Check both days.")
    if MissingNotice.objects.filter(child=child, found_on__isnull=True).exists():
        raise OutOfOrder("The child is reported missing already. Log what is done on that notice.")
    try:
        with transaction.atomic():
            row = MissingNotice.objects.create(
                area=by.area, child=child, reported_on=reported_on,
                reported_by=said(reported_by, "Say who reported it."), last_seen_on=last_seen_on,
                says=says.strip(),
            )  # fmt: skip
    except IntegrityError as twice:
        raise OutOfOrder("The child was reported missing on that day already.") from twice
    tell("missing_reported", child, by, at, notice=row.pk, on=reported_on.isoformat())
    return row


@transaction.atomic
def enquire(*, notice: MissingNotice, on: date, what: str, by: Reader, at: datetime) -> None:
    """Log one enquiry and what came of it; those logged before are never changed."""
    row = _open(notice, by, "log an enquiry about a missing child")
    not_to_come(on, by)
    not_before(on, row.reported_on, "the day the child was reported missing")
    text = said(what, "Say what was tried, and what came of it.")
    row.enquiries = [*row.enquiries, {"on": on.isoformat(), "what": text, "by": by.user.name}]
    row.save(update_fields=["enquiries"])
    tell("missing_enquired", row.child, by, at, notice=row.pk, on=on.isoformat())


@transaction.atomic
def found(*, notice: MissingNotice, on: date, how: str, by: Reader, at: datetime) -> None:
    """Record that the child was found, and how: where they are taught now."""
    row = _open(notice, by, "record that a missing child was found")
    not_to_come(on, by)
    not_before(on, row.reported_on, "the day the child was reported missing")
    row.found_on = on
    row.found_how = said(how, "Say how the child was found, and where they are taught now.")
    row.save(update_fields=["found_on", "found_how"])
    tell("missing_found", row.child, by, at, notice=row.pk, on=on.isoformat())


def _open(notice: MissingNotice, by: Reader, to: str) -> MissingNotice:
    ask(KIND, notice.child, by, to=to)
    row = hold(notice)
    ensure_open(row.found_on, "The search")
    return row
