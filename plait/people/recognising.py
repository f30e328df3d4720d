"""Say who each person of a partner's file is: a child held, a new one, or a question for a person.

The same sender's same key is the same person, for good; what a person decided no run changes. Who
may ask is settled on the floor above.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from plait.people.incoming import (
    BY_HASH,
    NAMED,
    NO_HASH,
    NO_HASH_WHY,
    asked_again,
    line_of,
    told_by_name,
    told_of,
)
from plait.people.matching import name_key
from plait.people.models import Area, Child, Identifier, Incoming
from plait.people.near import near
from plait.people.rows import add_all, change_all, fresh
from plait.people.sent import Sent
from plait.standards.matching.deciding import RIVAL, Decision, Thresholds, decide, thresholds
from plait.standards.matching.levels import compare
from plait.standards.matching.person import Person
from plait.standards.matching.register import Register
from plait.standards.matching.rules import LINK, in_words_by_hash, ruling
from plait.standards.matching.weights import VERSION

State = Incoming.State
KNOWN = (State.LINKED, State.NEW)
ANSWER = (
    "child", "state", "rule", "model", "probability", "evidence", "why", "source",
)  # fmt: skip
NOBODY = "Nobody on record is like this person, and a file of this kind makes no new record."
NO_BIRTH = "Nobody on record is like this person, and without a birth date no record is made."
TWICE = "The same sender knows this child by another number already."
TWICE_HERE = "The same file tells of this child already, in another way."


def recognise(
    persons: Sequence[Sent], *, sender: str, area: Area, at: datetime,
    source: int | None = None, may_make: bool = True, size: int = 0,
    bars: Thresholds | None = None,
    near_to: Callable[[Sequence[Person]], list[Person]] | None = None,
) -> dict[str, Incoming]:  # fmt: skip
    """Give the `Incoming` of every key sent; `size` is how many children the area holds.

    `bars` are the area's own thresholds, else those usual for its size. Who still waits and was
    decided by nobody is asked about again; a hash never in the place of a name. `near_to` gives
    the children to compare with, where they are found by hash.
    """
    asked = {one.key: one for one in persons}
    rows = Incoming.objects.filter(area=area, sender=sender, their_key__among=asked)
    held = {row.their_key: row for row in rows}
    open_ones = [
        one for key, one in asked.items() if key not in held or asked_again(held[key], one)
    ]
    if open_ones:
        run = _Run(open_ones, held, area=area, sender=sender, size=size, bars=bars, near_to=near_to)
        for place, one in enumerate(open_ones):
            row = held.get(one.key) or line_of(one, area=area, sender=sender, at=at)
            run.answer(place, row, source=source, may_make=may_make)
        held |= run.store(source=source)
    return held


class _Run:
    """One batch of persons against the children near them, and against each other."""

    def __init__(
        self, sent: Sequence[Sent], held: dict[str, Incoming], *,
        area: Area, sender: str, size: int, bars: Thresholds | None,
        near_to: Callable[[Sequence[Person]], list[Person]] | None,
    ) -> None:  # fmt: skip
        self.sent, self.area, self.sender = sent, area, sender
        self.people = [one.plain for one in sent]
        self.by_hash = near_to is not None
        self.bars = bars or thresholds(max(size, 1))
        if near_to is not None:
            self.children = near_to(self.people)
        else:
            names = [(one.forename, one.surname) for one in sent]
            self.children = near(self.people, names, area=area, size=size, at=self.bars)
        self.size = max(size, len(self.children), 1)
        self.register = Register([*self.children, *self.people])
        self.rows: list[Incoming] = []
        self.made: dict[int, Child] = {}  # by place in the batch
        self.follows: dict[int, int] = {}  # a place whose person is one made at another place
        self.perhaps: dict[int, Decision] = {}  # a place whose person may be one made here
        self.linked: set[int] = set()
        self.taken = self._taken()

    def _taken(self) -> dict[int, set[str]]:
        """Give the keys by which this sender knows each child near already."""
        ids = [int(one.key) for one in self.children]
        known = Incoming.objects.filter(area=self.area, sender=self.sender, child__among=ids)
        found: dict[int, set[str]] = {}
        for child, key in known.values_list("child_id", "their_key"):
            found.setdefault(child, set()).add(key)
        return found

    def answer(self, place: int, row: Incoming, *, source: int | None, may_make: bool) -> None:
        """Settle one person: linked, new, or left to somebody who decides."""
        self.rows.append(row)
        if not row._state.adding and not told_by_name(row):  # known by hash, and named now
            for name, value in told_of(self.sent[place]).items():
                setattr(row, name, value)
        found = self._found(place, row)
        row.source_id, row.child_id, row.model, row.probability = source, None, "", None
        row.evidence = [self._told(one, place) for one in found if one.right < len(self.children)]
        best = found[0] if found else None
        if best is not None:
            row.model = BY_HASH if self.by_hash else VERSION
            row.probability = round(best.probability, 4)
            row.why = self._why(best, place)[:500]
            row.state, row.rule = State.REVIEW, "unclear"
            if best.right >= len(self.children):
                self.perhaps[place] = best
            if best.decision == LINK:
                self._link(place, row, best)
        elif may_make and self.sent[place].birth_date:
            row.state, row.rule, row.why = State.NEW, "nobody", "Nobody on record is like this."
            self.made[place] = self._child(self.sent[place], source)
        elif self.by_hash:
            row.state, row.rule, row.why = State.REVIEW, NO_HASH, NO_HASH_WHY
        else:
            row.state, row.rule = State.REVIEW, "nobody"
            row.why = NO_BIRTH if may_make else NOBODY

    def _found(self, place: int, row: Incoming) -> list[Decision]:
        """Give those it may be, likeliest first, without those a person said it is not."""
        not_these, count = set(row.not_these), len(self.children)
        pairs = [
            pair
            for pair in self.register.pairs(self.people[place], place, asked=self.size)
            if (
                int(self.children[pair.right].key) not in not_these
                if pair.right < count
                else pair.right - count in self.made
            )
        ]
        found = decide(pairs, at=self.bars)
        return sorted(found, key=lambda d: (d.decision != LINK, -d.probability, d.right))

    def _link(self, place: int, row: Incoming, best: Decision) -> None:
        if best.right >= len(self.children):
            self.follows[place] = best.right - len(self.children)
            row.state, row.rule = State.LINKED, "same file"
            return
        child = int(self.children[best.right].key)
        kind = row.their_key.partition(":")[0]
        others = {key for key in self.taken.get(child, ()) if key != row.their_key}
        other_number = any(key.partition(":")[0] == kind != "is" for key in others)
        if self._by_number(place, best):  # a child who changed school has two schools' numbers
            other_number = False
        if other_number or child in self.linked:
            why = TWICE if other_number else TWICE_HERE
            row.rule, row.why = "twice", f"{why} {row.why}"[:500]
            return
        self.linked.add(child)
        row.state, row.rule, row.child_id = State.LINKED, "likely", child
        self.taken.setdefault(child, set()).add(row.their_key)

    def _by_number(self, place: int, best: Decision) -> bool:
        """Whether a national number, the same in both, says who this is."""
        mine, theirs = self.people[place], self.children[best.right]
        return bool({mine.upn, mine.nhs} & {theirs.upn, theirs.nhs} - {""})

    def _told(self, one: Decision, place: int, child: int = 0) -> dict[str, object]:
        why = [f"{said.rstrip('.')}." for said in self._why(one, place).split(". ")]
        child = child or int(self.children[one.right].key)
        told = {"child": child, "probability": round(one.probability, 4), "why": why}
        if self.by_hash:  # the hashes themselves are not kept, so how they agreed is
            told["levels"] = compare(self.people[place], self.children[one.right])._asdict()
        return told

    def _why(self, one: Decision, place: int) -> str:
        if not self.by_hash:
            return one.why
        levels = compare(self.people[place], self.children[one.right])
        rival = RIVAL if RIVAL in one.why else ""
        return in_words_by_hash(levels, " ".join(filter(None, (ruling(levels).why, rival))))

    def _child(self, one: Sent, source: int | None) -> Child:
        plain = one.plain
        return fresh(
            Child, area_id=self.area.pk, surname=one.surname[:120], forename=one.forename[:120],
            birth_date=one.birth_date, sex=plain.sex, postcode=plain.postcode,
            surname_key=name_key(one.surname), forename_key=name_key(one.forename),
            source_id=source,
        )  # fmt: skip

    def store(self, *, source: int | None) -> dict[str, Incoming]:
        """Write the children made, their numbers, and every answer."""
        add_all(list(self.made.values()))
        numbers = []
        for place, child in self.made.items():
            self.rows[place].child_id = child.pk
            plain = self.people[place]
            numbers += [
                fresh(Identifier, area_id=self.area.pk, child_id=child.pk, kind=kind, value=value,
                      valid=True, source_id=source)
                for kind, value in (("upn", plain.upn), ("nhs", plain.nhs)) if value
            ]  # fmt: skip
        for place, best in self.perhaps.items():
            child = self.made[best.right - len(self.children)].pk
            self.rows[place].evidence = [self._told(best, place, child), *self.rows[place].evidence]
        for place, other in self.follows.items():
            self.rows[place].child_id = self.rows[other].child_id
        add_all(numbers)
        new = [row for row in self.rows if row._state.adding]
        change_all([row for row in self.rows if not row._state.adding], [*ANSWER, *NAMED])
        add_all(new)
        return {row.their_key: row for row in self.rows}
