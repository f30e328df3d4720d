"""A person says who somebody in a file is, or leaves it to a colleague."""

from datetime import datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.nightly import as_plait
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake import storing
from plait.intake.by_hash import levels_by_hash
from plait.intake.feeds import feed_of
from plait.intake.loaders import require_may_load
from plait.intake.models import Delivery, WaitingRow
from plait.journal import actions as journal
from plait.people.incoming import told_by_hash
from plait.people.matching import name_key
from plait.people.models import Child, Identifier, Incoming
from plait.people.near import nhs_numbers

State = Incoming.State
WAITING = (State.REVIEW, State.UNDONE)
TWO_NUMBERS = (
    "The file gives another NHS number than the record holds, and two different NHS numbers are "
    "never one child."
)
NO_NAME = "A hash has no name to make a record of."


@transaction.atomic
def decide_incoming(
    *, incoming: Incoming, child: Child | None, why: str, by: Reader, at: datetime
) -> int:
    """Say that a person is a child held, or (child None) a new one; give how many rows came in."""
    row = asked(incoming, by, waiting=True)
    if child:
        _require_one_child(row, child, by)
    say_why(why)
    row.state = State.LINKED if child else State.NEW
    if child is None:
        row.not_these = sorted({*row.not_these, *(one["child"] for one in row.evidence)})
    else:
        row.not_these = [one for one in row.not_these if one != child.pk]
    row.child = child or _new_child(row)
    kept(row, "person", why, by, at)
    facts = {"incoming": row.pk, "new": child is None}
    journal.write("incoming_decided", area=by.area, by=by.user, child=row.child, why=why, at=at,
                  **facts)  # fmt: skip
    return take_waiting(row, why, by, at)


@transaction.atomic
def leave_incoming(*, incoming: Incoming, why: str, by: Reader, at: datetime) -> None:
    """Leave a person to a colleague, with the reason; no file decides it from then on."""
    row = asked(incoming, by, waiting=True)
    if not why.strip():
        raise Refused("Say what you are not sure of: your colleague begins there.")
    say_why(why)
    kept(row, "left", why.strip(), by, at)
    journal.write("incoming_left", area=by.area, by=by.user, why=why, at=at, incoming=row.pk)


def asked(incoming: Incoming, by: Reader, *, waiting: bool) -> Incoming:
    """Lock a person of a file for whoever may decide; refuse in words where it is too late."""
    if not by.writes_all("incoming"):
        raise Refused("You cannot say who a person in a file is.", who_can="Ask who loads it.")
    row = Incoming.objects.select_for_update().get(pk=incoming.pk, area=by.area)
    if waiting != (row.state in WAITING):
        says = "This was decided already." if waiting else "There is no link here to undo."
        raise Refused(says, who_can="Look at it again.")
    _require_kinds(row, by)
    return row


def kept(row: Incoming, rule: str, why: str, by: Reader, at: datetime) -> None:
    """Keep what a person said of an incoming person, with who and when."""
    row.rule, row.why, row.decided_by, row.decided_at = rule, why[:500], by.user, at
    row.save()


def _require_kinds(row: Incoming, by: Reader) -> None:
    """Whoever decides takes rows in or out, so every file that tells of the person is theirs."""
    with as_plait(by):
        waiting = WaitingRow.objects.filter(incoming=row)
        kinds = set(waiting.values_list("delivery__kind", flat=True))
        if row.source_id:
            files = Delivery.objects.filter(area=by.area, source=row.source_id)
            kinds |= set(files.values_list("kind", flat=True))
    for kind in sorted(kinds):
        require_may_load(by, kind)


def _require_one_child(row: Incoming, child: Child, by: Reader) -> None:
    """Refuse what no person may say either: two NHS numbers are two children."""
    if child.area_id != by.area.pk or child.merged_into_id:
        raise Refused("This record is not one to link to.", who_can="Choose the one that is kept.")
    held = nhs_numbers(child)
    by_hash = told_by_hash(row) and levels_by_hash(row, child).nhs == "other"
    if by_hash or (row.nhs and held and row.nhs not in held):
        raise Refused(TWO_NUMBERS, who_can="Ask the sender which number is right.")


def _new_child(row: Incoming) -> Child:
    if told_by_hash(row):
        raise Refused(NO_NAME, who_can="Leave it, or ask the sender whether it may give a name.")
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


def take_waiting(row: Incoming, why: str, by: Reader, at: datetime) -> int:
    """Take in, by the feeds that kept them, the rows that waited for this person."""
    waiting = WaitingRow.objects.filter(incoming=row, taken_at=None)
    taken = 0
    for number in sorted(set(waiting.values_list("delivery_id", flat=True))):
        delivery = Delivery.objects.select_related("source").get(pk=number)
        say_why(why, source=delivery.source_id)
        path = storing.path_of(delivery.sha256)
        feed = feed_of(delivery, path, by=by, source=delivery.source)
        taken += feed.take_waiting({row.pk: row}, at=at)
    return taken
