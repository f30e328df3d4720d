"""Which letters the law asks for after each recorded act, and which of them are not sent yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plait.law.letters import Letter, letters
from plait.law.letters_told import Whom, kind_for, whom


@dataclass(frozen=True)
class Act:
    """An event of the process that was recorded, and its day."""

    event: str
    on: date


@dataclass(frozen=True)
class Sent:
    """A letter that went to one person, named by a key, on a day; `made` one that is written."""

    kind: str
    to: str
    on: date | None
    made: bool = False
    about: str = ""  # of a notice: the kind of the family's letter beside it


@dataclass(frozen=True)
class Owed:
    """A letter that one person must be sent."""

    kind: str
    beside: str  # the kind of the family's letter that this one goes with, or the kind itself
    says: str
    to: str
    act: str
    since: date
    provision: str
    statutory: bool
    opens_appeal: bool
    written: bool  # a draft waits to be sent


# A letter of a later decision tells all that the notice before it would have told.
TOLD_BY_LATER = {
    "considering-assessment": ("agree-to-assess", "refuse-to-assess", "assessed-lately")
}


def owed(
    acts: Iterable[Act], letters_there: Iterable[Sent], people: Mapping[Whom, Iterable[str]]
) -> list[Owed]:
    """Give what is still to be sent, each appealable decision first, then the oldest.

    A letter sent before the act does not answer it: a second refusal has a second letter.
    """
    there = list(letters_there)
    found = [
        one
        for act in acts
        for asked in letters().values()
        if act.event in asked.events and asked.basis != "practice"
        for to in whom(asked.id)
        for person in people.get(to, ())
        for one in _still(act, asked, to, person, there)
    ]
    return sorted(found, key=lambda one: (not one.opens_appeal, one.since, one.kind, one.to))


def _answers(one: Sent, asked: str, kind: str) -> bool:
    """Say whether a letter is the one asked for, or one of a later decision that tells it too."""
    told = (asked, *TOLD_BY_LATER.get(asked, ()))
    if kind != asked:  # a notice to others
        return one.kind == kind and one.about in ("", *told)
    return one.kind in told


def _still(act: Act, asked: Letter, to: Whom, person: str, there: list[Sent]) -> Iterable[Owed]:
    kind = kind_for(asked.id, to)
    mine = [one for one in there if one.to == person and _answers(one, asked.id, kind)]
    if any(one.on and one.on >= act.on for one in mine):
        return
    told = letters()[kind]
    yield Owed(
        kind=kind,
        beside=asked.id,
        says=told.says if to is Whom.FAMILY else f"{told.says} ({asked.says})",
        to=person,
        act=act.event,
        since=act.on,
        provision=asked.provision,
        statutory=asked.basis == "statutory",
        opens_appeal=told.opens_appeal,
        written=any(one.made for one in mine if one.kind == kind),
    )
