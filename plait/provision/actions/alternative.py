"""Place a child in alternative provision, check, review each half-term, and end with an outcome."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from plait.access.reader import Reader
from plait.access.require import setting_for
from plait.cases.actions_dates import ensure_unchanged
from plait.cases.asked import not_while_asked
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
from plait.provision.models import Alternative, AlternativeReview

KIND = "provision"
REASON = "Say why the child goes there: a placement needs an entry reason."
GOAL = "Say what the placement is to bring about: it needs a goal."


@transaction.atomic
def place(
    *, child: Child, provider_name: str, entry_reason: str, goal: str,
    hours_a_week: Decimal | None, since: date, return_on: date | None, by: Reader, at: datetime,
) -> Alternative:  # fmt: skip
    """Record a placement, with why and to what end; the setting whose SENCO writes booked it."""
    ask(KIND, child, by, to="record a placement in alternative provision")
    not_before(return_on, since, "the day the placement begins")
    try:
        with transaction.atomic():
            row = Alternative.objects.create(
                area=by.area, child=child, provider_name=said(provider_name, "Say where it is."),
                entry_reason=said(entry_reason, REASON), goal=said(goal, GOAL),
                hours_a_week=hours_a_week, since=since, return_on=return_on,
                booked_by_id=setting_for(child.pk, by),
            )  # fmt: skip
    except IntegrityError as twice:
        raise OutOfOrder("This placement from that day is recorded already.") from twice
    tell("ap_placed", child, by, at, placement=row.pk, on=since.isoformat())
    return row


@transaction.atomic
def change(
    *, placement: Alternative, goal: str, hours_a_week: Decimal | None, return_on: date | None,
    shown: str, by: Reader, at: datetime,
) -> None:  # fmt: skip
    """Change the goal, the hours or the day of return; `shown` is `as_shown` of what was read."""
    row = _open(placement, by, "change a placement in alternative provision")
    ensure_unchanged(shown, as_shown(row))
    not_before(return_on, row.since, "the day the placement began")
    row.goal, row.hours_a_week, row.return_on = said(goal, GOAL), hours_a_week, return_on
    row.save(update_fields=["goal", "hours_a_week", "return_on"])
    tell("ap_changed", row.child, by, at, placement=row.pk)


def as_shown(row: Alternative) -> str:
    """Say in one line what can be changed, so that two people at once are noticed."""
    hours = f"{row.hours_a_week:.1f}" if row.hours_a_week is not None else "not known"
    return f"goal “{row.goal}”, {hours} hours a week, return on {row.return_on or 'no day'}"


@transaction.atomic
def check(
    *, placement: Alternative, what: str, on: date, checked_by: str, by: Reader, at: datetime
) -> None:
    """Record that the place was checked, for suitability ("suitable") or "safeguarding"."""
    row = _open(placement, by, "record a check of alternative provision")
    if what not in ("suitable", "safeguarding"):
        raise OutOfOrder("Choose what was checked: whether it is suitable, or its safeguarding.")
    not_to_come(on, by)
    setattr(row, f"{what}_checked_on", on)
    setattr(row, f"{what}_checked_by", said(checked_by, "Say who checked it."))
    row.save(update_fields=[f"{what}_checked_on", f"{what}_checked_by"])
    tell("ap_checked", row.child, by, at, placement=row.pk, checked=what, on=on.isoformat())


@transaction.atomic
def review(
    *, placement: Alternative, on: date, attended: str, says: str, child_says: str, next: str,
    by: Reader, at: datetime,
) -> AlternativeReview:  # fmt: skip
    """Record a half-termly review: whether it works, the child's own words, and what next."""
    row = _open(placement, by, "record a review of alternative provision")
    not_to_come(on, by)
    not_before(on, row.since, "the day the placement began")
    made = AlternativeReview.objects.create(
        area=by.area, child=row.child, placement=row, on=on, attended=attended.strip(),
        says=said(says, "Say whether it is working."), child_says=child_says.strip(),
        next=said(next, "Say what happens next."), written_by=by.user,
    )  # fmt: skip
    tell("ap_reviewed", row.child, by, at, placement=row.pk, on=on.isoformat())
    return made


@transaction.atomic
def know_provider(
    *, placement: Alternative, registered: bool | None, facts: dict[str, Any], on: date,
    by: Reader, at: datetime,
) -> None:  # fmt: skip
    """Record what is known of the provider: how many are there full-time, who they are, the day."""
    row = _open(placement, by, "record what is known of a provider")
    not_to_come(on, by)
    row.registered = registered
    row.provider_facts = facts | {"on": on.isoformat()}
    row.save(update_fields=["registered", "provider_facts"])
    tell("ap_provider_known", row.child, by, at, placement=row.pk, on=on.isoformat())


@transaction.atomic
def end(*, placement: Alternative, on: date, outcome: str, by: Reader, at: datetime) -> None:
    """End a placement with what came of it."""
    row = _open(placement, by, "end a placement in alternative provision")
    not_while_asked(f"ap:{row.pk}", "This placement")
    not_to_come(on, by)
    not_before(on, row.since, "the day the placement began")
    row.until, row.outcome = on, said(outcome, "Say what came of it: did it reach its goal?")
    row.save(update_fields=["until", "outcome"])
    tell("ap_ended", row.child, by, at, placement=row.pk, on=on.isoformat())


def _open(placement: Alternative, by: Reader, to: str) -> Alternative:
    ask(KIND, placement.child, by, to=to)
    row = hold(placement)
    ensure_open(row.until, "The placement")
    return row
