"""What is asked of the reckoning: a duty, the day it starts, and what else is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plait.law.calendar import Closure, DayTest, school_days
from plait.law.duties import Duty
from plait.law.refusals import MissingFact, NotComputable

FACTS = {
    "review_meeting": "the day of the annual review meeting",
    "last_review": "the day the plan was last reviewed, or made if never reviewed",
    "certificate": "the day the mediation certificate was issued",
    "told_la": "the day the family told the authority that it wants mediation",
    "rcb_notified": "the day the commissioning body received the authority's notification",
    "term_end": "the last day the setting is open before a holiday",
    "term_start": "the first day the setting is open after the holiday",
    "course_end": "the day on which the course is scheduled to end, or the training finishes",
    "notice_date": "the date on the notice, where it is not the day it was sent",
    "move": "the day of the move",
    "plan_received": "the day the plan was received, if later",
    "aware_of_detention": "the day the authority became aware of the detention, if later",
    "plan_started": "the day the plan started, where counting begins at a later anniversary",
    "told_from": "the first day of which any return loaded tells reviews",
    "directions": "the day fixed by the tribunal, or agreed in writing after mediation",
}


@dataclass(frozen=True)
class Question:
    """Facts are days; choices are words, such as the kind of setting."""

    duty: Duty
    start: date
    facts: Mapping[str, date] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    closures: tuple[Closure, ...] = ()

    def fact(self, name: str) -> date:
        if name not in self.facts:
            raise MissingFact(self.duty.id, name, FACTS[name])
        return self.facts[name]

    def choice(self, name: str, allowed: Mapping[str, str], default: str | None = None) -> str:
        """One of the allowed words; each is listed with its meaning when none fits."""
        word = self.choices.get(name, default)
        meaning = "one of " + "; ".join(f"{key} ({text})" for key, text in allowed.items())
        if word is None:
            raise MissingFact(self.duty.id, name, meaning)
        if word not in allowed:
            raise NotComputable(f"'{word}' is not a known {name} for {self.duty.id}: {meaning}.")
        return word

    def is_open(self) -> DayTest:
        """The days that count as school days: closures given, and the holiday between two terms."""
        return school_days((*self.closures, *self._holiday()))

    def _holiday(self) -> tuple[Closure, ...]:
        if "term_end" not in self.facts and "term_start" not in self.facts:
            return ()
        first, last = self.fact("term_end"), self.fact("term_start")
        if last <= first:
            raise NotComputable(f"term_start ({last}) must be after term_end ({first}).")
        between = (
            date.fromordinal(first.toordinal() + 1),
            date.fromordinal(last.toordinal() - 1),
        )
        return (Closure(*between),) if between[0] <= between[1] else ()
