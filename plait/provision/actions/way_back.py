"""The way back to a setting, step by step, and what came of it."""

from datetime import date, datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.cases.actions_dates import ensure_unchanged
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
from plait.provision.models import Reintegration

KIND = "provision"
MOST_STEPS = 40


@transaction.atomic
def plan(
    *, child: Child, since: date, full_time_by: date, steps: list[tuple[str, date]],
    agreed_with: str, by: Reader, at: datetime,
) -> Reintegration:  # fmt: skip
    """Lay down the way back: its steps with their days, and with whom they are agreed."""
    ask(KIND, child, by, to="plan a child’s way back")
    not_before(full_time_by, since, "the day the plan begins")
    if not steps:
        raise OutOfOrder("Give at least one step with its day: a way back goes step by step.")
    if len(steps) > MOST_STEPS:
        raise OutOfOrder(f"No more than {MOST_STEPS} steps: put small ones together.")
    for what, day in steps:
        not_before(day, since, f"the day the plan begins (“{what}”)")
        if day > full_time_by:
            raise OutOfOrder(f"“{what}” comes after the day the child is to be full-time again.")
    if Reintegration.objects.filter(child=child, ended_on__isnull=True).exists():
        raise OutOfOrder("A way back is planned already. End that plan with its outcome first.")
    row = Reintegration.objects.create(
        area=by.area, child=child, setting_id=next(iter(by.settings), None), since=since,
        full_time_by=full_time_by, written_by=by.user,
        agreed_with=said(agreed_with, "Say with whom it is agreed: the family, the child, who."),
        steps=[{"what": what, "by": day.isoformat(), "done_on": ""} for what, day in steps],
    )  # fmt: skip
    tell("way_back_planned", child, by, at, plan=row.pk, on=full_time_by.isoformat())
    return row


@transaction.atomic
def step_done(*, way: Reintegration, step: int, on: date, by: Reader, at: datetime) -> None:
    """Record that a step was taken, once; steps count from 1."""
    row = _open(way, by, "record a step of the way back")
    not_to_come(on, by)
    not_before(on, row.since, "the day the plan began")
    if not 1 <= step <= len(row.steps):
        raise OutOfOrder("There is no such step.")
    ensure_unchanged("", row.steps[step - 1].get("done_on") or "")
    row.steps[step - 1]["done_on"] = on.isoformat()
    row.save(update_fields=["steps"])
    tell("way_back_step", row.child, by, at, plan=row.pk, step=step, on=on.isoformat())


@transaction.atomic
def end(*, way: Reintegration, on: date, outcome: str, by: Reader, at: datetime) -> None:
    """End the plan with what came of it."""
    row = _open(way, by, "end the plan of the way back")
    not_to_come(on, by)
    not_before(on, row.since, "the day the plan began")
    row.ended_on, row.outcome = on, said(outcome, "Say what came of it: is the child back?")
    row.save(update_fields=["ended_on", "outcome"])
    tell("way_back_ended", row.child, by, at, plan=row.pk, on=on.isoformat())


def _open(way: Reintegration, by: Reader, to: str) -> Reintegration:
    ask(KIND, way.child, by, to=to)
    row = hold(way)
    ensure_open(row.ended_on, "The plan")
    return row
