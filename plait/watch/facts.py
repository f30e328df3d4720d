"""What is known of a child that says whether they are in full-time school: facts with their days.

Plain values, no rows: the rules read them, the tests write them, and `as_of` gives what was true
on any past day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Spell:
    """Something that began on a day and may have ended on another."""

    ref: str
    since: date
    until: date | None = None
    name: str = ""  # of the setting, service, provider or team
    more: str = ""

    def runs(self, on: date) -> bool:
        """Whether it runs on a day; the last day is still part of it."""
        return self.since <= on and (self.until is None or self.until >= on)


@dataclass(frozen=True, slots=True)
class RollSpell(Spell):
    """A roll; the codes are those of other authorities, and empty for the area's own."""

    authority: str = ""
    to: str = ""  # where a leaver went, as the school says
    to_authority: str = ""


@dataclass(frozen=True, slots=True)
class PartTimeSpell(Spell):
    """A part-time timetable, with the day it is to end."""

    to_end_on: date = date.max
    hours: str = ""


@dataclass(frozen=True, slots=True)
class AlternativeSpell(Spell):
    """A placement in alternative provision, with the day of return if there is one."""

    return_on: date | None = None
    registered: bool | None = None  # as a school; nothing where nobody knows


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one child."""

    child_id: int
    born: date
    rolls: tuple[RollSpell, ...] = ()  # rolls, and placements of a plan
    part_time: tuple[PartTimeSpell, ...] = ()
    suspensions: tuple[Spell, ...] = ()
    exclusions: tuple[Spell, ...] = ()
    at_home: tuple[Spell, ...] = ()
    missing: tuple[Spell, ...] = ()
    alternative: tuple[AlternativeSpell, ...] = ()
    eotas: tuple[Spell, ...] = ()  # `more` is the basis: 61 or 19
    episodes: tuple[Spell, ...] = ()
    care: tuple[Spell, ...] = ()
    support: tuple[Spell, ...] = ()
    plans: tuple[Spell, ...] = ()
    elsewhere: tuple[Spell, ...] = ()  # a plan's place that is no school; `name` is its code
    homes: tuple[Spell, ...] = ()  # addresses in turn; `more` is "outside" beyond the area's wards
    workers: tuple[Spell, ...] = ()  # who works with the child; `more` is whose line it is
    # A setting's register of a school year: bytes as plait.standards.attendance.register.
    registers: Mapping[tuple[str, int], bytes] = field(default_factory=dict)


One = TypeVar("One", bound=Spell)
_SPELLS = (
    "rolls", "part_time", "suspensions", "exclusions", "at_home", "missing", "alternative",
    "eotas", "episodes", "care", "support", "plans", "elsewhere", "homes", "workers",
)  # fmt: skip


def as_of(facts: Facts, on: date) -> Facts:
    """Give the facts as they stood on a day: nothing begun later, nothing ended later.

    Registers are cut by the rules, which count no session after the day.
    """
    held = ((name, getattr(facts, name)) for name in _SPELLS)
    then: dict[str, Any] = {
        name: begun for name, told in held if told and (begun := _begun(told, on)) != told
    }
    return replace(facts, **then) if then else facts


def _begun(spells: Iterable[One], on: date) -> tuple[One, ...]:
    return tuple(
        replace(one, until=None) if one.until and one.until > on else one
        for one in spells
        if one.since <= on
    )


def running(spells: Iterable[One], on: date) -> list[One]:
    """Give the spells that run on a day, the newest last."""
    if not spells:  # as it is for nearly every kind of fact of nearly every child
        return []
    found = [one for one in spells if one.runs(on)]
    return sorted(found, key=lambda one: one.since) if len(found) > 1 else found
