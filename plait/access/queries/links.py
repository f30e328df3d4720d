"""What a link still opens."""

from datetime import datetime

from plait.access.models import Link
from plait.access.tokens import digest_of


def link_of(token: str, *, purpose: str, at: datetime) -> Link | None:
    """Find a link that may still be used for this purpose."""
    return (
        Link.objects.filter(
            digest=digest_of(token),
            purpose=purpose,
            used_at__isnull=True,
            withdrawn_at__isnull=True,
            expires_at__gt=at,
            user__is_active=True,
        )
        .select_related("user", "area")
        .first()
    )
