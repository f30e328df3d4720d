"""What changed between two versions, gravest first: what went, what got softer, then the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import IntEnum

from plait.law.plan.model import PlanText, Representation
from plait.law.plan.pairing import pair_up
from plait.law.plan.softer import shifts
from plait.law.plan.spoken import in_words, whole_text
from plait.law.plan.statements import Budget, Placement, Statement
from plait.law.plan.words import Piece, pieces, shown

LINKS = ("needs", "outcomes", "advice", "provisions", "in_b")
GRAVE = ("F", "G", "H1", "H2")


class Weight(IntEnum):
    """How much a change matters to the child; the least number first."""

    REMOVED = 1
    SOFTER = 2
    PLACEMENT = 3
    LINKS = 4
    ADDED = 5
    FIRMER = 6
    FACTS = 7
    WORDING = 8

    @property
    def words(self) -> str:
        return {
            1: "Taken out", 2: "Softer", 3: "Placement or budget", 4: "Links", 5: "New",
            6: "Firmer", 7: "Particulars", 8: "Wording",
        }[self.value]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One statement that went, came or changed; `said` says each way in words."""

    weight: Weight
    ref: str
    section: str
    said: tuple[str, ...]
    old: str
    new: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What became of each word, for display."""
        return pieces(self.old, self.new)


def changes(old: PlanText, new: PlanText) -> list[Change]:
    """Give every change between two versions; a version against itself has none.

    Advice and what empty sections say are looked at too. A statement that was only renumbered is
    not taken out, and one whose number was given to another is.
    """
    pairs = pair_up(whole_text(old), whole_text(new))
    found = [change for pair in pairs for change in _between(*pair)]
    return sorted(found, key=lambda one: (one.weight, one.section not in GRAVE, one.ref))


def _between(before: Statement | None, after: Statement | None) -> Iterator[Change]:
    if before is None and after is not None:
        yield _came_or_went(after, Weight.ADDED)
    elif after is None and before is not None:
        yield _came_or_went(before, Weight.REMOVED)
    elif before and after and before != after:
        yield _one(before, after)


def _came_or_went(one: Statement, weight: Weight) -> Change:
    text = in_words(one)
    came = weight is Weight.ADDED
    said = (f"{shown(text or one.ref)} {'is new' if came else 'was taken out'}",)
    if isinstance(one, Placement | Budget):
        weight = Weight.PLACEMENT
    return Change(weight, one.ref, one.section, said, "" if came else text, text if came else "")


def _one(before: Statement, after: Statement) -> Change:
    moved = shifts(before, after)
    softer = [shift.words for shift in moved if shift.softer]
    firmer = [shift.words for shift in moved if not shift.softer]
    linked = [*_links(before, after)]
    facts = [*_facts(before, after)]
    if before.ref != after.ref:
        facts.append(f"was {before.ref}, now {after.ref}")
    if isinstance(after, Placement | Budget):
        weight = Weight.PLACEMENT
    elif type(before) is not type(after) or before.section != after.section:
        weight = Weight.REMOVED
        facts.append(f"moved from section {before.section} to {after.section}")
    elif softer:
        weight = Weight.SOFTER
    elif linked:
        weight = Weight.LINKS
    elif firmer:
        weight = Weight.FIRMER
    else:
        weight = Weight.FACTS if facts else Weight.WORDING
    said = (*softer, *linked, *firmer, *facts) or ("the wording changed",)
    return Change(weight, after.ref, after.section, said, in_words(before), in_words(after))


def _links(before: Statement, after: Statement) -> Iterator[str]:
    for name in LINKS:
        was, now = set(getattr(before, name, ())), set(getattr(after, name, ()))
        if gone := sorted(was - now):
            yield f"no longer linked to {', '.join(gone)}"
        if come := sorted(now - was):
            yield f"now linked to {', '.join(come)}"


def _facts(before: Statement, after: Statement) -> Iterator[str]:
    """Name the particulars that changed, but for those said in better words elsewhere."""
    said_elsewhere = {"ref", "text", "section", "amount", "who", "expertise", "group_size", *LINKS}
    for field in fields(after):
        if field.name in said_elsewhere or not hasattr(before, field.name):
            continue
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was != now:
            name = field.name.replace("_", " ")
            yield f"{name}: was {_plain(was)}, now {_plain(now)}"


def _plain(value: object) -> str:
    if value is None or value == "" or value == ():
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value).replace("_", " ")


def material_beyond(
    found: Iterable[Change], representations: Iterable[Representation]
) -> list[Change]:
    """Give the changes for which the draft must be issued again before the plan is final.

    A final plan is the draft with the placement and the personal budget added, or changed in the
    light of what the family said (SEND Regulations 2014, reg 14(1)); no other change.
    """
    answered = {ref for one in representations for ref in one.about}
    return [
        change
        for change in found
        if change.weight is not Weight.PLACEMENT
        and change.ref not in answered
        and change.section not in answered
    ]
