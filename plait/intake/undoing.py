"""A link taken back, with all that came of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, transaction

from plait.access.context import say_why
from plait.access.models import Tie
from plait.access.nightly import as_plait
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.attendance.models import Enrolment
from plait.intake.deciding import State, asked, kept
from plait.intake.models import WaitingRow
from plait.intake.putting_back import REFS, rows_told, take_out
from plait.intake.rolls import ON_THE_ROLL
from plait.journal import actions as journal
from plait.people.actions_merge import rows_that_follow
from plait.people.models import Child, Identifier, Incoming, Role
from plait.watch.withdrawing import standing, withdraw


@transaction.atomic
def undo_link(*, incoming: Incoming, why: str, by: Reader, at: datetime) -> int:
    """Take a link back with every row that came of it; give how many.

    The rows wait again; the signals they gave, and their questions, are withdrawn. The person
    waits until somebody says who it is, and no file links the same child again.
    """
    row = asked(incoming, by, waiting=False)
    before, made = row.child, row.state == State.NEW
    with as_plait(by, why=why):
        rows, stood = rows_told(row), standing(before, by.today)
    if not all(by.writes_all(_kind_of(one)) for one in rows):
        raise Refused(
            "You cannot undo this link: some of what came with it is not yours to change.",
            who_can="Ask a SEND manager, who may write all of it.",
        )
    say_why(why)
    settings = {one.setting_id for one in rows if isinstance(one, Enrolment)}
    refs = [f"{REFS[name]}:{one.pk}" for one in rows if (name := type(one).__name__) in REFS]
    withdrawing = {"child": before, "stood": stood, "why": why, "by": by, "at": at}
    touched = take_out(rows, row, by=by, why=why)
    _ties_follow(before, settings)
    row.not_these = sorted({*row.not_these, before.pk})
    row.state, row.child = State.UNDONE, None
    kept(row, "undone", why, by, at)
    WaitingRow.objects.filter(incoming=row).update(taken_at=None)
    journal.write("incoming_undone", area=by.area, by=by.user, child=before, why=why, at=at,
                  incoming=row.pk, rows=touched)  # fmt: skip
    withdraw(**withdrawing, gone=refs)
    if made:
        _forget(before)
    return touched


def _kind_of(row: Any) -> str:
    return apps.get_app_config(row._meta.app_label).secured[row._meta.db_table]["kind"]


def _ties_follow(child: Child, settings: Iterable[int | None]) -> None:
    """A setting's SENCO reads a child on its roll: undo what the link opened or closed."""
    for setting in settings:
        rolls = Enrolment.objects.filter(child=child, setting=setting)
        ties = Tie.objects.filter(
            child=child, organisation=setting, role=Role.SENCO, basis=ON_THE_ROLL
        )
        if not rolls.exists():
            ties.delete()
        elif rolls.filter(left_on=None).exists() and not ties.filter(until=None).exists():
            ties.filter(pk__in=ties.order_by("-since").values("pk")[:1]).update(until=None)


def _forget(child: Child) -> None:
    """Remove a record that a link had made, unless anything else hangs on it by now."""
    if any(
        key.model._default_manager.filter(**{key.name: child}).exists()
        for key in rows_that_follow()
        if key.model is not Identifier
    ):
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            child.delete()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what the doer may not see counts too
    except IntegrityError:
        return
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
