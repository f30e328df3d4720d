"""Somebody without an account who came through a link: one purpose, one row, for a few hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest

from plait.access.models import GuestLink
from plait.people.models import Area

SESSION = "plait_guest"
A_VISIT = timedelta(hours=8)


@dataclass(frozen=True)
class Guest:
    """A visitor whom the database shows one row and what hangs on it."""

    area: Area
    today: date
    link: GuestLink

    @property
    def ref(self) -> str:
        return self.link.ref

    @property
    def row(self) -> int:
        return self.link.row


def guest_of(request: HttpRequest, *, at: datetime, today: date) -> Guest | None:
    """Give the visit this session is in, unless it ended or its link was withdrawn since."""
    held = request.session.get(SESSION)
    if not held:
        return None
    link = GuestLink.objects.filter(
        pk=held, withdrawn_at__isnull=True, used_at__isnull=False, used_at__gt=at - A_VISIT
    )
    found = link.select_related("area").first()
    return Guest(found.area, today, found) if found else None


def begin_visit(request: HttpRequest, link: GuestLink) -> None:
    """Let the session open the link's row, and nothing it opened before."""
    request.session.flush()
    request.session[SESSION] = link.pk
    request.session.set_expiry(int(A_VISIT.total_seconds()))
