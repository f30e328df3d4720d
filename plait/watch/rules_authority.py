"""A move to another local authority, or from one: what must happen, in words.

Where the family lives decides whose child it is; a school across the boundary only asks.
"""

from collections.abc import Iterator
from datetime import date

from plait.law.reckoning import due_day
from plait.law.wording import day_in_words
from plait.watch.facts import Facts, RollSpell, Spell, running

OUTSIDE = "outside"
AWAY, HERE = "away", "here"
ASK = {
    AWAY: "Ask the family whether they live in another local authority's area now. If they do:",
    HERE: "Ask the family whether they live here now, and since when. If they do:",
}
BY_SCHOOL = "A school across the boundary is not yet a move."


def crossed_homes(was: Spell, now: Spell) -> str:
    """Say which way a family crossed the area's boundary, as far as its postcodes tell."""
    if now.more == OUTSIDE:
        return AWAY
    return HERE if was.more == OUTSIDE else ""


def crossed_schools(was: RollSpell, now: RollSpell) -> str:
    """Say which way a child crossed it to another school; between two others is away."""
    if was.authority == now.authority:
        return ""
    return AWAY if now.authority else HERE


def bound_for(facts: Facts, on: date) -> RollSpell | None:
    """Give the roll a child left last for a school of another authority, while on no other."""
    if running(facts.rolls, on):
        return None
    gone = [one for one in facts.rolls if one.until and one.until < on]
    last = max(gone, key=lambda one: one.until or on, default=None)
    return last if last and last.to_authority else None


def must_happen(way: str, heard: date, facts: Facts, on: date, *, school: bool) -> Iterator[str]:
    """Say what a move across the boundary asks of the authority and of health.

    `heard` is the day this authority learnt of it; the record knows no other.
    """
    yield f"{BY_SCHOOL} {ASK[way]}" if school else ASK[way]
    if way == AWAY and running(facts.plans, on):
        last = _by("sr-r15-2-transfer-late-notice", heard)
        yield (
            "This authority passes the EHC plan to the new one: on the day of the move, or, where "
            f"it heard late, by {last} (SEND Regulations 2014, regulation 15(2))."
        )
    if way == HERE:
        told = _by("sr-r15-4-new-la-inform", heard)
        yield (
            "If an EHC plan was kept for the child there, it is this authority's now: what is in "
            f"it is owed from the move, and the family is told within six weeks, by {told}, "
            "whether there will be an assessment and when the plan is reviewed (regulation 15(4))."
        )
    if running(facts.episodes, on):
        yield (
            "Health care does not move by itself: each open episode is asked about, and where "
            "another health body becomes responsible, the one before tells it by "
            f"{_by('sr-r15-7-rcb-handover', heard)} (regulations 15(7) and 16(2))."
        )
    yield "Nothing that is open ends before somebody has said: keep, move or end, and why."


def _by(duty: str, heard: date) -> str:
    return day_in_words(due_day(duty, heard))
