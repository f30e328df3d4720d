"""The records a request may belong to, for the officer who decides; never for whoever asks."""

from datetime import date

from plait.access.reader import Reader
from plait.assessment.models import Asking
from plait.people.likeness import perhaps
from plait.people.matching import Description, name_key
from plait.people.models import Child

FROM_ITS_PAGE = "The setting asked from this very record."
BY_NAME = "You looked for this name; nothing else points to it."
FOUND_AT_MOST = 20
Likely = tuple[Child, tuple[str, ...]]


def likely(reader: Reader, asking: Asking, *, named: str = "") -> list[Likely]:
    """Give the children a request may be about, the likeliest first, with the reasons."""
    said = asking.answers.get("child", {})
    found: list[Likely] = [(asking.child, (FROM_ITS_PAGE,))] if asking.child else []
    person = Description(
        surname=said.get("surname", ""),
        forename=said.get("forename", ""),
        birth_date=date.fromisoformat(said["born"]),
        postcode=asking.answers.get("home", {}).get("postcode", ""),
    )
    found += perhaps(person, area=reader.area)
    found += [(child, (BY_NAME,)) for child in _named(reader, named)]
    seen: dict[int, Likely] = {}
    for child, reasons in found:
        seen.setdefault(child.pk, (child, reasons))
    return list(seen.values())


def _named(reader: Reader, words: str) -> list[Child]:
    """Find children by the beginning of a family name, or of a first name."""
    key = name_key(words)
    if not key:
        return []
    rows = Child.objects.filter(area=reader.area, merged_into__isnull=True)
    by_surname = rows.filter(surname_key__gte=key, surname_key__lt=key + "\U0010ffff")
    by_forename = rows.filter(forename_key__gte=key, forename_key__lt=key + "\U0010ffff")
    return [*by_surname[:FOUND_AT_MOST], *by_forename[:FOUND_AT_MOST]]


def child_among(found: list[Likely], key: str) -> Child | None:
    """Give the child chosen among those found; nothing for a new record."""
    return next((child for child, _ in found if str(child.pk) == key), None)
