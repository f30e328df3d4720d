"""Files of deliveries, kept by what is in them; the sender's name is never a path."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from plait.access.refusals import Refused


class TooLarge(Refused):
    """A file larger than any that is taken."""


class Stored(NamedTuple):
    """A file as it lies in the store."""

    sha256: str
    size: int
    path: Path


def path_of(sha256: str) -> Path:
    """Say where a file lies."""
    return Path(settings.MEDIA_ROOT) / "deliveries" / sha256[:2] / sha256


def keep(chunks: Iterable[bytes]) -> Stored:
    """Stream a file into the store; one that is too large is refused before it is whole."""
    folder = Path(settings.MEDIA_ROOT) / "deliveries"
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as out:
        try:
            for chunk in chunks:
                size += len(chunk)
                _refuse_too_large(size)
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            Path(out.name).unlink()
            raise
    path = path_of(digest.hexdigest())
    path.parent.mkdir(exist_ok=True)
    Path(out.name).replace(path)
    return Stored(digest.hexdigest(), size, path)


def _refuse_too_large(size: int) -> None:
    most = settings.PLAIT_LARGEST_RETURN
    if size > most:
        raise TooLarge(
            f"The file is larger than {most // (1 << 20)} MB, which no return or register is.",
            who_can="Check that it is the right file, or ask its sender for one.",
        )
