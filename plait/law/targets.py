"""An area's own targets: days it sets itself before the legal day, shown beside it, never for it.

A target is no law. It is counted in whole weeks from the day the duty began, is never later than
the legal day, and missing it makes nothing late in law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plait.law.wording import day_in_words, quantity

FINAL_PLAN = "sr-r13-2-final-plan"
# The area's rule for each duty, and the rule for the draft, which is a step on the way to a duty.
RULE_OF = {
    "sr-r5-1-decide-assess": "decide_weeks",
    FINAL_PLAN: "final_weeks",
    "sr-r8-advice-6-weeks": "advice_weeks",
    "cop-advice-6w-others": "advice_weeks",
}
DRAFT_RULE = "draft_weeks"
Rules = Mapping[str, int | None]  # weeks (days to take on) by the rule's name, as the area set them


@dataclass(frozen=True)
class Target:
    """A day the area set itself, and the legal day it stands beside."""

    on: date
    legal: date
    what: str = "The area’s own target"

    @property
    def words(self) -> str:
        """Say the target so that nobody takes it for the law."""
        weekday = f"{self.on:%A} {day_in_words(self.on)}"
        before = quantity((self.legal - self.on).days, "days")
        return f"{self.what}: {weekday}, {before} before the law’s"

    def missed(self, *, today: date, done_on: date | None = None) -> str:
        """Say briefly that the target passed; nothing after the legal day, when the law speaks."""
        reached = done_on if done_on and done_on <= today else today
        if self.on < reached <= self.legal:
            return f"{quantity((reached - self.on).days, 'days')} past the area’s own target"
        return ""


def target(duty: str, started_on: date, legal: date, rules: Rules) -> Target | None:
    """Give the area's target for a duty, or None where it set none stricter than the law."""
    return _counted(rules.get(RULE_OF.get(duty, "")), started_on, legal, Target.what)


def draft_target(started_on: date, final_legal: date, rules: Rules) -> Target | None:
    """Give the day by which the area wants the draft with the family, before the final plan's."""
    what = "The area’s own target for the draft"
    return _counted(rules.get(DRAFT_RULE), started_on, final_legal, what)


def take_on_target(received_on: date, legal: date, rules: Rules) -> Target | None:
    """Give the day by which the area wants a request on a record, before it must decide."""
    days = rules.get("take_on_days")
    if days is None or received_on + timedelta(days=days) >= legal:
        return None
    return Target(received_on + timedelta(days=days), legal, "The area’s own target to take it on")


def _counted(weeks: int | None, started_on: date, legal: date, what: str) -> Target | None:
    if weeks is None:
        return None
    on = started_on + timedelta(weeks=weeks)
    return Target(on, legal, what) if on < legal else None
