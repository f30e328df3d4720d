"""The children held under a partner's key, as far as they are near somebody in its file.

They are read in parts and hashed as they pass; only who shares a block with the file is kept, for
as long as the file is read. Neither the key nor a child's hash is stored or logged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from plait.people.models import Area, Child, Identifier, Incoming
from plait.people.near import NUMBERS
from plait.standards.matching.blocking import Blocks
from plait.standards.matching.hashing import Memory, hashed
from plait.standards.matching.person import Person, person

AT_ONCE = 5000
Numbers = dict[int, dict[str, list[str]]]


def near_by_hash(people: Sequence[Person], *, key: bytes, area: Area) -> list[Person]:
    """Give every child held, under the key, who shares a block with one of these people."""
    file, memory = Blocks(people), {}
    asked = {value for one in people for value in (one.upn, one.nhs) if value}
    children = _children(area, key=key, asked=asked, memory=memory)
    return [child for child in children if file.near(child)]


def under_key(child: Child, *, key: bytes, asked: Person) -> Person:
    """Give one child held under the key; of several numbers the one that is asked about."""
    numbers = _numbers([child.pk]).get(child.pk, {})
    told = (child.pk, child.forename, child.surname, child.sex, child.birth_date, child.postcode)
    return _hashed(told, numbers, key=key, asked={asked.upn, asked.nhs}, memory={})


def _children(area: Area, *, key: bytes, asked: set[str], memory: Memory) -> Iterator[Person]:
    held = Child.objects.filter(area=area, merged_into__isnull=True).order_by("pk")
    columns = ("pk", "forename", "surname", "sex", "birth_date", "postcode")
    last = 0
    while rows := list(held.filter(pk__gt=last).values_list(*columns)[:AT_ONCE]):
        last = rows[-1][0]
        numbers = _numbers([row[0] for row in rows])
        for row in rows:
            yield _hashed(row, numbers.get(row[0], {}), key=key, asked=asked, memory=memory)


def _numbers(ids: Sequence[int]) -> Numbers:
    """Give each child's numbers, on record and as partners told them, by kind."""
    found: Numbers = {}
    held = Identifier.objects.filter(child_id__in=ids, kind__in=NUMBERS, valid=True).order_by("pk")
    told = Incoming.objects.filter(child_id__in=ids).order_by("pk")
    for child, kind, value in chain(
        held.values_list("child_id", "kind", "value"),
        ((c, k, v) for c, u, n in told.values_list("child_id", "upn", "nhs")
         for k, v in ((Identifier.Kind.UPN, u), (Identifier.Kind.NHS, n))),
    ):  # fmt: skip
        if value:
            name = NUMBERS[Identifier.Kind(kind)]
            found.setdefault(child, {}).setdefault(name, []).append(value)
    return found


def _hashed(
    row: tuple, numbers: dict[str, list[str]], *, key: bytes, asked: set[str], memory: Memory
) -> Person:
    pk, forename, surname, sex, born, postcode = row
    told = {
        "forename": forename, "surname": surname, "sex": sex, "dob": born.isoformat(),
        "postcode": postcode, **{name: values[0] for name, values in numbers.items()},
    }  # fmt: skip
    plain = person(str(pk), told)
    under = hashed(plain, key=key, memory=memory)
    for name, values in numbers.items():
        for value in values[1:]:
            another = hashed(Person("", **{name: value}), key=key)
            if getattr(another, name) in asked:
                under = replace(under, **{name: getattr(another, name)})
    return under
