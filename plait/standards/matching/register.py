"""One person against a whole register: the same ladder, weights, rules and words as for files."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.standards.matching.blocking import Blocks
from plait.standards.matching.deciding import Decision, Pair, Thresholds, decide, thresholds
from plait.standards.matching.levels import Levels, compare
from plait.standards.matching.person import Person
from plait.standards.matching.rules import LINK, Ruling, ruling
from plait.standards.matching.weights import Weights, preset, prior


@dataclass(frozen=True, slots=True)
class Match:
    """A child of the register who may be the person, how likely, what to do, and why."""

    key: str
    probability: float
    decision: str
    why: str


class Register:
    """The children held, ready to be asked; `weights` may be those a large run was trained to."""

    def __init__(self, people: Iterable[Person], *, weights: Weights | None = None) -> None:
        self.people = list(people)
        self.blocks = Blocks(self.people)
        self.weights = weights or preset()
        self._said: dict[tuple[Levels, float], tuple[Ruling, float]] = {}  # few are ever met

    def pairs(self, person: Person, place: int, *, asked: int = 1) -> list[Pair]:
        """Compare a person, at a place among those asked about, with everybody near."""
        chance = prior(asked, len(self.people))
        found = []
        for other in self.blocks.near(person):
            levels = compare(person, self.people[other])
            if (said := self._said.get((levels, chance))) is None:
                said = ruling(levels), self.weights.bits(levels, chance)
                self._said[levels, chance] = said
            found.append(Pair(place, other, levels, *said))
        return found


def candidates(
    person: Person, register: Register, *, at: Thresholds | None = None, size: int | None = None
) -> list[Match]:
    """Give the children a person may be, the likeliest first.

    `size` is how many children the area holds, where the register given is only a part of them.
    """
    at = at or thresholds(size or len(register.people))
    found = decide(register.pairs(person, 0, asked=size or 1), at=at)
    found.sort(key=lambda one: (one.decision != LINK, -one.probability, one.right))
    return [_match(one, register) for one in found]


def _match(found: Decision, register: Register) -> Match:
    key = register.people[found.right].key
    return Match(key, found.probability, found.decision, found.why)
