"""The journal line of an act on a plan."""

from datetime import datetime
from typing import Any

from plait.access.reader import Reader
from plait.access.require import through
from plait.journal import actions as journal
from plait.people.models import Child


def tell(what: str, *, child: Child, by: Reader, at: datetime, why: str = "", **facts: Any) -> None:
    """Write one act on a child's plan."""
    journal.write(
        what, area=by.area, child=child, by=by.user, through=through(child.pk, by), why=why,
        at=at, **facts,
    )  # fmt: skip
