"""A person says who somebody in a file is, or takes a link back with all that came of it."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake import storing
from plait.intake.feeds import feed_of
from plait.intake.loaders import require_may_load
from plait.intake.models import Delivery, WaitingRow
from plait.journal import actions as journal
from plait.people.matching import name_key
from plait.people.models import Child, Identifier, Incoming

State = Incoming.State


@transaction.atomic
def decide_incoming(
    *, incoming: Incoming, child: Child | None, why: str, by: Reader, at: datetime
) -> int:
    """Say that a person is a child held, or (child None) a new one; give how many rows came in."""
    row = _asked(incoming, by, waiting=True)
    _require_kinds(row, by)
    if child and (child.area_id != by.area.pk or child.merged_into_id):
        raise Refused("This record is not one to link to.", who_can="Choose the one that is kept.")
    say_why(why)
    row.state = State.LINKED if child else State.NEW
    if child is None:
        row.not_these = sorted({*row.not_these, *(one["child"] for one in row.evidence)})
    row.child = child or _new_child(row)
    _kept(row, "person", why, by, at)
    facts = {"incoming": row.pk, "new": child is None}
    journal.write("incoming_decided", area=by.area, by=by.user, child=row.child, why=why, at=at,
                  **facts)  # fmt: skip
    return _take_waiting(row, by, at)


@transaction.atomic
def undo_link(*, incoming: Incoming, why: str, by: Reader, at: datetime) -> int:
    """Take a link back with every row that came of it; give how many.

    Rows that had waited wait again; others come with the sender's next file, which waits until a
    person says who it is. The same child is never linked again.
    """
    row = _asked(incoming, by, waiting=False)
    before = row.child
    keys = rows_of_a_link()
    if not all(by.writes_all(_kind_of(key.model)) for key in keys if _has(key, row)):
        raise Refused(
            "You cannot undo this link: some of what came with it is not yours to change.",
            who_can="Ask a SEND manager, who may write all of it.",
        )
    say_why(why)
    gone = sum(_rows(key, row).delete()[0] for key in keys)
    row.not_these = sorted({*row.not_these, before.pk})
    row.state, row.child = State.UNDONE, None
    _kept(row, "undone", why, by, at)
    journal.write("incoming_undone", area=by.area, by=by.user, child=before, why=why, at=at,
                  incoming=row.pk, rows=gone)  # fmt: skip
    WaitingRow.objects.filter(incoming=row).update(taken_at=None)
    return gone


def rows_of_a_link() -> list[models.ForeignKey]:
    """Give every key by which a row names the person it came for."""
    return [
        relation.field
        for relation in Incoming._meta.get_fields(include_hidden=True)
        if relation.one_to_many and relation.field.name == "came_as"
    ]


def _rows(key: models.ForeignKey, row: Incoming) -> Any:
    return key.model._default_manager.filter(came_as=row)


def _has(key: models.ForeignKey, row: Incoming) -> bool:
    return _rows(key, row).exists()


def _kind_of(model: Any) -> str:
    return apps.get_app_config(model._meta.app_label).secured[model._meta.db_table]["kind"]


def _asked(incoming: Incoming, by: Reader, *, waiting: bool) -> Incoming:
    if not by.writes_all("incoming"):
        raise Refused("You cannot say who a person in a file is.", who_can="Ask who loads it.")
    row = Incoming.objects.select_for_update().get(pk=incoming.pk, area=by.area)
    if waiting != (row.state in (State.REVIEW, State.UNDONE)):
        says = "This was decided already." if waiting else "There is no link here to undo."
        raise Refused(says, who_can="Look at it again.")
    return row


def _require_kinds(row: Incoming, by: Reader) -> None:
    """Whoever decides takes the waiting rows in, so they must be theirs to load."""
    waiting = WaitingRow.objects.filter(incoming=row, taken_at=None)
    for kind in waiting.values_list("delivery__kind", flat=True).distinct():
        require_may_load(by, kind)


def _new_child(row: Incoming) -> Child:
    if row.birth_date is None:
        raise Refused("Without a birth date no record is made.", who_can="Ask the sender for it.")
    child = Child.objects.create(
        area=row.area, forename=row.forename, surname=row.surname, birth_date=row.birth_date,
        sex=row.sex, postcode=row.postcode, source=row.source,
        forename_key=name_key(row.forename), surname_key=name_key(row.surname),
    )  # fmt: skip
    for kind, value in (("upn", row.upn), ("nhs", row.nhs)):
        if value:
            Identifier.objects.create(
                area=row.area, child=child, kind=kind, value=value, valid=True, source=row.source
            )
    return child


def _kept(row: Incoming, rule: str, why: str, by: Reader, at: datetime) -> None:
    row.rule, row.why, row.decided_by, row.decided_at = rule, why[:500], by.user, at
    row.save()


def _take_waiting(row: Incoming, by: Reader, at: datetime) -> int:
    """Take in, by the feeds that kept them, the rows that waited for this person."""
    waiting = WaitingRow.objects.filter(incoming=row, taken_at=None)
    taken = 0
    for number in sorted(set(waiting.values_list("delivery_id", flat=True))):
        delivery = Delivery.objects.select_related("source").get(pk=number)
        path = storing.path_of(delivery.sha256)
        feed = feed_of(delivery, path, by=by, source=delivery.source)
        taken += feed.take_waiting({row.pk: row}, at=at)
    return taken
