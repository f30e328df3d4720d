"""What is said of the whole plan: how the child took part, how progress is followed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from plait.access.lengths import AGREED, fits
from plait.access.reader import Reader
from plait.law.plan.merge_facts import MergedFacts, merge_fields
from plait.plans.actions.statements import held
from plait.plans.models import Version

TEXTS = ("took_part", "monitoring")
TICKS = ("hearing_or_vision", "otherwise")


class WholeClashed(Exception):
    """Two people said different things of the whole plan; `now` is what is kept."""

    def __init__(self, merged: MergedFacts, now: Mapping[str, Any]) -> None:
        super().__init__("Somebody changed the same while you were writing. Settle it below.")
        self.merged, self.now = merged, now


@transaction.atomic
def say_of_the_whole(
    *, version: Version, facts: Mapping[str, Any], by: Reader,
    base: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Keep what is said of the whole plan.

    With `base`, what the writer saw, others' changes since are woven in, or `WholeClashed` shows
    what both changed.
    """
    version = held(version.pk, by, "write a plan")
    if base is not None:
        facts = _woven(version, base, facts)
    version.facts = {**version.facts, **facts}
    version.otherwise = bool(version.facts.pop("otherwise", version.otherwise))
    version.save(update_fields=["facts", "otherwise"])


def _woven(version: Version, base: Mapping[str, Any], mine: Mapping[str, Any]) -> dict[str, Any]:
    now = said_of(version)
    merged = merge_fields(_ticked(base), _ticked(mine), now, texts=TEXTS)
    if not merged.clean:
        raise WholeClashed(merged, now)
    woven = {name: merged.facts.get(name) for name in mine}
    for name in TEXTS:
        woven[name] = fits(merged.facts.get(name) or "", AGREED, "What both of you wrote")
    return woven


def said_of(version: Version) -> dict[str, Any]:
    """Give what is kept of the whole plan now."""
    return _ticked({**version.facts, "otherwise": version.otherwise})


def _ticked(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A box that nobody ticked is as one whose tick was taken away."""
    return {**facts, **{name: bool(facts.get(name)) for name in TICKS}}
