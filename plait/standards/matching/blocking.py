"""Which records are worth comparing: those that share one of these, in both files or a register."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from plait.standards.matching.person import Person

# Each block: what the one record tells, and what the other tells, must be equal throughout.
BLOCKS: Final[tuple[tuple[tuple[str, str], ...], ...]] = (
    (("nhs", "nhs"),),
    (("upn", "upn"),),
    (("surname", "surname"), ("born", "born")),
    (("forename", "forename"), ("born", "born")),
    (("born", "born"), ("outcode", "outcode")),
    (("surname", "surname"), ("postcode", "postcode")),
    (("forename", "forename"), ("postcode", "postcode")),
    (("forename", "forename"), ("surname", "surname"), ("outcode", "outcode")),
    (("surname", "surname"), ("born", "born_swapped")),
    (("forename", "forename"), ("surname", "surname"), ("born", "born_swapped")),
    (("forename", "surname"), ("surname", "forename"), ("born", "born")),
)


# Each twice, so that a block of one field gives a tuple too.
_HELD: Final = tuple(attrgetter(*(right for _, right in block * 2)) for block in BLOCKS)
_ASKED: Final = tuple(attrgetter(*(left for left, _ in block * 2)) for block in BLOCKS)


class Blocks:
    """An index of people by every block, to find those worth comparing with one."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._held: list[dict[tuple[str, ...], list[int]]] = []
        people = list(people)
        for key_of in _HELD:
            held: dict[tuple[str, ...], list[int]] = {}
            for place, key in enumerate(map(key_of, people)):
                if "" not in key:
                    held.setdefault(key, []).append(place)
            self._held.append(held)

    def near(self, person: Person) -> set[int]:
        """Give the places of all people who share a block with a person."""
        return set(self._near(person))

    def _near(self, person: Person) -> Iterator[int]:
        for held, key_of in zip(self._held, _ASKED, strict=True):
            yield from held.get(key_of(person), ())
