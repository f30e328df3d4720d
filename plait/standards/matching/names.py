"""Names brought to a form in which two ways of writing one name can be seen to be one."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
NO_NAME: Final = frozenset(
    (
        *("unknown", "none", "nil", "na", "nfn", "nln", "fnu", "lnu", "notknown", "notgiven"),
        *("nosurname", "noname", "x", "xx", "xxx", "null", "tbc"),
    )
)
SHARED_FIRST: Final = frozenset(("syed", "abdul", "abdel", "abu", "md", "sheikh"))
_FOLDED_APART: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


@lru_cache(maxsize=1 << 17)
def parts(name: str) -> tuple[str, ...]:
    """Split a name at blanks and hyphens; case, accents, apostrophes and points are left out."""
    small = name.casefold().translate(_FOLDED_APART)
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    bare = re.sub(r"[^\w\s\-–—_]|\d", "", bare)
    return tuple(part for part in re.split(r"[\s\-–—_]+", bare) if part)


@lru_cache(maxsize=1 << 17)
def folded(name: str) -> str:
    """Write a name as its letters only; a word that says there is no name gives nothing."""
    letters = "".join(parts(name))
    return "" if letters in NO_NAME else letters


@lru_cache(maxsize=1 << 17)
def forename_families(name: str) -> tuple[str, ...]:
    """Give every name a forename may stand for: itself, what it is short for, its parts.

    A first part that half a family shares (Muhammad, Syed) does not speak for the whole name.
    """
    whole, pieces = folded(name), parts(name)
    if not whole:
        return ()
    found = {whole, *_known("short_forms").get(whole, ())}
    if len(pieces) > 1:
        first = {pieces[0], *_known("short_forms").get(pieces[0], ())}
        heard = pieces[1:] if first & {"mohammed", *SHARED_FIRST} else pieces[:2]
        for piece in heard:
            found |= {piece, *_known("short_forms").get(piece, ())} if len(piece) > 1 else set()
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 17)
def surname_families(name: str) -> tuple[str, ...]:
    """Give every surname this may be: itself, other spellings of it, and parts of a double one."""
    whole = folded(name)
    if not whole:
        return ()
    pieces = [piece for piece in parts(name) if len(piece) > 2] if len(parts(name)) > 1 else []
    found = {whole, *pieces}
    for one in tuple(found):
        found |= set(_known("surname_spellings").get(one, ()))
    return tuple(sorted(found))


def is_a_name(forename: str) -> bool:
    """Say whether a folded forename is one the product knows as a name of its own."""
    return forename in _known("short_forms")


@cache
def _known(table: str) -> dict[str, tuple[str, ...]]:
    """Read a table of names: each name and other form, with the names it may stand for."""
    stands_for: dict[str, set[str]] = {}
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["name"], *row["also"].split()):
                stands_for.setdefault(name, set()).add(row["name"])
    return {name: tuple(sorted(found)) for name, found in stands_for.items()}
