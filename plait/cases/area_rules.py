"""What an area sets for itself, each rule with its default in code, so that none need be set.

`get(area, name)` gives the value in force; what may be set is checked here, in words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plait.cases import pattern_rules
from plait.cases.caseload import MOST_WEIGHT, STAGES
from plait.cases.models import AreaRule
from plait.people.models import Area
from plait.standards.attendance.thresholds import Thresholds as PatternThresholds
from plait.standards.matching.deciding import SIZES, Thresholds

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
HOWS = ("email", "telephone", "letter", "manager")
TO_WHOM = ("giver", "giver's manager", "SEND manager", "DCO")
# The most weeks an area may allow itself: the law's own limit, or where it has none, good practice.
LIMITS = {"take_on_days": 10, "decide_weeks": 6, "advice_weeks": 6, "draft_weeks": 16}
LIMITS |= {"final_weeks": 20}


class NotARule(ValueError):
    """A value that cannot be an area's rule; its words say why and what to write."""


@dataclass(frozen=True)
class Rule:
    """One thing an area may set: its words, its default, and what is refused."""

    name: str
    words: str
    default: Any
    check: Callable[[Any], None]


def get(area: Area, name: str) -> Any:
    """Give an area's rule, or the default; `KeyError` for a name nobody knows."""
    rule = RULES[name]
    held = AreaRule.objects.filter(area=area, name=name).values_list("value", flat=True).first()
    return rule.default if held is None else held


def targets_of(area: Area) -> dict[str, int | None]:
    """Give the weeks an area set itself, for `plait.law.targets`."""
    weeks: dict[str, int | None] = get(area, "targets")
    return weeks


def thresholds_of(area: Area, children: int) -> Thresholds:
    """Give from which likelihood on an area of so many children links a person of a file."""
    value = get(area, "matching")
    size = next(name for name, most in SIZES.items() if children <= most)
    return Thresholds(high=value[f"{size}_high"] / 100, low=value[f"{size}_low"] / 100)


def patterns_of(area: Area) -> PatternThresholds:
    """Give from when a pattern of a child's attendance is shown in an area."""
    return pattern_rules.thresholds(get(area, "patterns"))


def targets_from(held: list[dict[str, Any]]) -> dict[str, int | None]:
    """Give the same from the area's row, or from none: the default."""
    value = held[0]["value"] if held else None
    return RULES["targets"].default if value is None else value


def next_panel(value: Mapping[str, Any], after: date) -> date:
    """Give the first panel day after a day."""
    begins = date.fromisoformat(value["from"])
    first = max(after + timedelta(days=1), begins)
    for ahead in range(7 * (value["every_weeks"] + 1)):
        day = first + timedelta(days=ahead)
        weeks = ((day - timedelta(days=day.weekday())) - _monday(begins)).days // 7
        on_turn = weeks % value["every_weeks"] == 0
        if on_turn and day.weekday() == WEEKDAYS.index(value["weekday"]):
            return day
    raise NotARule("The panel's days give no day.")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _panel(value: Any) -> None:
    if value.get("weekday") not in WEEKDAYS:
        raise NotARule("Choose a working day for the panel.")
    if not 1 <= int(value.get("every_weeks", 0)) <= 4:
        raise NotARule("A panel meets every 1 to 4 weeks; the law's six weeks allow no more.")
    date.fromisoformat(value["from"])


def _targets(value: Any) -> None:
    for name, most in LIMITS.items():
        weeks = value.get(name)
        if weeks is not None and not 1 <= int(weeks) <= most:
            raise NotARule(
                f"“{WORDS[name]}” must lie between 1 and {most}: a target may be stricter than "
                "the law, never looser."
            )


def _ladder(value: Any) -> None:
    days = [rung["days"] for rung in value]
    if not value or days != sorted(set(days)):
        raise NotARule("Give at least one rung, each on a later day than the one before.")
    for rung in value:
        if not -42 <= rung["days"] <= 84:
            raise NotARule("A rung lies between 42 days before and 84 days after the due day.")
        if rung["how"] not in HOWS or rung["to"] not in TO_WHOM:
            raise NotARule("Choose how each reminder goes, and to whom.")


def _reply(value: Any) -> None:
    if not 1 <= int(value.get("working_days", 0)) <= 20:
        raise NotARule("Promise a reply within 1 to 20 working days.")


