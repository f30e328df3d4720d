"""What a family corrects or objects to in the register of home education, and the answer."""

from datetime import date, datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.cases.actions_dates import ensure_unchanged
from plait.cases.dated_facts import OutOfOrder
from plait.provision.actions.doors import ask, hold, not_before, not_to_come, said, tell
from plait.provision.models import HomeEducation, Objection


@transaction.atomic
def say(
    *, entry: HomeEducation, field: str, kind: str, says: str, by: Reader, at: datetime
) -> Objection:
    """Say that something held is wrong, or object to its being held; the same words count once."""
    ask("objection", entry.child, by, to="correct or object to what the register holds")
    if kind not in Objection.Kind.values:
        raise OutOfOrder("Choose whether it is wrong, or whether you object to its being held.")
    text = said(says, "Say in your own words what is wrong, or why it should not be held.")
    already = Objection.objects.filter(
        about=entry, field=field, kind=kind, says=text, by=by.user, answered_on__isnull=True
    ).first()
    if already:
        return already
    row = Objection.objects.create(
        area=by.area, child=entry.child, about=entry, kind=kind, field=field[:40], says=text,
        at=at, by=by.user,
    )  # fmt: skip
    tell("home_objected", entry.child, by, at, objection=row.pk)
    return row


@transaction.atomic
def answer(*, objection: Objection, answer: str, on: date, by: Reader, at: datetime) -> None:
    """Answer what a family said, once, in words it reads."""
    ask("objection", objection.child, by, to="answer what a family says of the register")
    row = hold(objection)
    ensure_unchanged("", row.answer)
    not_to_come(on, by)
    not_before(on, row.at.date(), "the day it was said")
    row.answer = said(answer, "Say what the answer is. The family reads it.")
    row.answered_on, row.answered_by = on, by.user
    row.save(update_fields=["answer", "answered_on", "answered_by"])
    tell("home_answered", row.child, by, at, objection=row.pk, on=on.isoformat())
