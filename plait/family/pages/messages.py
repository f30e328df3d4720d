"""Messages and their promises in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.family.models import Message
from plait.people.models import User
from plait.ui.tables import Cell
from plait.ui.words import day, moment


@dataclass(frozen=True)
class Line:
    """One message as it is shown: whose, when, the words, and what was promised."""

    who: str
    when: str
    text: str
    promise: str
    mine: bool


def lines(messages: Iterable[Message], *, reader: User, today: date) -> list[Line]:
    """Give a thread in words for whoever reads it."""
    return [
        Line(
            who=_("You") if message.written_by_id == reader.pk else message.written_by.name,
            when=moment(message.at),
            text=message.text,
            promise=promise(message, today=today),
            mine=message.written_by_id == reader.pk,
        )
        for message in messages
    ]


def promise(message: Message, *, today: date) -> str:
    """Say by when an answer is promised, or how long it took."""
    if message.reply_by is None:
        return ""
    if message.answered_at:
        return _("Answered after %(how_long)s.") % {
            "how_long": _took(message.at, message.answered_at)
        }
    if message.reply_by < today:
        return _("An answer was promised by %(day)s. It is late.") % {"day": day(message.reply_by)}
    return _("You will have an answer by %(day)s.") % {"day": day(message.reply_by)}


def _took(asked: datetime, answered: datetime) -> str:
    days = (answered.date() - asked.date()).days
    if not days:
        return _("less than a day")
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


def waiting_rows(messages: Iterable[Message], *, today: date, href: str) -> list[dict[str, object]]:
    """Give the messages that wait as rows of a list; `href` has a place for child and writer."""
    return [
        {
            "child": Cell(
                message.child.name,
                href=href.format(child=message.child_id, family=message.family_id),
            ),
            "from": message.family.name,
            "to": message.to.name,
            "by": Cell(
                day(message.reply_by),
                tag="late" if message.reply_by and message.reply_by < today else "",
            ),
        }
        for message in messages
    ]


def how_fast(messages: Iterable[Message]) -> str:
    """Say in one sentence how promises were kept, of the messages answered lately."""
    answered = [m for m in messages if m.answered_at and m.reply_by]
    if not answered:
        return "No message was answered in the last three months."
    kept = sum(m.answered_at.date() <= m.reply_by for m in answered)
    return f"Of {len(answered)} messages answered in the last three months, {kept} were in time."
