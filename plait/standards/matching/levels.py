"""How far two records agree, field by field: the same ladder that the Splink model climbs.

Each comparison is a ladder of levels, best first; "unknown" is where either record is silent.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from plait.standards.matching.person import Person

UNKNOWN: Final = "unknown"
_MOST_LETTERS: Final = 4  # two slips change at most so many of the letters that a name has at all
LADDERS: Final[dict[str, tuple[str, ...]]] = {
    "forename": ("same", "short", "swapped", "near", "alike", "begins", "other"),
    "surname": ("same", "part", "swapped", "near", "other"),
    "born": ("same", "swapped", "near", "other"),
    "sex": ("same", "other"),
    "postcode": ("same", "before", "district", "other"),
    "upn": ("same", "other"),
    "nhs": ("same", "other"),
    "setting": ("same", "other"),
}


class Levels(NamedTuple):
    """The level of each comparison of two records."""

    forename: str
    surname: str
    born: str
    sex: str
    postcode: str
    upn: str
    nhs: str
    setting: str


def compare(one: Person, other: Person) -> Levels:
    """Compare two records; the answer is the same whichever comes first."""
    return Levels(
        forename=_forename(one, other),
        surname=_surname(one, other),
        born=_born(one, other),
        sex=_equal(one.sex, other.sex),
        postcode=_postcode(one, other),
        upn=_equal(one.upn, other.upn),
        nhs=_equal(one.nhs, other.nhs),
        setting=_equal(one.setting, other.setting),
    )


def _equal(one: str, other: str) -> str:
    if not one or not other:
        return UNKNOWN
    return "same" if one == other else "other"


def _forename(one: Person, other: Person) -> str:
    if not one.forename or not other.forename:
        return UNKNOWN
    if one.forename == other.forename:
        return "same"
    if _share(one.forenames, other.forenames):
        return "short"
    if _changed_round(one, other):
        return "swapped"
    if near(one.forename, other.forename):
        return "alike" if one.usual and other.usual else "near"
    begins = one.forename.startswith(other.forename) or other.forename.startswith(one.forename)
    return "begins" if begins else "other"


def _surname(one: Person, other: Person) -> str:
    if not one.surname or not other.surname:
        return UNKNOWN
    if one.surname == other.surname:
        return "same"
    if _share(one.surnames, other.surnames):
        return "part"
    if _changed_round(one, other):
        return "swapped"
    return "near" if near(one.surname, other.surname) else "other"


def _changed_round(one: Person, other: Person) -> bool:
    return one.forename == other.surname and one.surname == other.forename


def _born(one: Person, other: Person) -> str:
    if not one.born or not other.born:
        return UNKNOWN
    if one.born == other.born:
        return "same"
    if one.born == other.born_swapped:
        return "swapped"
    return "near" if _share(one.born_parts, other.born_parts) else "other"


def _postcode(one: Person, other: Person) -> str:
    if not one.postcodes or not other.postcodes:
        return UNKNOWN
    if one.postcode and one.postcode == other.postcode:
        return "same"
    if _share(one.postcodes, other.postcodes):
        return "before"
    return "district" if one.outcode and one.outcode == other.outcode else "other"


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(each in other for each in one)


def near(one: str, other: str) -> bool:
    """Say whether one slip parts two names of three letters, or two slips names of seven.

    Two letters changed round are one slip.
    """
    shorter = min(len(one), len(other))
    if shorter < 3 or abs(len(one) - len(other)) > 2:
        return False
    if (_letters(one) ^ _letters(other)).bit_count() > _MOST_LETTERS:
        return False
    reach = 2 if shorter >= 7 or sorted(one) == sorted(other) else 1
    return slips(one, other) <= reach


@lru_cache(maxsize=1 << 16)
def _letters(name: str) -> int:
    """Give which letters a name has, a bit each; a few rare ones share a bit."""
    bits = 0
    for letter in name:
        bits |= 1 << ord(letter) % 32
    return bits


def slips(one: str, other: str) -> int:
    """Count the letters to put in, take out or change to make one name of another."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            change = before[column - 1] + (letter != against)
            line.append(min(before[column] + 1, line[-1] + 1, change))
        before = line
    return before[-1]
