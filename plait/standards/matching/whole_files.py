"""Two files of records linked: small ones here, large ones by the Splink model."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from plait.standards.matching.deciding import Decision, Thresholds, decide, thresholds
from plait.standards.matching.person import Person
from plait.standards.matching.register import Register
from plait.standards.matching.weights import Weights

SMALL: Final = 3_000  # records of the larger file; below, EM has too little to learn from
USUAL_FROM: Final = 5
USUAL_SHARE: Final = 20_000  # or one record in so many, where the files are large


def link(
    left: Sequence[Person],
    right: Sequence[Person],
    *,
    at: Thresholds | None = None,
    one_to_one: bool = True,
) -> tuple[list[Decision], Weights]:
    """Link two files; the answer gives places in each, counted from 0, and the weights used."""
    at = at or thresholds(max(len(left), len(right)))
    left, right = with_usual_names(left, right)
    if max(len(left), len(right)) > SMALL:
        from plait.standards.matching.splink_model import scored_pairs

        pairs, weights = scored_pairs(left, right, low=at.low)
    else:
        register = Register(right)
        weights = register.weights
        asked = len(left)
        pairs = [
            p for place, one in enumerate(left) for p in register.pairs(one, place, asked=asked)
        ]
    return decide(pairs, at=at, one_to_one=one_to_one), weights


def with_usual_names(
    left: Sequence[Person], right: Sequence[Person]
) -> tuple[Sequence[Person], Sequence[Person]]:
    """Mark forenames that many bear: two of them are hardly one name with a slip in it."""
    counts = Counter(one.forename for people in (left, right) for one in people)
    least = max(USUAL_FROM, (len(left) + len(right)) // USUAL_SHARE)
    usual = {name for name, count in counts.items() if count >= least}

    def marked(people: Sequence[Person]) -> list[Person]:
        return [
            replace(one, usual=True) if not one.usual and one.forename in usual else one
            for one in people
        ]

    return marked(left), marked(right)
