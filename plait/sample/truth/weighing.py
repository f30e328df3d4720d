"""The pre-set weights, counted on the truth set; run as a module, this prints them.

m is counted on the true pairs, u on pairs at random; a level never met counts a half. What a
made-up set cannot tell is set by hand: numbers (a chance of one in a million), the setting, and
earlier postcodes.
"""

from collections import Counter
from random import Random

from plait.sample.truth.agencies import Truth, two_agencies
from plait.standards.matching.levels import LADDERS, compare
from plait.standards.matching.person import Person, person
from plait.standards.matching.weights import preset
from plait.standards.matching.whole_files import with_usual_names

RANDOM_PAIRS = 1_000_000
BY_HAND = {"upn", "nhs", "setting"}
EARLIER = ("postcode", "before")
Counts = Counter[tuple[str, str]]


def weigh(truth: Truth, *, rng: Random) -> dict[tuple[str, str], tuple[float, float]]:
    """Count how often each level is met in true pairs and in pairs at random."""
    left, right = with_usual_names(*(_people(rows) for rows in (truth.left, truth.right)))
    same, other = Counts(), Counts()
    for one, two in sorted(truth.pairs()):
        _count(same, left[one], right[two])
    for _ in range(RANDOM_PAIRS):
        _count(other, rng.choice(left), rng.choice(right))
    return {key: _rates(key, same, other) for key in preset().rates}


def _people(rows: list[dict[str, str]]) -> list[Person]:
    return [person(str(place), row) for place, row in enumerate(rows, 1)]


def _count(counts: Counts, one: Person, two: Person) -> None:
    counts.update(zip(LADDERS, compare(one, two), strict=True))


def _rates(key: tuple[str, str], same: Counts, other: Counts) -> tuple[float, float]:
    name, _ = key
    if name in BY_HAND or key == EARLIER:
        return preset().rates[key]
    return _share(key, same), _share(key, other)


def _share(key: tuple[str, str], counts: Counts) -> float:
    told = sum(counts[key[0], level] for level in LADDERS[key[0]])
    return max(counts[key], 0.5) / max(told, 1)


def main() -> None:
    """Print the table as plait/standards/matching/data/weights.csv holds it."""
    found = weigh(two_agencies(each=50_000, seed=11), rng=Random(11))
    print("comparison,level,m,u")
    for (name, level), (m, u) in found.items():
        print(f"{name},{level},{m:.3g},{u:.3g}")


if __name__ == "__main__":
    main()
