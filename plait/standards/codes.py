"""The field's code sets, each code with its meaning and the years it may be used in."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).with_name("data")
_EVER = 9999


class Code(NamedTuple):
    """One code of a set, with the first and the last census year it belongs to."""

    code: str
    meaning: str
    first_year: int
    last_year: int


class LocalAuthority(NamedTuple):
    """An English local authority by its number; `ended` is the last census year it was in."""

    code: str
    gss_code: str
    name: str
    region: str
    kind: str
    ended: int
    followed_by: tuple[str, ...]
    neighbours: tuple[str, ...]


@cache
def local_authorities() -> dict[str, LocalAuthority]:
    """Give every local authority by its three-digit code, ended ones too."""
    return {
        row["code"]: LocalAuthority(
            code=row["code"],
            gss_code=row["gss_code"],
            name=row["name"],
            region=row["region"],
            kind=row["kind"],
            ended=int(row["ended"] or _EVER),
            followed_by=tuple(row["followed_by"].split()),
            neighbours=tuple(row["neighbours"].split()),
        )
        for row in _rows("local_authorities.csv")
    }


@cache
def codeset(name: str) -> dict[str, Code]:
    """Give a code set by its name, every code with its years."""
    return _codesets()[name]


@cache
def codes_of(name: str, year: int) -> frozenset[str]:
    """Give the codes of a set that may be used in a census year."""
    return frozenset(
        code.code for code in codeset(name).values() if code.first_year <= year <= code.last_year
    )


def is_valid(name: str, code: str, year: int) -> bool:
    """Say whether a code belongs to its set in a census year."""
    return code in codes_of(name, year)


def meaning(name: str, code: str) -> str | None:
    """Say what a code means, in any year; nothing where the set does not know it."""
    found = codeset(name).get(code)
    return found.meaning if found else None


@cache
def _codesets() -> dict[str, dict[str, Code]]:
    sets: dict[str, dict[str, Code]] = {"la_code": _authorities_as_codes()}
    for row in _rows("codes.csv"):
        years = int(row["first_year"] or 0), int(row["last_year"] or _EVER)
        sets.setdefault(row["codeset"], {})[row["code"]] = Code(row["code"], row["meaning"], *years)
    return sets


def _authorities_as_codes() -> dict[str, Code]:
    found = {
        la.code: Code(la.code, la.name, 0, la.ended + 1) for la in local_authorities().values()
    }
    return found | {"XXX": Code("XXX", "Not known, or outside the United Kingdom", 0, _EVER)}


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
