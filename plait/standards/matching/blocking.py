"""Which records are worth comparing: those that share one of these, in both files or a register."""

from collections.abc import Iterable, Iterator
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


class Blocks:
    """An index of people by every block, to find those worth comparing with one."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._held: list[dict[tuple[str, ...], list[int]]] = [{} for _ in BLOCKS]
        for place, person in enumerate(people):
            for held, block in zip(self._held, BLOCKS, strict=True):
                if key := _key(person, [right for _, right in block]):
                    held.setdefault(key, []).append(place)

    def near(self, person: Person) -> set[int]:
        """Give the places of all people who share a block with a person."""
        return set(self._near(person))

    def _near(self, person: Person) -> Iterator[int]:
        for held, block in zip(self._held, BLOCKS, strict=True):
            if key := _key(person, [left for left, _ in block]):
                yield from held.get(key, ())


def _key(person: Person, fields: list[str]) -> tuple[str, ...] | None:
    key = tuple(getattr(person, field) for field in fields)
    return key if all(key) else None