def _weights(value: Any) -> None:
    for stage, words in STAGES.items():
        if not 0 <= int(value.get(stage, -1)) <= MOST_WEIGHT:
            raise NotARule(f"“{words}” counts between 0 and {MOST_WEIGHT}.")


def _watch(value: Any) -> None:
    for name, words in WATCHED.items():
        least = 0 if name == "rolls_complete" else 1
        most = 1 if name == "rolls_complete" else MOST_WATCHED
        if not least <= int(value.get(name, -1)) <= most:
            raise NotARule(f"“{words}” must lie between {least} and {most}.")


def _matching(value: Any) -> None:
    for size in SIZES:
        low, high = int(value.get(f"{size}_low", 0)), int(value.get(f"{size}_high", 0))
        if not 1 <= low <= high <= 99:
            raise NotARule(
                "Each lies between 1 and 99 in 100, and nobody is linked at less than what a "
                "person looks at."
            )
        if high < LEAST_LINKED:
            raise NotARule(f"Nothing is linked by itself below {LEAST_LINKED} in 100.")


def _patterns(value: Any) -> None:
    if said := pattern_rules.wrong(value):
        raise NotARule(said)


LEAST_LINKED = 80
MATCHED = {
    "small_high": "Up to 20,000 children: linked from, in 100",
    "small_low": "Up to 20,000 children: shown to a person from, in 100",
    "middle_high": "Up to 300,000 children: linked from, in 100",
    "middle_low": "Up to 300,000 children: shown to a person from, in 100",
    "large_high": "More children: linked from, in 100",
    "large_low": "More children: shown to a person from, in 100",
}
MOST_WATCHED = 366
WATCHED = {
    "suspensions": "Suspensions in a year before they count as repeated",
    "least_sessions": "Possible sessions before an absence rate is read",
    "hidden_sessions": "Sessions marked part time, in six weeks, before a timetable is asked for",
    "left_days": "Days after which leaving a roll is no longer new",
    "due_days": "Days to answer a signal",
    "check_days": "Days to the next check of a child on the list",
    "question_days": "Days to answer “keep, move or end?”",
    "worker_days": "Days within which a second change of worker counts",
    "rolls_complete": "Every setting sends its roll, so a child on none is unseen (1 yes, 0 no)",
}
WORDS = {
    "take_on_days": "Days to take a request on",
    "decide_weeks": "Weeks to decide whether to assess",
    "advice_weeks": "Weeks for advice",
    "draft_weeks": "Weeks to the draft plan",
    "final_weeks": "Weeks to the final plan",
}
RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "panel_days",
            "Panel days",
            {"weekday": "tuesday", "every_weeks": 1, "from": "2026-09-01"},
            _panel,
        ),
        Rule(
            "targets",
            "Targets stricter than the law",
            {"take_on_days": 3, "decide_weeks": 5, "advice_weeks": 6, "draft_weeks": 14,
             "final_weeks": 20},
            _targets,
        ),
        Rule(
            "advice_ladder",
            "Reminders for advice",
            [
                {"days": -14, "how": "email", "to": "giver"},
                {"days": -3, "how": "email", "to": "giver"},
                {"days": 1, "how": "telephone", "to": "giver"},
                {"days": 7, "how": "manager", "to": "giver's manager"},
                {"days": 14, "how": "manager", "to": "DCO"},
            ],
            _ladder,
        ),
        Rule(
            "weights",
            "What a case counts in a caseload",
            {"deciding": 2, "assessing": 3, "draft": 2, "plan": 1},
            _weights,
        ),
        Rule(
            "watch",
            "When a child is noticed",
            {"suspensions": 3, "least_sessions": 20, "hidden_sessions": 10, "left_days": 42,
             "due_days": 5, "check_days": 14, "question_days": 10,
             "worker_days": 183, "rolls_complete": 0},
            _watch,
        ),
        Rule(
            "patterns",
            "When a pattern of attendance is shown",
            pattern_rules.DEFAULTS,
            _patterns,
        ),
        Rule(
            "matching",
            "When a person of a file is a child held",
            {"small_high": 95, "small_low": 20, "middle_high": 95, "middle_low": 20,
             "large_high": 90, "large_low": 20},
            _matching,
        ),
        Rule("reply", "Promised replies to messages", {"working_days": 5}, _reply),
    )
}  # fmt: skip
