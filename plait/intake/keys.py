"""Keys with which an organisation's system sends files by itself: made, shown once, ended.

A key acts in the name of whoever made it, for the kinds it was made for, and no further than they
may load themselves on that day; it ends by itself after a year at the latest.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction

from plait.access.context import acting_as, say_why
from plait.access.reader import Reader, posts_of, reader_from
from plait.access.refusals import Refused
from plait.access.tokens import digest_of
from plait.intake.apps import ABOUT, KINDS
from plait.intake.loaders import may_load, require_may_load
from plait.intake.models import SendingToken
from plait.intake.rates import knock
from plait.journal import actions as journal
from plait.people.models import Area, Organisation, User

LONGEST = timedelta(days=366)
BEGINS = "plait_"  # so that a key left lying about is known for what it is
ASK = "Ask the area's officer who keeps your key for a new one."


class Sender(NamedTuple):
    """Who knocks with a key that opens: in whose name it acts, and what it may send."""

    reader: Reader
    key: SendingToken

    @property
    def kinds(self) -> list[str]:
        """Give the kinds it may send today."""
        may = may_load(self.reader)
        return [kind for kind in self.key.kinds if kind in may]


class NoKey(Exception):
    """A key that opens nothing; it says why and who can help."""


class TooOften(Exception):
    """A key that knocks too often; it says in how many seconds it may come back."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"This key was used too often. Come back in {seconds} seconds.")


@transaction.atomic
def make_key(
    *, name: str, kinds: Sequence[str], until: date, by: Reader, at: datetime,
    organisation: Organisation | None = None,
) -> tuple[SendingToken, str]:  # fmt: skip
    """Make a key and give its secret, which is shown once and kept only as a digest."""
    for kind in kinds:
        require_may_load(by, kind)
    about = {KINDS.get(kind, "delivery") for kind in kinds}
    if len(about) != 1:
        raise Refused(
            "A key sends files of one kind of information: school, health, home education, "
            "social care, or the area's own data.",
            who_can="Make one key for each.",
        )
    if not by.today < until <= by.today + LONGEST:
        raise Refused("A key ends within a year, and not before tomorrow.")
    others = SendingToken.objects.filter(area=by.area, name__iexact=name)
    if others.exclude(organisation=organisation).exists():
        raise Refused(
            f"A key of another organisation is called {name}, and what came is known by that name.",
            who_can="Give this key a name of its own.",
        )
    of_kind = about.pop()
    secret = BEGINS + secrets.token_urlsafe(32)
    say_why(f"A key for {name}")
    key = SendingToken.objects.create(
        area=by.area, organisation=organisation, name=name, digest=digest_of(secret),
        kinds=list(kinds), since=by.today, until=until, made_by=by.user,
        about=next((word for word, kind in ABOUT.items() if kind == of_kind), "data"),
    )  # fmt: skip
    journal.write(
        "sending_key_made", area=by.area, by=by.user, at=at, key=key.pk, kinds=list(kinds)
    )
    return key, secret


@transaction.atomic
def end_key(*, key: SendingToken, by: Reader, at: datetime) -> None:
    """End a key at once; what came by it stays."""
    for kind in key.kinds:
        require_may_load(by, kind)
    if key.ended_on is not None:
        raise Refused("This key was ended already.")
    say_why(f"The key of {key.name} was ended")
    key.ended_on = by.today
    key.save(update_fields=["ended_on"])
    journal.write("sending_key_ended", area=by.area, by=by.user, at=at, key=key.pk)


def sender_with(secret: str, *, at: datetime, today: date) -> Sender:
    """Give who knocks, and count the knock; `NoKey` and `TooOften` say why not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plait_sending_key(%s)", [digest_of(secret)])
        found = cursor.fetchone()
    if found is None:
        raise NoKey(f"There is no such key. {ASK}")
    key_id, area_id, made_by = found
    area = Area.objects.get(pk=area_id)
    user = User.objects.filter(pk=made_by, is_active=True).first()
    if user is None:
        raise NoKey(f"Nobody stands behind this key any more. {ASK}")
    reader = reader_from(user, posts_of(user, today=today), area, today=today)
    with acting_as(reader):
        key = SendingToken.objects.select_for_update().filter(pk=key_id).first()
        _refuse(key, today)
        key.busy_until, wait = knock(
            key.busy_until, at=at, per_minute=settings.PLAIT_API_PER_MINUTE
        )
        if wait:
            raise TooOften(ceil(wait.total_seconds()))
        key.last_used_at = at
        key.save(update_fields=["busy_until", "last_used_at"])
    return Sender(reader, key)


def _refuse(key: SendingToken | None, today: date) -> None:
    if key is None:
        raise NoKey(f"Whoever made this key may no longer load such files. {ASK}")
    if key.ended_on is not None:
        raise NoKey(f"This key was ended on {key.ended_on.isoformat()}. {ASK}")
    if key.until < today:
        raise NoKey(f"This key ran out on {key.until.isoformat()}. {ASK}")
