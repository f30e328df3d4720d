"""Single-use links: made for one person and one purpose, kept only as a digest."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from plait.access.models import Link
from plait.access.tokens import digest_of
from plait.people.models import Area, User

LIVES = {Link.Purpose.JOIN: timedelta(days=7), Link.Purpose.RECOVER: timedelta(hours=24)}


@transaction.atomic
def make_link(*, user: User, purpose: str, area: Area, made_by: User | None, at: datetime) -> str:
    """Make a link's token, and withdraw every older one of the same purpose."""
    Link.objects.filter(
        user=user, purpose=purpose, used_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    Link.objects.create(
        area=area,
        user=user,
        purpose=purpose,
        digest=digest_of(token),
        made_by=made_by,
        made_at=at,
        expires_at=at + LIVES[Link.Purpose(purpose)],
    )
    return token


def spend(link: Link, *, at: datetime) -> bool:
    """Use a link up; False when somebody else was first, or it ran out meanwhile."""
    alive = Link.objects.filter(
        pk=link.pk, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at
    )
    return alive.exclude(made_by=F("user")).update(used_at=at) == 1
