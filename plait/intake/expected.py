"""Files that should come again and again: expected from a sender every so many days, or no more."""

from datetime import datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake.loaders import require_may_load
from plait.intake.models import ExpectedFeed
from plait.journal import actions as journal


@transaction.atomic
def expect_feed(
    *, kind: str, sender: str, every_days: int, ring_name: str, ring_how: str,
    by: Reader, at: datetime,
) -> ExpectedFeed:  # fmt: skip
    """Expect a kind of file from a sender; asked again, the days and who to ring are mended."""
    require_may_load(by, kind)
    say_why("A feed is expected")
    told = {"every_days": every_days, "ring_name": ring_name, "ring_how": ring_how}
    feed, new = ExpectedFeed.objects.update_or_create(
        area=by.area, kind=kind, sender=sender.strip()[:80], ended_on=None, defaults=told,
        create_defaults=told | {"since": by.today, "kept_by": by.user},
    )  # fmt: skip
    journal.write("feed_expected", area=by.area, by=by.user, at=at, feed=feed.pk, new=new)
    return feed


@transaction.atomic
def expect_no_more(*, feed: ExpectedFeed, by: Reader, at: datetime) -> None:
    """Stop expecting a feed; what came of it stays."""
    require_may_load(by, feed.kind)
    if feed.ended_on is not None:
        raise Refused("This feed is not expected any more already.")
    say_why("A feed is expected no more")
    feed.ended_on = by.today
    feed.save(update_fields=["ended_on"])
    journal.write("feed_not_expected", area=by.area, by=by.user, at=at, feed=feed.pk)
