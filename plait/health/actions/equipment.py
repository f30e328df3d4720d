"""Equipment, from its assessment to its fitting, the review of growth, and its end."""

from datetime import date, datetime
from itertools import pairwise

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write
from plait.cases.dated_facts import OutOfOrder
from plait.health.actions.doors import not_to_come, tell
from plait.health.models import Episode, Equipment
from plait.law.wording import day_in_words
from plait.people.models import Child

# In the order things happen; the review of growth lies ahead and may be a day to come.
STEPS = {
    "assessed_on": "the assessment",
    "funded_on": "the agreement to pay",
    "ordered_on": "the order",
    "fitted_on": "the fitting",
}
FIELDS = (*STEPS, "growth_review_on", "in_pain", "cannot_take_part", "ended_on", "ended_why")


@transaction.atomic
def record_equipment(
    *,
    child: Child,
    what: str,
    by: Reader,
    at: datetime,
    episode: Episode | None = None,
    **days: date | bool | str | None,
) -> Equipment:
    """Record a piece of equipment that is needed; `days` are of FIELDS."""
    require_write("health", child=child, by=by, to="record equipment")
    say_why("Record equipment")
    row = Equipment(area=by.area, child=child, episode=episode, what=what)
    _set(row, days, by)
    row.save()
    tell("health_equipment", child, by, at, equipment=row.pk, what_it_is=what)
    return row


@transaction.atomic
def update_equipment(
    *, equipment: Equipment, by: Reader, at: datetime, **days: date | bool | str | None
) -> None:
    """Record how far a piece of equipment has come, whether it hurts, or that it ended."""
    require_write("health", child=equipment.child, by=by, to="record how far equipment has come")
    say_why("Record how far equipment has come")
    row = Equipment.objects.select_for_update(of=("self",)).get(pk=equipment.pk)
    _set(row, days, by)
    row.save(update_fields=list(FIELDS))
    reached = [name for name in STEPS if getattr(row, name)]
    tell("health_equipment_step", row.child, by, at, equipment=row.pk, reached=reached)


def _set(row: Equipment, days: dict[str, date | bool | str | None], by: Reader) -> None:
    """Take over the days; each step may be left out, none may come before the one it follows."""
    for name, value in days.items():
        if name not in FIELDS:
            raise TypeError(f"equipment has no {name}")
        setattr(row, name, value)
    known = [(words, getattr(row, name)) for name, words in STEPS.items() if getattr(row, name)]
    for _, on in known:
        not_to_come(on, by)
    for (first, one), (then, other) in pairwise(known):
        if other < one:
            raise OutOfOrder(
                f"{then.capitalize()} ({day_in_words(other)}) cannot come before {first} "
                f"({day_in_words(one)}). Check both."
            )
    if row.growth_review_on and row.fitted_on and row.growth_review_on < row.fitted_on:
        raise OutOfOrder("The review of growth comes after the fitting. Check both days.")
    if row.ended_on and not row.ended_why.strip():
        raise OutOfOrder("Say why the equipment ended: grown out of it, given back, or other.")
