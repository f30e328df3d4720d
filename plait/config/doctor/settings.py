"""What is set so that a promise is weaker; said, not counted as broken."""

from collections.abc import Iterator

from django.conf import settings as django_settings

from plait.people.models import Area


def notes(using: str) -> Iterator[tuple[str, str, bool]]:
    """Give a note for each setting that weakens something in a real area."""
    real = Area.objects.using(using).filter(is_sample=False).exists()
    if real and not django_settings.PLAIT_CLAMD:
        yield "uploads are not scanned for viruses", "Set PLAIT_CLAMD to clamd's socket.", False
    if real and not django_settings.SESSION_COOKIE_SECURE:
        yield (
            "pages are served without TLS",
            "Set PLAIT_TLS=1 behind a proxy that speaks TLS.",
            True,
        )
