"""Keys that send by themselves, and feeds that are expected, for those who keep them."""

from django.db.models import Max

from plait.access.reader import Reader
from plait.intake.feed_health import FeedHealth
from plait.intake.loaders import may_load
from plait.intake.models import Delivery, ExpectedFeed, SendingToken
from plait.intake.queries import deliveries
from plait.people.models import Organisation


def organisation_by_urn(urn: str) -> Organisation | None:
    """Find a setting by its number."""
    return Organisation.objects.filter(urn=urn).first()


def keys(reader: Reader) -> list[SendingToken]:
    """Give the keys whose every kind the reader may load, those that open first."""
    may = set(may_load(reader))
    found = SendingToken.objects.filter(area=reader.area).select_related("organisation", "made_by")
    mine = [key for key in found if may.issuperset(key.kinds)]
    return sorted(mine, key=lambda key: (not opens(key, reader), key.name, key.pk))


def key(reader: Reader, key_id: int) -> SendingToken | None:
    """Give one of these keys, or nothing."""
    return next((one for one in keys(reader) if one.pk == key_id), None)


def opens(one: SendingToken, reader: Reader) -> bool:
    """Say whether a key still opens the door today."""
    return one.ended_on is None and one.until >= reader.today


def expected(reader: Reader) -> list[FeedHealth]:
    """Give the expected feeds of the kinds a reader may load, those that need somebody first."""
    feeds = list(
        ExpectedFeed.objects.filter(
            area=reader.area, ended_on=None, kind__in=may_load(reader)
        ).order_by("kind", "sender")
    )
    good, newest = _newest(reader, state=Delivery.State.APPLIED), _newest(reader)
    found = [
        FeedHealth(one, good.get(_key(one)), newest.get(_key(one)), reader.today) for one in feeds
    ]
    return sorted(found, key=lambda one: (-one.overdue, not one.failing))


def needing_somebody(reader: Reader) -> int:
    """Count the feeds that are overdue or failing."""
    return sum(one.needs_somebody for one in expected(reader))


def also_came(reader: Reader) -> list[Delivery]:
    """Give the newest loaded file of each kind and sender that nobody expects."""
    known = {_key(one.feed) for one in expected(reader)}
    return [
        one for (kind, sender), one in _newest(reader, state=Delivery.State.APPLIED).items()
        if sender == one.sender and known.isdisjoint({(kind, sender), (kind, "")})
    ]  # fmt: skip


def feed(reader: Reader, feed_id: int) -> ExpectedFeed | None:
    """Give one expected feed, or nothing."""
    return next((one.feed for one in expected(reader) if one.feed.pk == feed_id), None)


def _key(one: ExpectedFeed | Delivery) -> tuple[str, str]:
    return one.kind, one.sender


def _newest(reader: Reader, **only: str) -> dict[tuple[str, str], Delivery]:
    """Give the newest file of each kind and sender; under no sender that of anybody."""
    held = deliveries(reader).filter(**only).order_by()
    ids = held.values("kind", "sender").annotate(newest=Max("pk")).values_list("newest", flat=True)
    found = {_key(one): one for one in Delivery.objects.filter(pk__in=list(ids)).order_by("pk")}
    for one in list(found.values()):
        if one.sender:
            before = found.get((one.kind, ""))
            if before is None or before.pk < one.pk:
                found[one.kind, ""] = one
    return found
