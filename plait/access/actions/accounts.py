"""Make an account for another person, and let them set their password by a link."""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from plait.access.actions.links import make_link, spend
from plait.access.context import acting_as
from plait.access.models import Link
from plait.access.reader import Reader, posts_of, reader_from
from plait.access.refusals import Refused
from plait.access.rights import OFFICERS, not_oneself, require_accounts
from plait.journal import actions as journal
from plait.people.models import Area, User


@transaction.atomic
def add_person(*, email: str, name: str, by: Reader) -> User:
    """Make an account without a password; nobody can sign in to it before an invitation."""
    require_accounts(by, to="add a person")
    known = User.objects.filter(email=email.lower()).first()
    if known is not None:
        return known
    user = User.objects.create_user(email=email, name=name)
    journal.write("person_added", area=by.area, by=by.user, user=user.pk)
    return user


@transaction.atomic
def invite(*, user: User, by: Reader, at: datetime) -> str:
    """Make the link by which a member of staff sets their first password; gives its token once."""
    require_accounts(by, to="invite people")
    return _invite(user, by=by, at=at)


@transaction.atomic
def invite_family(*, user: User, by: Reader, at: datetime) -> str:
    """Make the same link for a family member whom an officer has just linked to a child."""
    if not by.holds(*OFFICERS) or posts_of(user, today=by.today):
        raise Refused("An officer invites families; staff are invited from their own page.")
    return _invite(user, by=by, at=at)


def _invite(user: User, *, by: Reader, at: datetime) -> str:
    not_oneself(user, by=by, to="make an invitation")
    if user.has_usable_password():
        raise Refused(
            f"{user.name} already has a password.",
            who_can="If they lost it, they ask on the sign-in page and you confirm.",
        )
    token = make_link(user=user, purpose=Link.Purpose.JOIN, area=by.area, made_by=by.user, at=at)
    journal.write("invited", area=by.area, by=by.user, user=user.pk)
    return token


def accept(*, link: Link, password: str, today: date, at: datetime) -> bool:
    """Set a password by a link, once; a link to be let in again also forgets authenticators."""
    reader = as_themselves(link.user, area=link.area, today=today)
    with acting_as(reader):
        if not spend(link, at=at):
            return False
        link.user.set_password(password)
        link.user.save(update_fields=["password"])
        if link.purpose == Link.Purpose.RECOVER:
            Authenticator.objects.filter(user=link.user).delete()
        EmailAddress.objects.update_or_create(
            user=link.user, email=link.user.email, defaults={"verified": True, "primary": True}
        )
        what = "joined" if link.purpose == Link.Purpose.JOIN else "let_in_again"
        journal.write(what, area=link.area, by=link.user, at=at)
    return True


def as_themselves(user: User, *, area: Area, today: date) -> Reader:
    """Give the reader a person is in one area."""
    return reader_from(user, posts_of(user, today=today), area, today=today)


@transaction.atomic
def close_account(*, user: User, why: str, by: Reader) -> None:
    """Stop an account from signing in; what it did stays on the record."""
    require_accounts(by, to="close an account")
    not_oneself(user, by=by, to="close an account")
    user.is_active = False
    user.save(update_fields=["is_active"])
    journal.write("account_closed", area=by.area, by=by.user, why=why, user=user.pk)
