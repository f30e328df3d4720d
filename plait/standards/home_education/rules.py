"""How a field of the register stands on a day: it must be held, may be held, or must not be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plait.standards.home_education.fields import FIELDS, FORBIDDEN, OPTIONAL, REQUIRED, Rule
from plait.standards.home_education.sources import SOURCES, Source

Days = Mapping[str, date]


@dataclass(frozen=True)
class Stands:
    """How a field stands, and by which law."""

    state: str
    source: Source


def _day(source: str, commenced: Days | None) -> date | None:
    return (commenced or {}).get(source) or SOURCES[source].in_force_from


def _in_force(rule: Rule, on: date, commenced: Days | None) -> bool:
    since = _day(rule.source, commenced)
    until = _day(rule.until, commenced) if rule.until else None
    return since is not None and since <= on and (until is None or on < until)


def stands(key: str, on: date, *, commenced: Days | None = None) -> Stands:
    """Say how a field stands on a day; a key of no field, or with no rule that day, is forbidden.

    `commenced` gives days for sources that have none yet, to see what would follow.
    """
    rules = FIELDS[key].rules if key in FIELDS else ()
    found = next((rule for rule in reversed(rules) if _in_force(rule, on, commenced)), None)
    if found is None:
        return Stands(FORBIDDEN, SOURCES["no-more"])
    return Stands(found.state, SOURCES[found.source])


def coming(key: str) -> Stands | None:
    """Give how a field will stand by a law that has no day yet, if one would change it."""
    waiting = [rule for rule in FIELDS[key].rules if SOURCES[rule.source].in_force_from is None]
    return Stands(waiting[-1].state, SOURCES[waiting[-1].source]) if waiting else None


def in_order(
    held: Iterable[str], on: date, *, commenced: Days | None = None
) -> list[tuple[str, Stands]]:
    """Give every field with how it stands: required, optional, forbidden; unknown ones at the end.

    A key that is held and is no field comes too, so that nothing held stays unseen.
    """
    keys = [*FIELDS, *(key for key in sorted(held) if key not in FIELDS)]
    rank = (REQUIRED, OPTIONAL, FORBIDDEN)
    found = [(key, stands(key, on, commenced=commenced)) for key in keys]
    return sorted(found, key=lambda one: rank.index(one[1].state))
