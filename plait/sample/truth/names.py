"""Thousands of names with the few that many bear, put together from our own lists."""

import csv
from functools import cache
from random import Random

from plait.sample.names import origins
from plait.sample.shares import Shares
from plait.standards.matching.names import DATA

_STARTS = """\
ash bar beck black brad bram bur cal car chad clay cot crad dal den east ed fair far fen gar
glad gold gran green had hal har hart hat haw hazel heath high hol horn hurst ing kel ken kirk
lang lath lin lock long low mar mel mid mor nor oak old pad park pem pick rad raven red rip ros
row sal san sel shel shir sil smal stan staple stock stone sut swin tem thorn tor tun up wal
war wat wen west whit wil win wood wor wren yard york
""".split()  # noqa: SIM905
_ENDS = """\
bank borne bottom bridge brook bury by church cliffe combe cote croft dale den field ford gate
grave greave hall ham head hill hurst ing land ley low man mere ridge rick riding sett shaw
side smith stall stead stone thorpe ton tree vale wall water way well wick wood worth worthy
yard
""".split()  # noqa: SIM905


@cache
def forenames(sex: str) -> Shares[str]:
    """Give forenames by the share of children who bear them: a curve, as in life."""
    lists = [girls if sex == "F" else boys for girls, boys in _by_origin()]
    shares: dict[str, float] = {}
    for weight, names in zip(origins().weights.values(), lists, strict=True):
        for rank, name in enumerate(names):
            shares[name] = shares.get(name, 0) + weight / (rank + 6)
    rare = sorted({name.title() for name in _spelt()} - set(shares))
    for rank, name in enumerate(rare):
        shares[name] = 14 / (rank + 30)
    return Shares(shares)


def _by_origin() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(origin.girls, origin.boys) for origin in origins().values]


@cache
def surnames() -> Shares[str]:
    """Give some six thousand surnames by share."""
    shares: dict[str, float] = {}
    for origin, weight in origins().weights.items():
        for rank, name in enumerate(origin.families):
            shares[name] = shares.get(name, 0) + weight / (rank + 8)
    made = [f"{start}{end}".title() for start in _STARTS for end in _ENDS]
    Random(7).shuffle(made)
    for rank, name in enumerate(made):
        shares.setdefault(name, 160 / (rank + 60))
    return Shares(shares)


@cache
def other_forms(table: str) -> dict[str, tuple[str, ...]]:
    """Give for each name the other forms it is written or called by."""
    forms: dict[str, set[str]] = {}
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for form in row["also"].split():
                forms.setdefault(row["name"], set()).add(form.title())
                forms.setdefault(form, set()).add(row["name"].title())
    return {name: tuple(sorted(found)) for name, found in forms.items()}


def _spelt() -> list[str]:
    return list(other_forms("short_forms"))
