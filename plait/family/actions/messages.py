"""Messages between the family and a named person: written, answered, each within its promise."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plait.access.lengths import MESSAGE, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.family.models import Message
from plait.family.queries import named_person
from plait.journal import actions as journal
from plait.law.counting import working_days
from plait.people.models import Child, User

REPLY_WITHIN = 5  # working days, until the area sets its own promise


def promised(on: date, *, within: int = REPLY_WITHIN) -> date:
    """Give the day by which a message of that day is answered."""
    return working_days(on, within)


@transaction.atomic
def write_to(
    *, child: Child, text: str, by: Reader, at: datetime, within: int = REPLY_WITHIN
) -> Message:
    """Write to the person named for the child; the day of the answer is promised at once."""
    require_write("note_family", child=child, by=by, to="write a message")
    person = named_person(child.pk, by)
    if person is None:
        raise Refused(
            "Nobody is named for your child yet, so no message can be sent.",
            who_can="Ring the SEND team; they can say when somebody will be.",
        )
    message = Message.objects.create(
        area=by.area, child=child, family=by.user, to=person, written_by=by.user,
        text=fits(text, MESSAGE, _("The message")), at=at,
        reply_by=promised(at.date(), within=within),
    )  # fmt: skip
    _tell("message_written", message, by, at)
    return message


@transaction.atomic
def answer(*, child: Child, family: User, text: str, by: Reader, at: datetime) -> Message:
    """Answer one person of the family; every message of theirs that waited is answered by it."""
    require_write("message", child=child, by=by, to="answer a message")
    waiting = Message.objects.select_for_update().filter(
        child=child, family=family, written_by=family, answered_at__isnull=True
    )
    waiting.update(answered_at=at)
    message = Message.objects.create(
        area=by.area, child=child, family=family, to=family, written_by=by.user,
        text=fits(text, MESSAGE, _("The message")), at=at,
    )  # fmt: skip
    _tell("message_answered", message, by, at)
    return message


def _tell(what: str, message: Message, by: Reader, at: datetime) -> None:
    journal.write(
        what, area=by.area, child=message.child, by=by.user, at=at,
        through=through(message.child_id, by), message=message.pk, family=message.family_id,
    )  # fmt: skip
