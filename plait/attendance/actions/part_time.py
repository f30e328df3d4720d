"""Agree a part-time timetable, and end it: none without reason, agreement, plan and last day."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write, through
from plait.attendance.models import PartTime
from plait.attendance.queries.rolls import setting_of
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.journal import actions as journal
from plait.law.wording import day_in_words
from plait.people.models import Child

REASON = "Say why: only exceptional circumstances allow a part-time timetable."
AGREED = "Name the parent who agreed: without a parent’s agreement it cannot be saved."
PLAN = "Say how the child comes back to full time: without a plan it cannot be saved."
SAME_PLAN = (
    "This is the plan of before, which has not brought the child back. Say what is done "
    "differently."
)
OUTCOME = 300
LAW = "School Attendance (Pupil Registration) (England) Regulations 2024, reg 11(6)"


@transaction.atomic
def agree(
    *, child: Child, reason: str, agreed_by: str, agreed_on: date, hours_a_week: Decimal,
    full_hours: Decimal, plan_to_full_time: str, since: date, ends_on: date, by: Reader,
    at: datetime,
) -> PartTime:  # fmt: skip
    """Record a part-time timetable that a parent agreed, for a time, with the way back."""
    _ask(child, by, "record a part-time timetable")
    if agreed_on > by.today:
        raise OutOfOrder("The day of the agreement is still to come. Record it once it is given.")
    if agreed_on > since:
        raise OutOfOrder("It began before the parent agreed. A parent agrees first.")
    if ends_on < since:
        raise OutOfOrder(f"It ends before it begins, on {day_in_words(since)}. Check both days.")
    if not 0 <= hours_a_week < full_hours:
        raise OutOfOrder(f"Part-time is less than the full {full_hours} hours a week. Check both.")
    if PartTime.objects.filter(child=child, ended_on__isnull=True).exists():
        raise OutOfOrder("The child has a part-time timetable already. End that one first.")
    try:
        with transaction.atomic():
            row = PartTime.objects.create(
                area=by.area, child=child, setting=setting_of(child.pk, by), since=since,
                ends_on=ends_on, reason=_said(child.pk, reason, REASON), agreed_on=agreed_on,
                agreed_by=_said(child.pk, agreed_by, AGREED), hours_a_week=hours_a_week,
                full_hours=full_hours, plan_to_full_time=_said(child.pk, plan_to_full_time, PLAN),
            )  # fmt: skip
    except IntegrityError as twice:
        raise OutOfOrder("A timetable from that day is recorded already.") from twice
    _tell("part_time_agreed", row, by, at, on=since.isoformat(), until=ends_on.isoformat())
    return row


@transaction.atomic
def prolong(
    *, part_time: PartTime, why: str, agreed_by: str, agreed_on: date, hours_a_week: Decimal,
    plan_to_full_time: str, ends_on: date, by: Reader, at: datetime,
) -> PartTime:  # fmt: skip
    """End a timetable as prolonged, and record the next from today, agreed and planned anew.

    The one before stays as it was agreed; days past its last day stay days past it.
    """
    _ask(part_time.child, by, "prolong a part-time timetable")
    was = PartTime.objects.select_for_update(of=("self",)).get(pk=part_time.pk)
    _may_be_prolonged(was, by.today)
    if agreed_on > by.today:
        raise OutOfOrder("The day of the agreement is still to come. Record it once it is given.")
    if agreed_on <= was.agreed_on:
        raise OutOfOrder(
            f"That is the agreement of {day_in_words(was.agreed_on)} or older. Ask the parent "
            "again: the first agreement was for the first time only."
        )
    if ends_on <= max(was.ends_on, by.today):
        raise OutOfOrder(
            f"Give a last day after {day_in_words(max(was.ends_on, by.today))}, or end the "
            "timetable."
        )
    if not 0 <= hours_a_week < was.full_hours:
        raise OutOfOrder(f"Part-time is less than the full {was.full_hours} hours a week.")
    plan = _said(was.child_id, plan_to_full_time, PLAN)
    if _alike(plan, was.plan_to_full_time):
        raise OutOfOrder(SAME_PLAN)
    reason = _said(was.child_id, why, REASON)
    was.ended_on = by.today - timedelta(days=1)
    was.outcome = f"Prolonged to {day_in_words(ends_on)}: {reason}"[:OUTCOME]
    was.save(update_fields=["ended_on", "outcome"])
    row = PartTime.objects.create(
        area=by.area, child=was.child, setting=was.setting, since=by.today, ends_on=ends_on,
        reason=reason, agreed_on=agreed_on, agreed_by=_said(was.child_id, agreed_by, AGREED),
        hours_a_week=hours_a_week, full_hours=was.full_hours, plan_to_full_time=plan,
    )  # fmt: skip
    _tell("part_time_prolonged", row, by, at, before=was.pk, until=ends_on.isoformat())
    return row


def _may_be_prolonged(was: PartTime, today: date) -> None:
    if was.ended_on:
        raise OutOfOrder(f"This timetable ended on {day_in_words(was.ended_on)}.")
    if was.since >= today:
        raise OutOfOrder(f"It begins on {day_in_words(was.since)}: nothing is to be prolonged yet.")


def _alike(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


@transaction.atomic
def end(*, part_time: PartTime, on: date, outcome: str, by: Reader, at: datetime) -> None:
    """End a part-time timetable, and say what came of it."""
    _ask(part_time.child, by, "end a part-time timetable")
    row = PartTime.objects.select_for_update(of=("self",)).get(pk=part_time.pk)
    if row.ended_on:
        raise OutOfOrder(f"This timetable ended on {day_in_words(row.ended_on)}.")
    if on > by.today:
        raise OutOfOrder("The date is still to come. Record it once it has happened.")
    if on < row.since:
        raise OutOfOrder(f"It began on {day_in_words(row.since)}. Check both days.")
    row.ended_on = on
    row.outcome = _said(row.child_id, outcome, "Say what came of it: is the child back full-time?")
    row.save(update_fields=["ended_on", "outcome"])
    _tell("part_time_ended", row, by, at, on=on.isoformat())


def _ask(child: Child, by: Reader, to: str) -> None:
    require_write("attendance", child=child, by=by, to=to)
    say_why(to[0].upper() + to[1:])


def _said(child_id: int, text: str, ask: str) -> str:
    """Give words that each of the family reads: none is left out, no hidden address is in them."""
    if not text.strip():
        raise OutOfOrder(ask)
    ensure_no_hidden_address(child_id, (text,))
    return text.strip()


def _tell(what: str, row: PartTime, by: Reader, at: datetime, **facts: object) -> None:
    journal.write(
        what, area=by.area, child=row.child, by=by.user, at=at,
        through=through(row.child_id, by), part_time=row.pk, **facts,
    )  # fmt: skip
