"""Keys that send by themselves, and feeds that are expected, for those who keep them."""

from plait.access.reader import Reader
from plait.intake.loaders import may_load
from plait.intake.models import SendingToken
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
