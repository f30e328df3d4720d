"""The order of legal risk: rules a parent could read. It ranks duties; no child has a score."""

from dataclasses import dataclass
from datetime import date

from plait.law.standing import Standing, standing, words

NO_EDUCATION, ORDERED, LATE, NO_TIME, SOON, LATE_GUIDANCE = range(6)
READY, PROMISED, COMMENTED, NOT_KNOWN, RUNNING, EXCUSED, DONE, NEVER = range(6, 14)

RULES = {
    NO_EDUCATION: "A legal day has passed and the child is out of education",
    ORDERED: "A legal day has passed and a tribunal is involved",
    LATE: "A legal day has passed",
    NO_TIME: "After this day the family’s 15 days no longer end before week 20 does",
    SOON: "A legal day is near",
    LATE_GUIDANCE: "A day that guidance asks for has passed",
    READY: "The family’s 15 days are over, and only the final plan is left",
    PROMISED: "The family was promised an answer by this day",
    COMMENTED: "The family commented on the draft and has no answer",
    NOT_KNOWN: "The newest evidence is older than the day",
    RUNNING: "The day is not near",
    EXCUSED: "An exception forgives the missed day",
    DONE: "It is done",
    NEVER: "It is a proposal, not law",
}


@dataclass(frozen=True, order=True)
class Risk:
    """Sorts a list, gravest first: the rule, then the day (the longest late comes first)."""

    rule: int
    due_on: date
    reason: str


def risk(
    standing: Standing,
    *,
    due_on: date,
    today: date,
    kind: str = "statutory",
    out_of_education: bool = False,
    tribunal: bool = False,
    known_to: date | None = None,
    done_on: date | None = None,
) -> Risk:
    """Where a duty stands in a Today list, with the sentence that says why."""
    rule = _rule(standing, kind, out_of_education, tribunal)
    said = words(standing, due_on=due_on, today=today, done_on=done_on, known_to=known_to)
    return Risk(rule, due_on, f"{RULES[rule]}: {said[0].lower()}{said[1:]}.")


def of_work(rule: int, *, due_on: date, today: date) -> Risk:
    """Where a thing to do stands that has no clock of its own, with the reason."""
    stands = standing(due_on=due_on, done_on=None, excused=False, known_to=None, today=today)
    said = words(stands, due_on=due_on, today=today)
    return Risk(rule, due_on, f"{RULES[rule]}: {said[0].lower()}{said[1:]}.")


def _rule(standing: Standing, kind: str, out_of_education: bool, tribunal: bool) -> int:
    if kind == "proposed":
        return NEVER
    if standing is Standing.LATE:
        return _late(kind, out_of_education, tribunal)
    return {
        Standing.DUE_SOON: SOON if kind != "guidance" else RUNNING,
        Standing.NOT_KNOWN: NOT_KNOWN,
        Standing.RUNNING: RUNNING,
        Standing.EXCUSED: EXCUSED,
    }.get(standing, DONE)


def _late(kind: str, out_of_education: bool, tribunal: bool) -> int:
    if kind == "guidance":
        return LATE_GUIDANCE
    if out_of_education:
        return NO_EDUCATION
    return ORDERED if tribunal else LATE
