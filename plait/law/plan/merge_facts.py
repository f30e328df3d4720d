"""Two people changed the particulars of one statement at once: what only one changed is kept.

What both changed is a clash with all three values, never a choice made for them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from plait.law.plan.merge import merge

Mark = TypeVar("Mark")


@dataclass(frozen=True)
class FactClash:
    """A particular both changed: what stood there, and what each made of it."""

    name: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class MergedFacts:
    """The particulars in which both agree or one alone wrote; a clashing one is as it is now."""

    facts: dict[str, Any]
    clashes: tuple[FactClash, ...] = ()

    @property
    def clean(self) -> bool:
        return not self.clashes

    @property
    def mine_first(self) -> dict[str, Any]:
        """Give the particulars as they read if the writer's own stand wherever both wrote."""
        return {**self.facts, **{clash.name: clash.mine for clash in self.clashes}}


def merge_facts(
    base: Mapping[str, Any], mine: Mapping[str, Any], now: Mapping[str, Any]
) -> MergedFacts:
    """Merge two changes of one statement's particulars, name by name; an amount is one name.

    `base` is what the writer saw, `now` what is kept. A name that `mine` does not hold was not
    asked and stays as it is now; None, an empty text and an empty list all mean that nothing is
    said, so they take a particular out.
    """
    kept, clashes = dict(now), []
    for name, wanted in mine.items():
        was, stands = base.get(name), now.get(name)
        if _same(wanted, was) or _same(wanted, stands):
            continue
        if _same(was, stands):
            kept[name] = wanted
        elif all(_is_marks(value) for value in (was, wanted, stands)):
            kept[name] = merge_marks(was or (), wanted or (), stands or ())
        else:
            clashes.append(FactClash(name, was, wanted, stands))
    said = {name: value for name, value in kept.items() if not _nothing(value)}
    return MergedFacts(said, tuple(clashes))


def merge_marks(base: Iterable[Mark], mine: Iterable[Mark], now: Iterable[Mark]) -> list[Mark]:
    """Merge two changes of a list of ticks: each one put in stays, each one taken out goes."""
    seen, wanted, stands = list(base), list(mine), list(now)
    kept = [mark for mark in stands if mark in wanted or mark not in seen]
    return kept + [mark for mark in wanted if mark not in seen and mark not in stands]


def _nothing(value: Any) -> bool:
    return value is None or (not value and isinstance(value, str | list | tuple | dict))


def _same(one: Any, other: Any) -> bool:
    return one == other or (_nothing(one) and _nothing(other))


def _is_marks(value: Any) -> bool:
    return value is None or isinstance(value, list | tuple)


def merge_fields(
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    now: Mapping[str, Any],
    *,
    texts: Iterable[str],
) -> MergedFacts:
    """Merge two changes of a page of fields: `texts` word by word, all others as particulars."""
    worded = set(texts)
    rest = {name: value for name, value in mine.items() if name not in worded}
    merged = merge_facts(base, rest, {k: v for k, v in now.items() if k not in worded})
    kept, clashes = dict(merged.facts), list(merged.clashes)
    for name in sorted(worded):
        was, wanted, stands = (_text(one.get(name)) for one in (base, mine, now))
        woven = merge(was, wanted, stands)
        kept[name] = woven.text if woven.clean else stands
        if not woven.clean:
            clashes.append(FactClash(name, was, wanted, stands))
    return MergedFacts(kept, tuple(clashes))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
