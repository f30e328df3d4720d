"""The access matrix as sentences that a parent can read."""

from dataclasses import dataclass

from plait.access.matrix import KINDS, REACH, READS, WRITES
from plait.people.models import Role

WHOSE = {
    "area": "every child of the area",
    "setting": "the children on the roll of their school or setting",
    "tie": "children they are linked to one by one",
}
FAMILY = (Role.PARENT, Role.YOUNG_PERSON)


@dataclass(frozen=True)
class Sentence:
    """What one role may see and write, of whose records."""

    role: str
    whose: str
    sees: str
    writes: str


def sentences() -> list[Sentence]:
    """Give a sentence for each role, families first."""
    roles = sorted(Role, key=lambda role: role not in FAMILY)
    return [_sentence(role) for role in roles]


def _sentence(role: Role) -> Sentence:
    reads, writes = READS.get(role, "").split(), WRITES.get(role, "").split()
    whose = "a child they were checked for" if role in FAMILY else WHOSE[REACH[role]]
    if role == Role.SUPPORTER:
        whose = "a child whose family let them in, until the day it chose"
    if not reads:
        whose = "no child"
    elif reads == ["figure"]:
        whose = "no single child: counts only"
    return Sentence(role=role.label, whose=whose, sees=_words(reads), writes=_words(writes))


def _words(kinds: list[str]) -> str:
    return "; ".join(KINDS[kind] for kind in KINDS if kind in kinds) or "nothing"
