"""Open the record for a command: the database runs, Django is ready."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import django

from plait.config import database, postgres


@contextmanager
def opened() -> Iterator[None]:
    """Hold the database open while a command works; PLAIT_ROLE says as whom."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.config.settings")
    with postgres.start() if database.embedded() else nullcontext():
        django.setup()
        yield
