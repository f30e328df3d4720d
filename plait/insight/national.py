"""England's published figures, each with its year and source, to set an area's beside."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "national.csv"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


@dataclass(frozen=True)
class National:
    """One published figure: per cent, for a year."""

    measure: str
    group: str
    year: int
    value: float
    source: str
    published: int


@cache
def _all() -> tuple[National, ...]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            National(
                measure=row["measure"],
                group=row["group"],
                year=int(row["year"]),
                value=float(row["value"]),
                source=row["source"],
                published=int(row["published"]),
            )
            for row in csv.DictReader(lines)
        )


def newest(measure: str, group: str = "") -> National | None:
    """Give the newest published figure of a measure, or nothing."""
    found = [one for one in _all() if (one.measure, one.group) == (measure, group)]
    return max(found, key=lambda one: one.year, default=None)
