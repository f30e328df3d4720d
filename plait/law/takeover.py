"""When a young person takes over the rights of Part 3, and what has to be settled before that day.

The rights pass on the first day over compulsory school age (`rights.switch_date`). From then on a
parent reads the record only if the young person agrees, or where they were found unable to decide
that matter; which is found decision by decision (Mental Capacity Act 2005, section 3; `capacity`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.law.capacity import acts_for_young_person
from plait.law.counting import months
from plait.law.rights import Holder, switch_date, who_holds
from plait.law.wording import day_in_words

PREPARE = 3  # months before the day, from which somebody is asked to settle it
WARNING = 30  # days a parent is told before their access ends


class Stage(StrEnum):
    """How near the day is."""

    FAR = "far"
    PREPARE = "prepare"
    WARN = "warn"
    PASSED = "passed"


@dataclass(frozen=True)
class Matter:
    """One decision of a young person, and the provision it is taken under."""

    key: str
    words: str
    provision: str  # as data/capacity.csv names it; empty: no provision of Schedule 3 reads it


# The record itself is no matter of Schedule 3: whoever lacks capacity for it is decided for in
# their best interests (Mental Capacity Act 2005, section 4), here by the parent going on as before.
RECORD = Matter("record", "who in the family may read this record", "")
MATTERS = (
    RECORD,
    Matter("ask", "asking for an assessment", "s.36(1)"),
    Matter("advice", "what to say for the assessment", "reg 6(1)(a)"),
    Matter("draft", "answering a draft plan", "s.38(2)(b)(i)"),
    Matter("setting", "asking for a school or college", "s.38(2)(b)(ii)"),
    Matter("budget", "asking for a personal budget", "s.49(1)"),
    Matter("appeal", "appealing to the tribunal", "s.51(1)"),
)
BY_KEY = {matter.key: matter for matter in MATTERS}


def stage(born: date, on: date) -> Stage:
    """Say how near a child is to the day on which the rights pass."""
    day = switch_date(born)
    if on >= day:
        return Stage.PASSED
    if on >= day - timedelta(days=WARNING):
        return Stage.WARN
    return Stage.PREPARE if on >= months(day, -PREPARE) else Stage.FAR


def last_day_without_leave(born: date, warned_on: date) -> date:
    """Give the last day a parent reads the record without leave; never under 30 days' warning."""
    return max(switch_date(born), warned_on + timedelta(days=WARNING)) - timedelta(days=1)


def born_before(on: date) -> date:
    """Give a birth date after which nobody is near the day yet, to narrow a search."""
    return on - timedelta(days=15 * 365)


def who_decides(
    matter: Matter, *, able: bool, has_representative: bool, parent_has_capacity: bool
) -> str:
    """Say who takes a decision for which a young person was, or was not, found able."""
    if able:
        return "the young person"
    if not matter.provision:
        return "their representative" if has_representative else "their parent"
    who = acts_for_young_person(
        matter.provision,
        has_representative=has_representative,
        parent_has_capacity=parent_has_capacity,
    )
    return " and ".join(f"the {actor}" for actor in who)


def whose_rights(born: date, on: date) -> str:
    """Say in one or two sentences whose the rights are today, and from which day."""
    day = day_in_words(switch_date(born))
    match who_holds(born, on):
        case Holder.PARENT:
            return (
                "The parent holds the rights of the Children and Families Act. "
                f"They pass to the young person on {day}."
            )
        case Holder.YOUNG_PERSON:
            return (
                f"The young person holds the rights of the Children and Families Act since {day}."
            )
    return "Nobody holds rights under Part 3 of the Children and Families Act at this age."
