"""A family lets an advocate or adviser read with them, for a time; and ends it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from plait.access.actions.links import make_link
from plait.access.actions.ties import close_from
from plait.access.models import Link, Tie
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.access.rights import not_oneself
from plait.journal import actions as journal
from plait.people.models import Child, Role, User

LONGEST = timedelta(days=366)
BASIS = "Let in by the family"


@dataclass(frozen=True)
class Leave:
    """Whom the family lets in, until when, and what they help with."""

    name: str
    email: str
    until: date
    what: str


@transaction.atomic
def let_read(*, child: Child, leave: Leave, by: Reader, at: datetime) -> tuple[User, str]:
    """Let somebody read with the family; gives them, and the token of their single-use link.

    Somebody who has joined already gets no link: they sign in as they always do.
    """
    require_write("leave", child=child, by=by, to="let somebody read with you")
    if not by.today <= leave.until <= by.today + LONGEST:
        raise Refused("Choose a last day from today to a year ahead. You can let them in again.")
    user = User.objects.filter(email=leave.email.lower()).first()
    user = user or User.objects.create_user(email=leave.email, name=leave.name)
    not_oneself(user, by=by, to="let somebody in")
    held = Tie.objects.filter(in_force(by.today), child=child, user=user, granted_by=by.user)
    if held.exists():
        raise Refused("They can read this record already. End that first, to change it.")
    Tie.objects.create(
        area=by.area, child=child, user=user, role=Role.SUPPORTER, since=by.today,
        until=leave.until, basis=BASIS, why=leave.what, granted_by=by.user,
    )  # fmt: skip
    _note("leave_given", child, by, at, user=user.pk, until=leave.until.isoformat())
    return user, _link(user, by, at)


@transaction.atomic
def end_leave(*, tie: Tie, by: Reader, at: datetime) -> None:
    """End what the reader gave, from today."""
    if tie.role != Role.SUPPORTER or tie.granted_by_id != by.user.pk:
        raise Refused("Only whoever let somebody in can end it here, or a SEND manager.")
    child, user = tie.child, tie.user_id
    close_from(tie, by.today)
    _note("leave_ended", child, by, at, user=user)


def _link(user: User, by: Reader, at: datetime) -> str:
    if user.has_usable_password() or user.persona:
        return ""
    purpose = Link.Purpose.JOIN
    return make_link(user=user, purpose=purpose, area=by.area, made_by=by.user, at=at)


def _note(what: str, child: Child, by: Reader, at: datetime, **facts: object) -> None:
    by_tie = through(child.pk, by)
    journal.write(what, area=by.area, child=child, by=by.user, at=at, through=by_tie, **facts)
