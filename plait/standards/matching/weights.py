"""How much each agreement speaks for one child: pre-set from the truth set, or trained on the data.

m is how often the level is met where both records are one child's, u where they are not.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import log2
from typing import Final

from plait.standards.matching.levels import LADDERS, UNKNOWN, Levels
from plait.standards.matching.names import DATA

VERSION: Final = "2026-11"
SHARE_HELD: Final = 0.5  # of the smaller file, the share taken to have its like in the other
_MOST: Final = 60.0


@dataclass(frozen=True)
class Weights:
    """The model: m and u by comparison and level, where they come from, and their version."""

    rates: Mapping[tuple[str, str], tuple[float, float]]
    origin: str = "pre-set"
    version: str = VERSION

    def bits(self, levels: Levels, prior: float) -> float:
        """Add up what the levels say, in bits, starting from the prior's odds."""
        told = map(self._bits.__getitem__, zip(LADDERS, levels, strict=True))
        return log2(prior / (1 - prior)) + sum(told)

    def bit_of(self, comparison: str, level: str) -> float:
        """Give what one comparison's level says, in bits."""
        return self._bits[comparison, level]

    @cached_property
    def _bits(self) -> dict[tuple[str, str], float]:
        silent = {(comparison, UNKNOWN): 0.0 for comparison in LADDERS}
        return silent | {told: log2(m / u) for told, (m, u) in self.rates.items()}


def probability(bits: float) -> float:
    """Turn bits into a probability."""
    held = max(-_MOST, min(_MOST, bits))
    return float(2**held / (1 + 2**held))


def prior(left: int, right: int) -> float:
    """Give the chance that two records drawn at random are one child's."""
    return min(0.5, SHARE_HELD / max(left, right, 1))


@cache
def preset() -> Weights:
    """Read the pre-set weights."""
    with (DATA / "weights.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Weights({(r["comparison"], r["level"]): (float(r["m"]), float(r["u"])) for r in rows})
