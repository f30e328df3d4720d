"""What each act of provision does first and last: ask, take hold, check the day, journal."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write, through
from plait.cases.dated_facts import OutOfOrder
from plait.journal import actions as journal
from plait.law.wording import day_in_words
from plait.people.models import Child

Row = TypeVar("Row", bound=Model)


def ask(kind: str, child: Child, by: Reader, *, to: str) -> None:
    """Ask whether the reader may, and give the history its reason."""
    require_write(kind, child=child, by=by, to=to)
    say_why(to[0].upper() + to[1:])


def hold(row: Row) -> Row:
    """Take hold of a row until the act is done, so that two people cannot cross."""
    model: Any = type(row)
    return model.objects.select_for_update(of=("self",)).select_related("child").get(pk=row.pk)


def not_to_come(on: date | None, by: Reader) -> None:
    if on and on > by.today:
        raise OutOfOrder("The date is still to come. Record it once it has happened.")


def not_before(on: date | None, first: date | None, what: str) -> None:
    """Refuse a day before another that must come first; `what` names that one."""
    if on and first and on < first:
        raise OutOfOrder(f"The date is before {what}, which is {day_in_words(first)}. Check both.")


def said(text: str, ask_for: str) -> str:
    """Give words without blanks around them; none at all is refused with what is asked for."""
    if not text.strip():
        raise OutOfOrder(ask_for)
    return text.strip()


def ensure_open(ended_on: date | None, what: str) -> None:
    if ended_on:
        raise OutOfOrder(f"{what} ended on {day_in_words(ended_on)}. Nothing is added to it.")


def tell(what: str, child: Child, by: Reader, at: datetime, **facts: object) -> None:
    """Write the act's one line in the journal."""
    journal.write(
        what, area=by.area, child=child, by=by.user, through=through(child.pk, by), at=at, **facts
    )
