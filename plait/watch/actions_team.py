"""Name who leads for a child, with a deputy and a promise; write down that they were in touch."""

from datetime import date, datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.journal import actions as journal
from plait.people.models import Child, User
from plait.watch.models import Lead

MOST_DAYS = 20


@transaction.atomic
def name_lead(
    *, child: Child, person: User, deputy: User | None, promise_days: int, on: date, why: str,
    by: Reader, at: datetime,
) -> Lead:  # fmt: skip
    """Name the lead professional from a day; whoever led before leads until that day."""
    require_write("team", child=child, by=by, to="name a lead professional")
    if deputy == person:
        raise Refused("A deputy is somebody else.", who_can="Choose another, or nobody yet.")
    if not 1 <= promise_days <= MOST_DAYS:
        raise Refused(f"Promise an answer within 1 to {MOST_DAYS} working days.")
    if on > by.today:
        raise Refused("A lead is named from a day that has come.", who_can="Name them on that day.")
    held = Lead.objects.select_for_update().filter(child=child, until__isnull=True).first()
    if held and held.since > on:
        raise Refused(
            f"{held.person.name} has led since a later day.",
            who_can="Choose that day or one after it.",
        )
    if held:
        held.until = on
        held.save(update_fields=["until"])
    lead = Lead.objects.create(
        area=by.area, child=child, person=person, deputy=deputy, promise_days=promise_days,
        since=on, why=why.strip(),
    )  # fmt: skip
    _written("lead_named", lead, by, at, on)
    return lead


@transaction.atomic
def end_lead(*, lead: Lead, on: date, why: str, by: Reader, at: datetime) -> None:
    """End a lead without another; the children's signals ask for a new one."""
    require_write("team", child=lead.child, by=by, to="end a lead")
    if not why.strip():
        raise Refused("Say why nobody leads from now on: it is kept.")
    held = Lead.objects.select_for_update().get(pk=lead.pk)
    if held.until:
        raise Refused("This lead has ended already.")
    if not held.since <= on <= by.today:
        raise Refused("A lead ends on a day between its beginning and today.")
    held.until, held.why = on, why.strip()[:200]
    held.save(update_fields=["until", "why"])
    _written("lead_ended", held, by, at, on)


@transaction.atomic
def in_touch(*, lead: Lead, on: date, by: Reader, at: datetime) -> None:
    """Write down that the lead or the deputy was in touch with the family."""
    require_write("team", child=lead.child, by=by, to="say when the lead was in touch")
    held = Lead.objects.select_for_update().get(pk=lead.pk)
    if held.until or not held.since <= on <= by.today:
        raise Refused("Give a day since the lead began, not after today.")
    held.last_contact_on = max(on, held.last_contact_on or on)
    held.save(update_fields=["last_contact_on"])
    _written("lead_in_touch", held, by, at, on)


def _written(what: str, lead: Lead, by: Reader, at: datetime, on: date) -> None:
    journal.write(
        what, area=by.area, child=lead.child_id, by=by.user, at=at,
        through=through(lead.child_id, by), row=lead.pk, on=f"{on}",
    )  # fmt: skip
