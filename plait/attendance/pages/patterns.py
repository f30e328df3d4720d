"""The patterns of one child's attendance in sentences, in the reader's language."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from plait.attendance.queries.registers import Registers
from plait.standards.attendance.past import Past
from plait.standards.attendance.patterns import Finding, find, gone_quiet
from plait.standards.attendance.thresholds import DEFAULT, Thresholds
from plait.ui.words import long_day

A_MONDAY = date(2026, 9, 7)


def found_in(
    held: Registers, on: date, taken: bytes = b"", given: Thresholds = DEFAULT
) -> list[Finding]:
    """Find the patterns of a child's joined registers by an area's numbers.

    `taken` is what the settings called.
    """
    if not held.joined:
        return []
    newest = max(held.joined)
    found = find(held.joined, on, given)
    quiet = gone_quiet(Past({newest: held.joined[newest]}, on), taken, given) if taken else None
    return [*found, *([quiet] if quiet else [])]


def says(found: Finding) -> str:
    """Say a pattern, with the numbers it rests on."""
    return _SAYS[found.kind](found.facts, long_day(found.since))


def _weekday(facts: dict[str, int], since: str) -> str:
    return _(
        "%(day)s: missed %(missed)s of %(possible)s sessions since %(since)s, and "
        "%(missed_other_days)s of %(possible_other_days)s on other days."
    ) % (facts | {"day": _name(facts["weekday"]), "since": since})


def _name(weekday: int) -> str:
    name = in_words(A_MONDAY + timedelta(days=weekday), "l")
    return name[:1].upper() + name[1:]


def _after_suspension(facts: dict[str, int], since: str) -> str:
    return _(
        "Suspended until %(since)s; missed %(missed_after)s of the %(possible_after)s sessions "
        "after it and %(missed_before)s of the %(possible_before)s before it."
    ) % (facts | {"since": since})


def _newly_missing(facts: dict[str, int], since: str) -> str:
    return _(
        "Missed all %(missed)s possible sessions since %(since)s, and %(missed_before)s of the "
        "%(possible_before)s before."
    ) % (facts | {"since": since})


def _drift(facts: dict[str, int], since: str) -> str:
    return _(
        "Missed %(missed)s of %(possible)s sessions since %(since)s, and %(missed_before)s of "
        "the %(possible_before)s before."
    ) % (facts | {"since": since})


def _transport(facts: dict[str, int], since: str) -> str:
    return _(
        "Lost sessions to transport since %(since)s: %(not_arranged)s where the authority had "
        "arranged none (Q), %(did_not_run)s where the usual one did not run (Y1). None counts as "
        "absence."
    ) % (facts | {"since": since})


def _gone_quiet(facts: dict[str, int], since: str) -> str:
    return _(
        "Nothing is recorded after %(since)s, for %(sessions_without_a_mark)s sessions of which "
        "the school took registers."
    ) % (facts | {"since": since})


_SAYS: dict[str, Callable[[dict[str, int], str], str]] = {
    "weekday": _weekday,
    "after_suspension": _after_suspension,
    "newly_missing": _newly_missing,
    "drift": _drift,
    "transport": _transport,
    "gone_quiet": _gone_quiet,
}
