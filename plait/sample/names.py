"""Names of many origins, put together from our own lists; nobody in particular is meant."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from .shares import Shares

LISTS = Path(__file__).parent / "data" / "names.csv"


@dataclass(frozen=True)
class Origin:
    ethnicities: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]

    def forename(self, sex: str, rng: Random) -> str:
        return rng.choice(self.girls if sex == "F" else self.boys)


@cache
def origins() -> Shares[Origin]:
    with LISTS.open(encoding="utf-8", newline="") as lists:
        return Shares({_origin(row): float(row["weight"]) for row in csv.DictReader(lists)})


def _origin(row: dict[str, str]) -> Origin:
    columns = ("ethnicities", "girls", "boys", "families")
    return Origin(*(tuple(row[column].split()) for column in columns))


def draw_name(sex: str, rng: Random) -> tuple[str, str, str]:
    """A forename, a family name and an ethnicity code that may go together."""
    origin = origins().draw(rng)
    family = rng.choice(origin.families)
    if rng.random() < 0.04:
        family = f"{family}-{rng.choice(origins().draw(rng).families)}"
    return origin.forename(sex, rng), family, rng.choice(origin.ethnicities)


def draw_adult_forename(rng: Random) -> str:
    return origins().draw(rng).forename(rng.choice("FM"), rng)
