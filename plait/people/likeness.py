"""Why a child on record may be the child somebody describes: reasons a person can weigh.

`matching` decides for a file, by number or name and birth date; here nothing is decided.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from plait.people.matching import Description, alike, letters, name_key, postcode_key
from plait.people.models import Area, Child

AT_MOST = 50
NAME_AND_BIRTH, NEAR, WEAK = 3, 2, 1


def why_alike(person: Description, child: Child) -> tuple[int, tuple[str, ...]]:
    """Say how strongly and why a child may be this person; 0 and nothing where there is no sign."""
    strength, reasons = 0, []
    for weight, reason in _signs(person, child):
        strength = max(strength, weight)
        reasons.append(reason)
    if strength and _same_postcode(person, child):
        reasons.append("The postcode is the same.")
    return strength, tuple(reasons)


def _signs(person: Description, child: Child) -> Iterator[tuple[int, str]]:
    surname, forename, born = person.name_and_birth
    same_born = born == child.birth_date
    same_surname = letters(surname) == letters(child.surname_key)
    same_forename = letters(forename) in (
        letters(child.forename_key),
        letters(name_key(child.known_as)),
    )
    if same_born and same_surname and same_forename:
        yield NAME_AND_BIRTH, "The name and the date of birth are the same."
    elif same_born and same_surname and alike(forename, child.forename_key):
        yield NEAR, "The family name and the date of birth are the same; the first name is near."
    elif same_born and same_forename:
        yield NEAR, "The first name and the date of birth are the same; the family name is another."
    elif same_surname and same_forename and _near(born, child.birth_date):
        yield NEAR, "The name is the same; the date of birth is near, as if one was mistyped."
    elif same_born and _same_postcode(person, child):
        yield WEAK, "The date of birth is the same; the names are others."


def _same_postcode(person: Description, child: Child) -> bool:
    here = postcode_key(person.postcode)
    return bool(here) and here == postcode_key(child.postcode)


def _near(one: date, other: date) -> bool:
    """Whether day and month changed places, or only one of day, month and year differs."""
    if (one.day, one.month, one.year) == (other.month, other.day, other.year):
        return True
    pairs = ((one.day, other.day), (one.month, other.month), (one.year, other.year))
    return sum(a == b for a, b in pairs) >= 2


def perhaps(person: Description, *, area: Area) -> list[tuple[Child, tuple[str, ...]]]:
    """Give the children of an area whom a description may mean, the likeliest first."""
    surname, forename, born = person.name_and_birth
    which = Q(birth_date=born) | Q(surname_key=surname, forename_key=forename)
    rows = Child.objects.filter(which, area=area, merged_into__isnull=True).order_by("id")
    found = [(why_alike(person, child), child) for child in rows[:500]]
    found = sorted((f for f in found if f[0][0]), key=lambda f: -f[0][0])
    return [(child, reasons) for (_, reasons), child in found[:AT_MOST]]
