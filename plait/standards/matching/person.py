"""What a record says of a child, brought to one form, with a note for each thing left out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from plait.standards.identifiers import check, tidy
from plait.standards.matching.names import (
    folded,
    forename_families,
    is_a_name,
    surname_families,
)

COLUMNS: Final = ("forename", "surname", "dob", "sex", "postcode", "upn", "nhs", "setting")
_SEXES: Final = {
    "m": "M", "male": "M", "boy": "M", "1": "M", "f": "F", "female": "F", "girl": "F", "2": "F",
}  # fmt: skip
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.\-]?(\d{2})[/.\-]?(\d{2})(?:[T ].*)?")
NO_HOME: Final = "ZZ99"  # the health service's stand-in for no fixed abode and not known


@dataclass(frozen=True, slots=True)
class Person:
    """One record's facts in the form in which they are compared; empty means not told."""

    key: str
    forename: str = ""
    forenames: tuple[str, ...] = ()
    surname: str = ""
    surnames: tuple[str, ...] = ()
    born: str = ""
    born_swapped: str = ""
    born_parts: tuple[str, ...] = ()
    sex: str = ""
    postcode: str = ""
    postcodes: tuple[str, ...] = ()
    outcode: str = ""
    upn: str = ""
    nhs: str = ""
    setting: str = ""
    usual: bool = False  # the forename is a name others have, so hardly another's slip
    notes: tuple[str, ...] = ()


def person(
    key: str, row: Mapping[str, str], *, postcodes_before: Iterable[str] = (),
    usual: bool = False, checked: bool = False,
) -> Person:  # fmt: skip
    """Bring a row with any of COLUMNS to one form; a faulty value is left out with a note.

    Numbers that were `checked` before they were kept are taken as they are.
    """
    notes: list[str] = []
    forename, surname = row.get("forename", ""), row.get("surname", "")
    born, swapped, around = _birth(row.get("dob", ""), notes)
    here, outcode = _postcode(row.get("postcode", ""))
    before = tuple(code for one in postcodes_before if (code := _postcode(one)[0]))
    return Person(
        key=key,
        forename=(bare := folded(forename)),
        forenames=forename_families(forename),
        surname=folded(surname),
        surnames=surname_families(surname),
        born=born,
        born_swapped=swapped,
        born_parts=around,
        sex=_SEXES.get(row.get("sex", "").strip().casefold(), ""),
        postcode=here,
        postcodes=tuple(sorted({here, *before} - {""})),
        outcode=outcode,
        upn=row.get("upn", "") if checked else _number("upn", row.get("upn", ""), notes),
        nhs=row.get("nhs", "") if checked else _number("nhs_number", row.get("nhs", ""), notes),
        setting=row.get("setting", "").strip().casefold(),
        usual=usual or is_a_name(bare),
        notes=tuple(notes),
    )


def _birth(text: str, notes: list[str]) -> tuple[str, str, tuple[str, ...]]:
    found = _born(text)
    if not found and text.strip():
        notes.append(f"The date of birth {text.strip()!r} is no day and was left out.")
    return found or ("", "", ())


@lru_cache(maxsize=1 << 15)
def _born(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Give a birth date, the same with day and month changed round, and each two of its parts."""
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        born = date(year, month, day).isoformat()
    except ValueError:
        return None
    swapped = f"{year:04}-{day:02}-{month:02}"
    return born, swapped, (born[:7], f"{year:04}-d{day:02}", born[4:])


@lru_cache(maxsize=1 << 17)
def _postcode(text: str) -> tuple[str, str]:
    """Give a postcode and its district; a stand-in for no home says nothing."""
    neat = tidy("postcode", text)
    if not neat or not check("postcode", neat).valid or neat.startswith(NO_HOME + " 3"):
        return "", ""
    return neat, neat.split()[0]


def _number(kind: str, text: str, notes: list[str]) -> str:
    neat = tidy(kind, text) if text else ""
    if not neat:
        return ""
    verdict = _checked(kind, neat)
    if not verdict[0]:
        notes.append(f"The {_WORDS[kind]} {neat} was left out: {verdict[1]}")
        return ""
    return neat


@lru_cache(maxsize=1 << 12)
def _checked(kind: str, neat: str) -> tuple[bool, str]:
    found = check(kind, neat)
    return found.valid, found.why


_WORDS: Final = {"upn": "UPN", "nhs_number": "NHS number"}
