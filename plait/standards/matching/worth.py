"""Whom it is no use to compare: no agreement in what is not known yet could make them one child.

In a large area many children share a birth date and a district, or both names and a district. The
answer of the whole comparison would be the same without them; it is only sooner.
"""

from functools import lru_cache
from math import log2

from plait.standards.matching.deciding import Thresholds
from plait.standards.matching.levels import LADDERS, near
from plait.standards.matching.names import folded, forename_families
from plait.standards.matching.weights import Weights, preset, prior


def only_near_forenames(size: int, at: Thresholds, *, weights: Weights | None = None) -> bool:
    """Say whether one birth date and district are too little where the forenames have no relation.

    A surname that is related as well makes them one family, and apart (`rules`).
    """
    told = {"born": "same", "postcode": "district", "forename": "other"}
    return _hopeless(told, {"surname": ("other",)}, size, at, weights or preset())


def only_near_births(size: int, at: Thresholds, *, weights: Weights | None = None) -> bool:
    """Say whether both names and a district are too little where the birth dates are unlike."""
    told = {"born": "other", "postcode": "district", "forename": "same", "surname": "same"}
    return _hopeless(told, {}, size, at, weights or preset())


def _hopeless(
    told: dict[str, str], open_to: dict[str, tuple[str, ...]], size: int, at: Thresholds,
    weights: Weights,
) -> bool:  # fmt: skip
    """Say whether the best that all else could say leaves two records below the lower bar.

    Numbers are no part of it, for who has one in common is found by it; nor is the setting, which
    a register of children does not tell.
    """
    best = weights.bit_of
    bits = sum(best(name, level) for name, level in told.items())
    for name in LADDERS:
        if name not in told and name not in ("upn", "nhs", "setting"):
            bits += max(0.0, *(best(name, level) for level in open_to.get(name, LADDERS[name])))
    chance = prior(size, size)
    return log2(chance / (1 - chance)) + bits < log2(at.low / (1 - at.low))


@lru_cache(maxsize=1 << 18)
def akin(one: str, other: str) -> bool:
    """Say whether two forenames may be one, or one of them is not told."""
    if not one or not other or one == other:
        return True
    first, second = folded(one), folded(other)
    if not first or not second or first.startswith(second) or second.startswith(first):
        return True
    if near(first, second):
        return True
    families = forename_families(other)
    return any(name in families for name in forename_families(one))
