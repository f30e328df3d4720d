"""Plait's own reader of an area, for work that nobody asks for by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.contrib.auth.hashers import make_password

from plait.access.context import set_context
from plait.access.reader import Reader, posts_of, reader_from
from plait.people.models import Area, Post, Role, User


def nightly_user(area: Area, *, today: date, using: str = "default") -> User:
    """Find or make the user under whose name Plait's own work in an area is journalled."""
    user, _ = User.objects.using(using).get_or_create(
        email=f"plait-{area.code}@plait.invalid",
        defaults={"name": "Plait", "is_active": False, "password": make_password(None)},
    )
    Post.objects.using(using).get_or_create(
        area=area, user=user, role=Role.PLAIT, defaults={"since": min(today, date(2000, 1, 1))}
    )
    return user


def nightly_reader(area_id: int, *, today: date) -> Reader:
    """Give the reader that Plait's own nightly work acts as."""
    area = Area.objects.get(pk=area_id)
    user = nightly_user(area, today=today)
    return reader_from(user, posts_of(user, today=today), area, today=today)


@contextmanager
def as_plait(by: Reader, *, why: str = "", source: int | None = None) -> Iterator[Reader]:
    """Let this block see as Plait does, within somebody's act: what follows may not be theirs.

    Whether they may act is asked before. If the block fails, the act's transaction is over.
    """
    reader = nightly_reader(by.area.pk, today=by.today)
    told = {"area": by.area.pk, "today": by.today, "why": why, "source": source}
    set_context(user=reader.user.pk, **told)
    yield reader
    set_context(user=by.user.pk, **told)
