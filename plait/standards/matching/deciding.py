"""From likely pairs to links: rivals go to a person, and one record gets at most one child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from plait.standards.matching.levels import Levels
from plait.standards.matching.rules import APART, LINK, REVIEW, Ruling, in_words
from plait.standards.matching.weights import probability

CLEAR: Final = 5.0  # bits by which a link must be likelier than its nearest rival
BY_NUMBER: Final = 100.0
RIVAL: Final = "Another record is about as near."


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From `high` on a pair is linked; from `low` on a person looks; below, it stays apart."""

    high: float = 0.95
    low: float = 0.30


def thresholds(size: int) -> Thresholds:
    """Give the thresholds for an area by the records of its larger file."""
    return next(found for most, found in _BY_SIZE if size <= most)


SIZES: Final = {"small": 20_000, "middle": 300_000, "large": 10**12}  # up to so many records
_BY_SIZE: Final = (
    (SIZES["small"], Thresholds(high=0.95, low=0.20)),
    (SIZES["middle"], Thresholds(high=0.95, low=0.20)),
    (SIZES["large"], Thresholds(high=0.90, low=0.20)),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one child's, how far they agree, and what the rules allow."""

    left: int
    right: int
    levels: Levels
    ruling: Ruling
    bits: float

    @property
    def strength(self) -> float:
        """Give the bits, with a number that settles it above all likelihood."""
        settled = self.ruling.certain and self.ruling.at_best == LINK
        return self.bits + BY_NUMBER * settled


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a pair, how likely it is, and why."""

    left: int
    right: int
    probability: float
    decision: str
    why: str


def decide(pairs: Iterable[Pair], *, at: Thresholds, one_to_one: bool = True) -> list[Decision]:
    """Decide every pair; those left apart are not in the answer."""
    open_pairs = [pair for pair in pairs if _worth(pair, at)]
    if not one_to_one:
        return sorted((_said(p, _alone(p, at)) for p in open_pairs), key=_place)
    decided: list[Decision] = []
    while links := _clear_links(open_pairs, at):
        lefts, rights = {p.left for p in links}, {p.right for p in links}
        decided += [_said(pair, LINK) for pair in links]
        open_pairs = [p for p in open_pairs if p.left not in lefts and p.right not in rights]
    decided += [_said(pair, REVIEW, rival=_alone(pair, at) == LINK) for pair in open_pairs]
    return sorted(decided, key=_place)


def _worth(pair: Pair, at: Thresholds) -> bool:
    if pair.ruling.at_best == APART:
        return False
    return pair.ruling.certain or probability(pair.bits) >= at.low


def _alone(pair: Pair, at: Thresholds) -> str:
    """What a pair would be if it had no rival."""
    if pair.ruling.certain:
        return pair.ruling.at_best
    return LINK if pair.ruling.at_best == LINK and probability(pair.bits) >= at.high else REVIEW


def _clear_links(pairs: Sequence[Pair], at: Thresholds) -> list[Pair]:
    """Give the links that beat every other pair of either of their records clearly."""
    lefts: dict[int, tuple[float, float]] = {}
    rights: dict[int, tuple[float, float]] = {}
    for pair in pairs:
        _rank(lefts, pair.left, pair.strength)
        _rank(rights, pair.right, pair.strength)
    return [
        pair
        for pair in pairs
        if _alone(pair, at) == LINK
        and _beats(pair.strength, lefts[pair.left])
        and _beats(pair.strength, rights[pair.right])
    ]


def _rank(best: dict[int, tuple[float, float]], record: int, strength: float) -> None:
    first, second = best.get(record, (float("-inf"), float("-inf")))
    best[record] = (max(first, strength), max(second, min(first, strength)))


def _beats(strength: float, best: tuple[float, float]) -> bool:
    first, second = best
    return strength >= first and strength - second >= CLEAR


def _said(pair: Pair, decision: str, *, rival: bool = False) -> Decision:
    rule = " ".join(filter(None, (pair.ruling.why, RIVAL if rival else "")))
    likely = probability(pair.strength)
    return Decision(pair.left, pair.right, likely, decision, in_words(pair.levels, rule))


def _place(decision: Decision) -> tuple[int, int]:
    return decision.left, decision.right
