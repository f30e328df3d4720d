"""Find which child already held a file's person is: by number, else by name, birth and postcode."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from plait.people.models import Child

ALIKE = 0.7  # forenames nearer than this may be one name, differently written


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says of a person, as far as it helps to know them again."""

    surname: str
    forename: str
    birth_date: date
    postcode: str = ""
    upn: str = ""
    uln: str = ""

    @property
    def name_and_birth(self) -> tuple[str, str, date]:
        """Give the name as the record's keys are kept, with the birth date."""
        return name_key(self.surname), name_key(self.forename), self.birth_date

    @property
    def namesake(self) -> tuple[str, str, date]:
        """Give the key under which namesakes are looked for: a hyphen more is the same name."""
        surname, forename, born = self.name_and_birth
        return letters(surname), letters(forename), born

    @property
    def home(self) -> tuple[str, date, str]:
        """Give the key under which a child of the same home and birth date is looked for."""
        return letters(name_key(self.surname)), self.birth_date, postcode_key(self.postcode)

    @property
    def numbered_for_good(self) -> bool:
        """Say whether a number tells this person apart; a temporary UPN ends in a letter."""
        return bool(self.uln) or self.upn[-1:].isdigit()


@dataclass(frozen=True, slots=True)
class Match:
    """The child, if it is certain; else those it may be, and why a person must decide."""

    child: Child | None
    perhaps: tuple[Child, ...] = ()
    why: str = ""


@dataclass
class Known:
    """Children a description may be of, found by number and by name and birth date."""

    by_upn: list[Child] = field(default_factory=list)
    by_uln: list[Child] = field(default_factory=list)
    namesakes: list[Child] = field(default_factory=list)
    at_home: list[Child] = field(default_factory=list)
    has_number: Callable[[Child], bool] = bool


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """Write a name as its key is kept: lower case, accents off, one kind of apostrophe."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(letters.casefold().split())[:120]


@lru_cache(maxsize=1 << 15)
def letters(key: str) -> str:
    """Leave hyphens, blanks and apostrophes out of a name's key."""
    return "".join(c for c in key if c.isalnum())


def postcode_key(postcode: str) -> str:
    """Write a postcode without its blank, in capitals."""
    return "".join(postcode.upper().split())


def match(
    person: Description, known: Known, *, spoken_of: Callable[[Child], bool] = lambda _: False
) -> Match:
    """Say who it is. `spoken_of` tells the children this same file has named already."""
    for word, number, found in (
        ("UPN", person.upn, known.by_upn),
        ("ULN", person.uln, known.by_uln),
    ):
        if found:
            return _by_number(person, f"{word} {number}", found, spoken_of)
    return _by_name(person, known, spoken_of)


def _by_number(
    person: Description, number: str, found: list[Child], spoken_of: Callable[[Child], bool]
) -> Match:
    if len(found) > 1:
        exact = [c for c in found if _key(c) == person.name_and_birth and not spoken_of(c)]
        if len(exact) == 1:
            return Match(exact[0])
        return Match(None, tuple(found), f"More than one record has the {number}.")
    child = found[0]
    if spoken_of(child):
        return Match(None, (child,), f"The same file gives the {number} to two persons.")
    if why := _disagree(person, child):
        return Match(None, (child,), f"Both have the {number}, but {why}.")
    return Match(child)


def _disagree(person: Description, child: Child) -> str:
    """A number alone is not enough where it may be a twin's, or somebody else's altogether."""
    surname, forename, birth_date = person.name_and_birth
    same_birth = birth_date == child.birth_date
    same_surname = surname == child.surname_key
    same_forename = alike(forename, child.forename_key)
    if not same_birth and not (same_surname and same_forename):
        return "the name and the birth date differ"
    if same_birth and same_surname and not same_forename:
        return "the forenames differ: they may be twins"
    return ""


def alike(one: str, other: str) -> bool:
    """Say whether two forenames may be one name, differently written."""
    if one == other or not one or not other:
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _by_name(person: Description, known: Known, spoken_of: Callable[[Child], bool]) -> Match:
    here = postcode_key(person.postcode)
    same = [c for c in known.namesakes if postcode_key(c.postcode) == here]
    if len(same) == 1 and not spoken_of(same[0]):
        return Match(same[0])
    if same:
        many = len(same) > 1
        why = "Several records have" if many else "The same file tells of two persons with"
        return Match(None, tuple(same), f"{why} this name, birth date and postcode.")
    numbered = bool(person.upn or person.uln)
    perhaps = tuple(c for c in known.namesakes if not (numbered and known.has_number(c)))
    if perhaps:
        why = "Same name and birth date, another postcode, and no number that tells them apart."
        return Match(None, perhaps, why)
    if known.at_home and person.postcode and not person.numbered_for_good:
        why = "Same surname, birth date and postcode, another forename, and no permanent number."
        return Match(None, tuple(known.at_home), f"{why} One child under a short name, or twins.")
    return Match(None)


def _key(child: Child) -> tuple[str, str, date]:
    return child.surname_key, child.forename_key, child.birth_date
