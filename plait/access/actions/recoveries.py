"""A lost password or authenticator: one person asks, another confirms."""

from datetime import datetime

from django.db import IntegrityError, transaction

from plait.access.actions.links import make_link
from plait.access.models import Link, Recovery
from plait.access.reader import Reader
from plait.access.rights import not_oneself, require_accounts
from plait.journal import actions as journal
from plait.people.models import User


def ask(*, email: str, lost: str, at: datetime) -> None:
    """Note that somebody lost their way in; the same silence whether we know them or not."""
    user = User.objects.filter(email=email.lower(), is_active=True, persona="").first()
    if user is None or not user.has_usable_password():
        return
    try:
        with transaction.atomic():
            Recovery.objects.create(user=user, lost=lost, asked_at=at)
    except IntegrityError:
        return  # one open request is enough


@transaction.atomic
def confirm(*, recovery: Recovery, how_checked: str, by: Reader, at: datetime) -> str:
    """Confirm that it is them; gives the token that goes to their own address, and only there."""
    require_accounts(by, to="let a person in again")
    not_oneself(recovery.user, by=by, to="confirm a lost password or authenticator")
    _close(recovery, confirmed=True, how_checked=how_checked, by=by, at=at)
    token = make_link(
        user=recovery.user, purpose=Link.Purpose.RECOVER, area=by.area, made_by=by.user, at=at
    )
    journal.write(
        "recovery_confirmed",
        area=by.area,
        by=by.user,
        why=how_checked,
        user=recovery.user_id,
        lost=recovery.lost,
        asked_at=recovery.asked_at.isoformat(),
    )
    return token


@transaction.atomic
def refuse(*, recovery: Recovery, why: str, by: Reader, at: datetime) -> None:
    """Say that it was not them."""
    require_accounts(by, to="answer this")
    not_oneself(recovery.user, by=by, to="answer this")
    _close(recovery, confirmed=False, how_checked=why, by=by, at=at)
    journal.write("recovery_refused", area=by.area, by=by.user, why=why, user=recovery.user_id)


def _close(
    recovery: Recovery, *, confirmed: bool, how_checked: str, by: Reader, at: datetime
) -> None:
    recovery.confirmed, recovery.how_checked = confirmed, how_checked
    recovery.closed_by, recovery.closed_at = by.user, at
    recovery.save()
