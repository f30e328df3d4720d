"""Fetch the children held who are worth comparing with a batch of persons, in a few queries.

They are found by number, and by the pairs of facts of `plait.standards.matching.blocking`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from plait.people.matching import name_key
from plait.people.models import Area, Child, Identifier, Incoming
from plait.standards.identifiers import check
from plait.standards.matching.deciding import Thresholds
from plait.standards.matching.person import Person, person
from plait.standards.matching.worth import akin, only_near_births, only_near_forenames

NUMBERS = {"upn": "upn", "former_upn": "upn", "nhs": "nhs"}  # by the kind of an identifier
_ASKED = (
    "WITH asked AS MATERIALIZED (SELECT * FROM unnest(%(forename)s::text[], %(surname)s::text[], "
    "%(born)s::date[], %(swapped)s::date[], %(postcode)s::text[], %(district)s::text[]) "
    "AS a(forename, surname, born, swapped, postcode, district)) "
)
_CHILD = "SELECT c.id FROM people_child c JOIN asked a ON c.area_id = %(area)s AND "
_DISTRICT = "split_part(c.postcode, ' ', 1) = a.district"
_SAME_BIRTH = f"c.birth_date = a.born AND {_DISTRICT}"
_SAME_NAME = f"c.surname_key = a.surname AND c.forename_key = a.forename AND {_DISTRICT}"
_PAIRS = (
    "c.birth_date = a.born AND c.surname_key = a.surname",
    "c.birth_date = a.born AND c.forename_key = a.forename",
    "c.birth_date = a.born AND c.surname_key = a.forename AND c.forename_key = a.surname",
    "c.birth_date = a.swapped AND c.surname_key = a.surname",
    "c.surname_key = a.surname AND c.postcode = a.postcode",
    "c.forename_key = a.forename AND c.postcode = a.postcode",
)
# Two of year, month and day are the same, or the day and the month changed places.
_NEAR_BIRTH = (
    "(a.born IS NULL OR c.birth_date = a.swapped "
    "OR date_trunc('month', c.birth_date) = date_trunc('month', a.born) "
    "OR to_char(c.birth_date, 'YYYYDD') = to_char(a.born, 'YYYYDD') "
    "OR to_char(c.birth_date, 'MMDD') = to_char(a.born, 'MMDD'))"
)
_BORN_THEN = (
    f"{_ASKED} SELECT c.id, c.forename_key, a.born, a.district "
    "FROM (SELECT DISTINCT born, district FROM asked) a JOIN people_child c "
    f"ON c.area_id = %(area)s AND {_SAME_BIRTH} AND c.merged_into_id IS NULL"
)
_HELD = (
    "SELECT id, forename, surname, birth_date, sex, postcode FROM people_child "
    "WHERE id = ANY(%s) AND area_id = %s AND merged_into_id IS NULL ORDER BY id"
)
_BY_NUMBER = """
SELECT child_id FROM people_identifier
WHERE area_id = %(area)s AND kind IN ('upn', 'former_upn') AND value = ANY(%(upns)s)
UNION SELECT child_id FROM people_identifier
WHERE area_id = %(area)s AND kind = 'nhs' AND value = ANY(%(nhs)s)
UNION SELECT child_id FROM people_incoming
WHERE area_id = %(area)s AND upn <> '' AND upn = ANY(%(upns)s) AND child_id IS NOT NULL
UNION SELECT child_id FROM people_incoming
WHERE area_id = %(area)s AND nhs <> '' AND nhs = ANY(%(nhs)s) AND child_id IS NOT NULL
"""
_NUMBERS = """
SELECT child_id, kind, value FROM (
  SELECT child_id, kind, value, 1 AS place, id FROM people_identifier
  WHERE child_id = ANY(%(ids)s) AND kind IN ('upn', 'former_upn', 'nhs') AND valid
  UNION ALL SELECT child_id, 'upn', upn, 2, id FROM people_incoming
  WHERE child_id = ANY(%(ids)s) AND upn <> ''
  UNION ALL SELECT child_id, 'nhs', nhs, 2, id FROM people_incoming
  WHERE child_id = ANY(%(ids)s) AND nhs <> ''
) AS told ORDER BY place, id
"""


def near(
    people: Sequence[Person], names: Sequence[tuple[str, str]], *, area: Area,
    size: int = 0, at: Thresholds | None = None,
) -> list[Person]:  # fmt: skip
    """Give every child held who shares a number or two facts with one of these people.

    In an area of so many children (`size`) those are left out who could be nobody's like by the
    bars `at`.
    """
    ids = _by_number(people, area) | _by_facts(people, names, area, size=size, at=at)
    asked = {p.upn for p in people} | {p.nhs for p in people}
    held = _rows(_HELD, [list(ids), area.pk])
    numbers = _numbers([row[0] for row in held], asked)
    return [_as_person(*row, numbers=numbers.get(row[0], {})) for row in held]


def people_of(
    ids: Collection[int], *, area: Area, asked: Collection[str] = ()
) -> list[tuple[Child, Person]]:
    """Give children held, each also in the form in which records are compared."""
    children = Child.objects.filter(pk__in=ids, area=area, merged_into__isnull=True)
    numbers = _numbers(ids, asked)
    return [
        (
            c,
            _as_person(
                c.pk, c.forename, c.surname, c.birth_date, c.sex, c.postcode,
                numbers=numbers.get(c.pk, {}),
            ),
        )
        for c in children.order_by("pk")
    ]  # fmt: skip


def _rows(sql: str, given: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def _by_number(people: Sequence[Person], area: Area) -> set[int]:
    upns, nhs = {p.upn for p in people} - {""}, {p.nhs for p in people} - {""}
    if not upns and not nhs:
        return set()
    given = {"area": area.pk, "upns": list(upns), "nhs": list(nhs)}
    return {child for (child,) in _rows(_BY_NUMBER, given)}


def _by_facts(
    people: Sequence[Person], names: Sequence[tuple[str, str]], area: Area, *,
    size: int, at: Thresholds | None,
) -> set[int]:  # fmt: skip
    given = {
        "area": area.pk,
        "forename": [name_key(forename) or None for forename, _ in names],
        "surname": [name_key(surname) or None for _, surname in names],
        "born": [p.born or None for p in people],
        "swapped": [_a_day(p.born_swapped) for p in people],
        "postcode": [p.postcode or None for p in people],
        "district": [p.outcode or None for p in people],
    }
    by_forename = at is not None and only_near_forenames(size, at)
    by_birth = at is not None and only_near_births(size, at)
    pairs = [*_PAIRS, f"{_SAME_NAME} AND {_NEAR_BIRTH}" if by_birth else _SAME_NAME]
    if not by_forename:
        pairs.append(_SAME_BIRTH)
    union = " UNION ".join(f"{_CHILD}{pair}" for pair in pairs)
    found = {child for (child,) in _rows(_ASKED + union, given)}
    return found | _akin(given) if by_forename else found


def _akin(given: Mapping[str, Any]) -> set[int]:
    """Give those of one birth date and district whose forenames may be one."""
    asked: dict[tuple[str, str], set[str]] = defaultdict(set)
    for born, district, forename in zip(
        given["born"], given["district"], given["forename"], strict=True
    ):
        asked[born, district].add(forename or "")
    return {
        child
        for child, forename, born, district in _rows(_BORN_THEN, given)
        if any(akin(one, forename) for one in asked[born.isoformat(), district])
    }


def _a_day(text: str) -> str | None:
    """A birth date whose parts changed places may be no day at all."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _numbers(ids: Collection[int], asked: Collection[str]) -> dict[int, dict[str, str]]:
    """Give each child's numbers; of several, the one that is asked about."""
    found: dict[int, dict[str, str]] = {}
    for child, kind, value in _rows(_NUMBERS, {"ids": list(ids)}):
        mine, name = found.setdefault(child, {}), NUMBERS[kind]
        if (name not in mine or value in asked) and _is_right(kind, value):
            mine[name] = value
    return found


def _is_right(kind: str, value: str) -> bool:
    """A former UPN may be one that no child can have any more."""
    return kind != Identifier.Kind.FORMER_UPN or check("upn", value).valid


def nhs_numbers(child: Child) -> set[str]:
    """Give every NHS number a child is known by, on record or in a linked file."""
    held = Identifier.objects.filter(child=child, kind=Identifier.Kind.NHS, valid=True)
    told = Incoming.objects.filter(child=child).exclude(nhs="")
    return {*held.values_list("value", flat=True), *told.values_list("nhs", flat=True)}


def _as_person(
    pk: int, forename: str, surname: str, birth_date: date, sex: str, postcode: str, *,
    numbers: dict[str, str],
) -> Person:  # fmt: skip
    row = {
        "forename": forename, "surname": surname, "sex": sex, "dob": birth_date.isoformat(),
        "postcode": postcode, **numbers,
    }  # fmt: skip
    return person(str(pk), row, checked=True)
