"""A legal day on the road, with its reason, and quietly beside it the area's own target."""

from plait.child.pages.legal_dates import LegalDate
from plait.child.queries_road import Facts
from plait.law.targets import Target, draft_target
from plait.ui.words import day, long_day

Date = tuple[str, str, str]  # what, the day, why that day


def due_of(facts: Facts, duty: str, *, draft: bool = False) -> tuple[tuple[Date, ...], str]:
    """Give a legal day with its reason, and in words that it passed where it did.

    `draft` also tells the day by which the area wants the draft with the family.
    """
    clock = facts.clock(duty)
    if clock is None or clock.ended_on:
        return (), ""
    shown = LegalDate(clock, facts.today, facts.targets)
    late = shown.stands if shown.tag == "late" else ""
    why = f"{shown.because} ({shown.duty.law})"
    if clock.done_on:
        when = f"{long_day(clock.done_on)}; due {long_day(clock.due_on)}"
        return (("Done", when, why),), late
    own = [shown.target]
    if draft:
        own.append(draft_target(clock.started_on, clock.due_on, facts.targets))
    said = " ".join((f"{why}.", *(_quietly(one, facts) for one in own if one)))
    return (("By law, by", day(clock.due_on), said),), late


def _quietly(own: Target, facts: Facts) -> str:
    missed = own.missed(today=facts.today)
    return f"{own.words}{f' ({missed})' if missed else ''}; it is no law."
