"""The due day of a duty, with its working shown.

Every duty with a number and a day to count from computes. These cannot, and say so:
duties counted `none` (standing duties, tests, "as soon as practicable", and the 72 hours of UK
GDPR art 33, which run from an instant, not a day); `ex-45-day-cap`, a total over a school year;
`ar-r13-sickness-return`, due as soon as possible once 15 school days are expected. `sen2-return`
knows only the deadlines that have been published. Facts that do not move a date are ignored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from plait.law.calendar import LAST_YEAR, Closure, last_working_day
from plait.law.duties import Duty
from plait.law.duties import duty as find_duty
from plait.law.question import Question
from plait.law.refusals import NotComputable
from plait.law.special import SPECIAL
from plait.law.wording import day_in_words
from plait.law.working import Answer, plainly

DIRECTED = (
    "sr-r44-",
    "tr-21-",
    "rp-r6-rcb-",
    "rp-r7-la-",
    "sr-r42-3-",
)  # another day may be fixed


@dataclass(frozen=True)
class Due:
    """When a duty falls due, and why; `last_working_day` is a target, never the legal date."""

    duty: Duty
    start: date
    due: date
    last_working_day: date
    provision: str
    because: str
    facts: Mapping[str, date] = field(default_factory=dict)


def reckon(
    duty: Duty | str,
    start: date,
    facts: Mapping[str, date] | None = None,
    *,
    choices: Mapping[str, str] | None = None,
    closures: Sequence[Closure] = (),
) -> Due:
    """Work out the due day from the start and the facts; `NotComputable` says why it cannot be."""
    duty = find_duty(duty) if isinstance(duty, str) else duty
    question = Question(duty, start, dict(facts or {}), dict(choices or {}), tuple(closures))
    for day in (start, *question.facts.values()):
        _refuse_strange(day)
    answer = _answer(question)
    target = last_working_day(answer.day)
    because = answer.because[0].upper() + answer.because[1:] + "."
    return Due(duty, start, answer.day, target, duty.law, because, question.facts)


def _refuse_strange(day: date) -> None:
    """A mistyped year gets a sentence, not a date that nobody could mean."""
    if not 1900 <= day.year <= LAST_YEAR:
        raise NotComputable(f"{day} is outside the years in which days can be counted.")


def due_day(
    duty: Duty | str,
    start: date,
    facts: Mapping[str, date] | None = None,
    *,
    choices: Mapping[str, str] | None = None,
) -> date:
    """The due day alone, remembered: for recomputing very many clocks."""
    duty = find_duty(duty) if isinstance(duty, str) else duty
    return _remembered(duty, start, tuple((facts or {}).items()), tuple((choices or {}).items()))


@lru_cache(maxsize=200_000)
def _remembered(
    duty: Duty,
    start: date,
    facts: tuple[tuple[str, date], ...],
    choices: tuple[tuple[str, str], ...],
) -> date:
    return reckon(duty, start, dict(facts), choices=dict(choices)).due


def _answer(question: Question) -> Answer:
    fixed = question.facts.get("directions")
    if fixed and question.duty.id.startswith(DIRECTED):
        return Answer(fixed, f"fixed by direction or written agreement: {day_in_words(fixed)}")
    return SPECIAL.get(question.duty.id, plainly)(question)


def can_compute(duty: Duty) -> bool:
    """Whether a duty has a due day at all."""
    return duty.number is not None or duty.id in SPECIAL
