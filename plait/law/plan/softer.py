"""How one statement became softer or firmer: hours, rates, groups, promises, people, phrases."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plait.law.plan.phrases import firm_and_loose, rank, weak_phrases
from plait.law.plan.quantities import digits, quantities
from plait.law.plan.statements import Outcome, Provision, Statement
from plait.law.plan.week import amount_in_words, hours_in_words, minutes_a_week
from plait.law.wording import day_in_words


class Shift(NamedTuple):
    """One way a statement changed its force, in words; `softer` or firmer."""

    softer: bool
    words: str


def shifts(old: Statement, new: Statement) -> list[Shift]:
    """Give every way in which the new statement promises less, or more, than the old."""
    found = [*_of_text(old.text, new.text)]
    if isinstance(old, Provision) and isinstance(new, Provision):
        found = [*_of_facts(old, new), *found]
    if isinstance(old, Outcome) and isinstance(new, Outcome):
        found = [*_of_outcome(old, new), *found]
    return list(dict.fromkeys(found))


def _of_facts(old: Provision, new: Provision) -> Iterator[Shift]:
    if old.amount and new.amount:
        before, after = minutes_a_week(old.amount), minutes_a_week(new.amount)
        if before != after:
            was = f"{amount_in_words(old.amount)}{_from(old)}"
            other = _from(new) if new.who.strip() != old.who.strip() else ""
            words = f"was {was}, now {amount_in_words(new.amount)}{other}"
            yield Shift(after < before, words)
    elif old.amount or new.amount:
        held = old.amount or new.amount
        assert held is not None
        said = amount_in_words(held)
        lost = old.amount is not None
        yield Shift(lost, f"the amount ({said}) is {'no longer given' if lost else 'now given'}")
    if old.group_size != new.group_size:
        was = f"{old.group_size}" if old.group_size else "no size"
        now = f"{new.group_size}" if new.group_size else "no size"
        softer = new.group_size is None or (
            old.group_size is not None and new.group_size > old.group_size
        )
        yield Shift(softer, f"the group was {was}, now {now}")
    yield from _of_people(old, new)
    if old.monitored_by.strip() and not new.monitored_by.strip():
        yield Shift(True, f"{old.monitored_by} no longer sees that it is given")
    yield from _of_end(old.until, new.until)


def _from(one: Provision) -> str:
    who = one.who.strip()
    if not who or who.split()[0].lower() in ("a", "an", "the"):
        return f" from {who}" if who else ""
    return f" from {'an' if who[0].lower() in 'aeiou' else 'a'} {who}"


def _of_end(was: date | None, now: date | None) -> Iterator[Shift]:
    if was == now:
        return
    if now is None:
        yield Shift(False, "it no longer ends")
    else:
        sooner = was is None or now < was
        yield Shift(sooner, f"it now ends on {day_in_words(now)}")


def _of_outcome(old: Outcome, new: Outcome) -> Iterator[Shift]:
    """An outcome is softer when it may come later or can no longer be told."""
    if old.by and new.by and old.by != new.by:
        was, now = day_in_words(old.by), day_in_words(new.by)
        yield Shift(new.by > old.by, f"was to be reached by {was}, now by {now}")
    elif old.by and not new.by:
        yield Shift(True, f"it no longer has a day ({day_in_words(old.by)})")
    if old.measure.strip() and not new.measure.strip():
        yield Shift(True, f"it no longer says how anyone will know ({old.measure})")


def _of_people(old: Provision, new: Provision) -> Iterator[Shift]:
    was, now = (f"{one.who} {one.expertise}".strip() for one in (old, new))
    before, after = rank(was), rank(now)
    if before != after:
        yield Shift(after < before, f"was by {was or 'nobody named'}, now by {now or 'nobody'}")


def _of_text(old: str, new: str) -> Iterator[Shift]:
    before, after = quantities(old), quantities(new)
    if before.minutes and after.minutes and before.minutes != after.minutes:
        was, now = hours_in_words(round(before.minutes)), hours_in_words(round(after.minutes))
        yield Shift(after.minutes < before.minutes, f"a time was {was}, now {now}")
    elif before.minutes and not after.minutes:
        yield Shift(True, f"“{before.time_words}” is gone")
    if before.times_a_year and after.times_a_year != before.times_a_year:
        now = after.rate_words or "nothing"
        softer = not after.times_a_year or after.times_a_year < before.times_a_year
        yield Shift(softer, f"was “{before.rate_words}”, now “{now}”")
    if before.group and after.group and before.group != after.group:
        softer = after.group > before.group
        yield Shift(softer, f"the group was {before.group:g}, now {after.group:g}")
    if (gone := digits(old) - digits(new)) and len(digits(new)) < len(digits(old)):
        yield Shift(True, f"the number {', '.join(sorted(gone))} is gone")
    yield from _of_force(old, new)


def _of_force(old: str, new: str) -> Iterator[Shift]:
    (firm_was, loose_was), (firm_is, loose_is) = firm_and_loose(old), firm_and_loose(new)
    if firm_is < firm_was and loose_is > loose_was:
        yield Shift(True, "“will” became “may”, “could” or “should”")
    if firm_is > firm_was and loose_is < loose_was:
        yield Shift(False, "it now says “will”")
    added = [phrase for phrase in weak_phrases(new) if phrase not in weak_phrases(old)]
    gone = [phrase for phrase in weak_phrases(old) if phrase not in weak_phrases(new)]
    if added:
        yield Shift(True, "it now says " + ", ".join(f"“{phrase}”" for phrase in added))
    if gone:
        yield Shift(False, "it no longer says " + ", ".join(f"“{phrase}”" for phrase in gone))
