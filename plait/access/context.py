"""Tell the database on whose behalf a transaction runs; without it every query raises."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connections, transaction

from plait.access.reader import Reader
from plait.people.asked import first
from plait.people.models import Area
from plait.ui.words import in_short

NOBODY = 0  # no user's id
_SET = "SELECT " + ", ".join(
    f"set_config('plait.{name}', %({name})s, true)"
    for name in ("user", "area", "today", "why", "source", "link")
)


@contextmanager
def acting_as(
    reader: Reader, *, why: str = "", source: int | None = None, using: str = "default"
) -> Iterator[Reader]:
    """Open a transaction in which the database sees what this reader may see, and no more."""
    with transaction.atomic(using=using):
        set_context(
            user=reader.user.pk,
            area=reader.area.pk,
            today=reader.today,
            why=why,
            source=source,
            using=using,
        )
        yield reader


@contextmanager
def acting_through(
    ref: str, *, area: Area, today: date, why: str = "", using: str = "default"
) -> Iterator[None]:
    """Open a transaction for somebody without an account, in which the database shows one row.

    `ref` names the row, as a guest link does: "advice:12".
    """
    with transaction.atomic(using=using):
        set_context(user=NOBODY, area=area.pk, today=today, why=why, link=ref, using=using)
        yield


def set_context(
    *,
    user: int,
    area: int,
    today: date,
    why: str = "",
    source: int | None = None,
    link: str = "",
    using: str = "default",
) -> None:
    """Set who, where, when and why for the rest of the open transaction."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("A context needs an open transaction, or it would outlive its reader.")
    told = {"user": str(user), "area": str(area), "today": today.isoformat()}
    first(_SET, told | {"why": why, "source": str(source or ""), "link": link}, using=using)


def say_why(why: str, *, source: int | None = None, using: str = "default") -> None:
    """Add the reason (and the delivery) that the history of the next changes will carry."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('plait.why', %s, true), set_config('plait.source', %s, true)",
            [in_short(why, 500), str(source or "")],
        )


@contextmanager
def reaching(ref: str, *, using: str = "default") -> Iterator[None]:
    """Let this block reach the one row it is about to make, as a link to it would.

    Somebody signed in makes a row of their own; the policies know it as theirs only once it is
    stored, and the database reads it back in the very statement that stores it.
    """
    set_link = "SELECT set_config('plait.link', %s, true)"
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('plait.link', true), '')")
        before = cursor.fetchone()[0]
        cursor.execute(set_link, [ref])
        yield
        cursor.execute(set_link, [before])
