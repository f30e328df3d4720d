"""Links for those without an account: made for one row, kept as a digest, opened once."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from plait.access.models import GuestLink
from plait.access.tokens import digest_of
from plait.people.models import Area, User

LIVES = timedelta(days=14)
AGAIN_AT_MOST = 10  # links to one row in one day


@transaction.atomic
def make_guest_link(
    *,
    purpose: str,
    row: int,
    area: Area,
    sent_to: str,
    made_by: User | None,
    at: datetime,
    lives: timedelta = LIVES,
) -> str:
    """Make a link's token, and withdraw every unopened one to the same row and address."""
    GuestLink.objects.filter(
        purpose=purpose, row=row, sent_to=sent_to, used_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    GuestLink.objects.create(
        area=area,
        purpose=purpose,
        row=row,
        digest=digest_of(token),
        sent_to=sent_to,
        made_by=made_by,
        made_at=at,
        expires_at=at + lives,
    )
    return token


def open_guest_link(token: str, *, at: datetime) -> GuestLink | None:
    """Use a link up and give it; nothing when it was opened, ran out, or was withdrawn."""
    link = GuestLink.objects.filter(digest=digest_of(token)).select_related("area").first()
    alive = GuestLink.objects.filter(
        digest=digest_of(token), used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at
    )
    return link if link and alive.update(used_at=at) == 1 else None


@transaction.atomic
def another_guest_link(token: str, *, at: datetime) -> tuple[GuestLink, str] | None:
    """Make a new link in place of an old one, for the same row and the same address only.

    Nothing when the old one was withdrawn (the work is done, or was taken back), is unknown, or
    too many were asked for today.
    """
    old = (
        GuestLink.objects.filter(digest=digest_of(token), withdrawn_at__isnull=True)
        .select_related("area", "made_by")
        .first()
    )
    if old is None or not old.sent_to:
        return None
    today = GuestLink.objects.filter(
        purpose=old.purpose, row=old.row, made_at__gt=at - timedelta(days=1)
    )
    if today.count() >= AGAIN_AT_MOST:
        return None
    new = make_guest_link(
        purpose=old.purpose, row=old.row, area=old.area, sent_to=old.sent_to,
        made_by=old.made_by, at=at,
    )  # fmt: skip
    return old, new


def too_many(sent_to: str, *, at: datetime) -> bool:
    """Say whether an address was sent as many links in a day as anybody can need."""
    today = GuestLink.objects.filter(sent_to=sent_to, made_at__gt=at - timedelta(days=1))
    return today.count() >= AGAIN_AT_MOST


def rows_opened_from(sent_to: str, *, purpose: str, at: datetime) -> list[GuestLink]:
    """Give the newest link to each row that an address was lately sent links to."""
    links = GuestLink.objects.filter(
        purpose=purpose, sent_to=sent_to, withdrawn_at__isnull=True, made_at__gt=at - 2 * LIVES
    )
    newest = {link.row: link for link in links.select_related("area").order_by("made_at")}
    return list(newest.values())


def withdraw_guest_links(*, purpose: str, row: int, at: datetime) -> None:
    """Close every link to a row, opened or not: what it was for is done."""
    GuestLink.objects.filter(purpose=purpose, row=row, withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
