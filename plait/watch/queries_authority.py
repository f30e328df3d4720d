"""Whose school it is: the authority of a place that a school names as where a leaver went."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from plait.people.models import Organisation

AUTHORITY, SCHOOL = 3, 7  # digits of an authority's number, and of a school's with it


def authorities_of(places: Iterable[str]) -> dict[str, str]:
    """Give the authority of each place that is told by number, URN or its whole name.

    A name that several authorities have a place of tells none.
    """
    places = set(places)
    if not places:
        return {}
    rows = Organisation.objects.filter(Q(urn__in=places) | Q(name__in=places)).exclude(la_code="")
    found: dict[str, set[str]] = defaultdict(set)
    for urn, name, code in rows.values_list("urn", "name", "la_code"):
        found[name].add(code)
        found[urn or ""].add(code)
    for place in places:
        digits = place.replace("/", "").replace(" ", "")
        if len(digits) == SCHOOL and digits.isdigit():
            found[place] = {digits[:AUTHORITY]}
    return {place: min(codes) for place, codes in found.items() if place and len(codes) == 1}


def other_than(own: str, code: str | None) -> str:
    """Give an authority's code where it is another than the area's own."""
    return code if code and code != own else ""
