"""What is set so that a promise is weaker; said, not counted as broken."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings as django_settings

from plait.intake.watched import folders_in, places, why_not
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
    yield from _folders()


def _folders() -> Iterator[tuple[str, str, bool]]:
    """Say which watched folders cannot be read or written by whoever runs this."""
    if not django_settings.PLAIT_FEEDS:
        return
    root = Path(django_settings.PLAIT_FEEDS)
    if why := why_not(root):
        yield f"PLAIT_FEEDS: {root} {why}", "Make it, or open it to Plait's account.", True
        return
    for folder in (*folders_in(root), *(place.folder for place in places())):
        for one in (folder, folder / "done", folder / "refused"):
            if (one == folder or one.exists()) and (why := why_not(one)):
                yield f"PLAIT_FEEDS: {one} {why}", "Open it to Plait's account.", True
