"""Why a child is not known to be in full-time school: rules in order, each with its facts in words.

A person can read each rule: no score, no weight. The first that speaks gives the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from plait.law.rights import birthday, switch_date
from plait.law.wording import day_in_words
from plait.watch.facts import Facts, running
from plait.watch.marks import year_so_far
from plait.watch.thresholds import Thresholds

SCHOOL_AGE, POST_16_ENDS = 5, 18
OF_A_PLAN = {
    "EHE": ("home_educated", "educated at home"),
    "OLA": ("eotas", "arranged by the authority otherwise than at school"),
    "NEET": ("post_16", "not in education, employment or training"),
    "NIEC": ("post_16", "not in education or training, notice to cease was given"),
    "NIEO": ("awaiting_place", "not in education or training, perhaps waiting for a place"),
}
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Reason:
    """The reason a child is on the one list (`OutOfSchool.Reason`), since when, and the facts."""

    reason: str
    since: date
    says: tuple[str, ...]
    education: str = ""
    hours: str = ""


def why_on_list(facts: Facts, on: date, given: Thresholds) -> Reason | None:
    """Say why a child belongs on the list on a day, or nothing where the answer is yes."""
    for rule in RULES:
        if found := rule(facts, on, given):
            return found
    return _on_no_roll(facts, on, given)


def _at_home(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in running(facts.at_home, on)[-1:]:
        says = f"A parent has educated the child at home since {day_in_words(one.since)}."
        return Reason("home_educated", one.since, (says,), education="At home, by a parent")
    return None


def _missing(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in running(facts.missing, on)[-1:]:
        says = f"{one.name or 'Somebody'} reported on {day_in_words(one.since)} that the child is "
        return Reason(
            "missing", one.since, (f"{says}missing education; nobody has found them yet.",)
        )
    return None


def _excluded(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in sorted(facts.exclusions, key=lambda spell: spell.since)[-1:]:
        if one.since > on or any(roll.since > one.since for roll in running(facts.rolls, on)):
            return None
        where = f" from {one.name}" if one.name else ""
        says = f"The child was permanently excluded{where} on {day_in_words(one.since)}, and is on "
        return Reason("excluded", one.since, (f"{says}no new roll.",))
    return None


def _arranged(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in running(facts.eotas, on)[-1:]:
        since = day_in_words(one.since)
        if one.more == "61":
            says = f"Education otherwise than at school is arranged under the plan since {since}."
            return Reason("eotas", one.since, (says,), education=one.name)
        says = f"The authority arranges education under section 19 since {since}."
        return Reason("section_19", one.since, (says,), education=one.name)
    return None


def _alternative(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in running(facts.alternative, on)[-1:]:
        says = f"The child has been in alternative provision at {one.name} since "
        says += f"{day_in_words(one.since)}."
        back = (
            f"The return is planned for {day_in_words(one.return_on)}."
            if one.return_on
            else "There is no return date."
        )
        return Reason("alternative", one.since, (says, back), education=one.name, hours=one.more)
    return None


def _part_time(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    for one in running(facts.part_time, on)[-1:]:
        says = f"A part-time timetable runs since {day_in_words(one.since)}"
        ends = f"It is to end on {day_in_words(one.to_end_on)}."
        hours = f", {one.hours} hours a week" if one.hours else ""
        return Reason(
            "part_time", one.since, (f"{says}{hours}.", ends), education=one.name, hours=one.hours
        )
    return None


def _severe(facts: Facts, on: date, given: Thresholds) -> Reason | None:
    counts, first = year_so_far(facts, on)
    if counts.possible < given.least_sessions or not counts.severe:
        return None
    says = f"{counts.absent} of {counts.possible} sessions were missed this school year up to "
    return Reason("severe_absence", first, (f"{says}{day_in_words(on)}: half or more.",))


def _suspended(facts: Facts, on: date, given: Thresholds) -> Reason | None:
    lately = [one for one in facts.suspensions if on - YEAR < one.since <= on]
    if len(lately) < given.suspensions:
        return None
    last = max(one.since for one in lately)
    says = f"{len(lately)} suspensions in a year, the last on {day_in_words(last)}."
    return Reason("suspended", last, (says,))


def _by_the_plan(facts: Facts, on: date, _: Thresholds) -> Reason | None:
    """Speak of a plan whose place is no school, by the code of the return that told it."""
    if running(facts.rolls, on):
        return None
    for one in running(facts.elsewhere, on)[-1:]:
        if one.name in OF_A_PLAN:
            reason, what = OF_A_PLAN[one.name]
            says = f"The record of the plan says since {day_in_words(one.since)}: {what}."
            return Reason(reason, one.since, (says,), education="" if "not" in what else what)
    return None


def _on_no_roll(facts: Facts, on: date, given: Thresholds) -> Reason | None:
    """Speak of whoever left a roll for no other; of all others only where rolls are complete."""
    left = [one.until for one in facts.rolls if one.until and one.until < on]
    if running(facts.rolls + facts.elsewhere, on) or not (left or given.rolls_complete):
        return None
    begins, over = birthday(facts.born, SCHOOL_AGE), switch_date(facts.born)
    if not begins <= on < birthday(facts.born, POST_16_ENDS):
        return None
    after = f" since {day_in_words(max(left))}" if left else ""
    says = f"No roll that was sent to the authority names the child{after}, and nothing else says "
    says += "where they learn."
    if on >= over:
        # A college's first file comes weeks after school has ended: silence tells nothing before.
        last = max([*left, over])
        if on - last <= timedelta(days=given.left_days):
            return None
        known = f"They were last known on a roll, to {day_in_words(max(left))}." if left else ""
        return Reason("post_16", last, tuple(filter(None, (says, known))))
    return Reason("nobody_knows", max([*left, begins]), (says,))


RULES: tuple[Callable[[Facts, date, Thresholds], Reason | None], ...] = (
    _at_home, _missing, _excluded, _arranged, _alternative, _part_time, _severe, _suspended,
    _by_the_plan,
)  # fmt: skip
