"""Fetch the children held who are worth comparing with a batch of persons, in a few queries.

They are found by number, and by the pairs of facts of `plait.standards.matching.blocking`.
"""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import chain

from django.db import connection
from django.db.models import Q

from plait.people.matching import name_key
from plait.people.models import Area, Child, Identifier, Incoming
from plait.standards.matching.person import Person, person

NUMBERS = {
    Identifier.Kind.UPN: "upn", Identifier.Kind.FORMER_UPN: "upn", Identifier.Kind.NHS: "nhs",
}  # fmt: skip
_CHILD = "SELECT c.id FROM people_child c JOIN asked a ON c.area_id = %(area)s AND "
_ASKED = (
    "WITH asked AS (SELECT * FROM unnest(%(forename)s::text[], %(surname)s::text[], "
    "%(born)s::date[], %(swapped)s::date[], %(postcode)s::text[], %(district)s::text[]) "
    "AS a(forename, surname, born, swapped, postcode, district)) "
)
_PAIRS = (
    "c.birth_date = a.born AND c.surname_key = a.surname",
    "c.birth_date = a.born AND c.forename_key = a.forename",
    "c.birth_date = a.born AND split_part(c.postcode, ' ', 1) = a.district",
    "c.birth_date = a.born AND c.surname_key = a.forename AND c.forename_key = a.surname",
    "c.birth_date = a.swapped AND c.surname_key = a.surname",
    "c.surname_key = a.surname AND c.postcode = a.postcode",
    "c.forename_key = a.forename AND c.postcode = a.postcode",
    "c.surname_key = a.surname AND c.forename_key = a.forename "
    "AND split_part(c.postcode, ' ', 1) = a.district",
)
_NEAR = _ASKED + " UNION ".join(f"{_CHILD}{pair}" for pair in _PAIRS)


def near(people: Sequence[Person], names: Sequence[tuple[str, str]], *, area: Area) -> list[Person]:
    """Give every child held who shares a number or two facts with one of these people."""
    ids = _by_number(people, area) | _by_facts(people, names, area)
    asked = {p.upn for p in people} | {p.nhs for p in people}
    return [told for _, told in people_of(ids, area=area, asked=asked)]


def people_of(
    ids: Collection[int], *, area: Area, asked: Collection[str] = ()
) -> list[tuple[Child, Person]]:
    """Give children held, each also in the form in which records are compared."""
    children = Child.objects.filter(pk__in=ids, area=area, merged_into__isnull=True)
    numbers = _numbers(ids, asked)
    return [
        (child, _as_person(child, numbers.get(child.pk, {}))) for child in children.order_by("pk")
    ]


def _by_number(people: Sequence[Person], area: Area) -> set[int]:
    upns, nhs = {p.upn for p in people} - {""}, {p.nhs for p in people} - {""}
    held = Identifier.objects.filter(
        Q(kind__in=(Identifier.Kind.UPN, Identifier.Kind.FORMER_UPN), value__in=upns)
        | Q(kind=Identifier.Kind.NHS, value__in=nhs),
        area=area,
    )
    known = Incoming.objects.filter(Q(upn__in=upns) | Q(nhs__in=nhs), area=area)
    told = known.exclude(child=None).values_list("child_id", flat=True)
    return set(chain(held.values_list("child_id", flat=True), told)) if upns or nhs else set()


def _by_facts(people: Sequence[Person], names: Sequence[tuple[str, str]], area: Area) -> set[int]:
    given = {
        "area": area.pk,
        "forename": [name_key(forename) or None for forename, _ in names],
        "surname": [name_key(surname) or None for _, surname in names],
        "born": [p.born or None for p in people],
        "swapped": [_a_day(p.born_swapped) for p in people],
        "postcode": [p.postcode or None for p in people],
        "district": [p.outcode or None for p in people],
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, given)
        return {found for (found,) in cursor.fetchall()}


def _a_day(text: str) -> str | None:
    """A birth date whose parts changed places may be no day at all."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _numbers(ids: Collection[int], asked: Collection[str]) -> dict[int, dict[str, str]]:
    """Give each child's numbers; of several, the one that is asked about."""
    found: dict[int, dict[str, str]] = {}
    rows = chain(
        (
            (child, NUMBERS[Identifier.Kind(kind)], value)
            for child, kind, value in Identifier.objects.filter(
                child_id__in=ids, kind__in=NUMBERS, valid=True
            ).order_by("pk").values_list("child_id", "kind", "value")
        ),
        (
            (child, kind, value)
            for child, upn, nhs in Incoming.objects.filter(child_id__in=ids)
            .order_by("pk").values_list("child_id", "upn", "nhs")
            for kind, value in (("upn", upn), ("nhs", nhs))
        ),
    )  # fmt: skip
    for child, kind, value in rows:
        mine = found.setdefault(child, {})
        if value and (kind not in mine or value in asked):
            mine[kind] = value
    return found


def nhs_numbers(child: Child) -> set[str]:
    """Give every NHS number a child is known by, on record or in a linked file."""
    held = Identifier.objects.filter(child=child, kind=Identifier.Kind.NHS, valid=True)
    told = Incoming.objects.filter(child=child).exclude(nhs="")
    return {*held.values_list("value", flat=True), *told.values_list("nhs", flat=True)}


def _as_person(child: Child, numbers: dict[str, str]) -> Person:
    row = {
        "forename": child.forename, "surname": child.surname, "sex": child.sex,
        "dob": child.birth_date.isoformat(), "postcode": child.postcode, **numbers,
    }  # fmt: skip
    return person(str(child.pk), row)
