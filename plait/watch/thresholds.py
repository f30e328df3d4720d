"""When a rule fires: the area's own numbers, each with its default and what is refused."""

from dataclasses import dataclass, fields
from typing import Any

from plait.cases.area_rules import NotARule

NAME = "watch"  # of the area rule that holds them
WORDS = {
    "suspensions": "Suspensions in a year before they count as repeated",
    "least_sessions": "Possible sessions before an absence rate is read",
    "left_days": "Days after which a child who left a roll is no longer new",
    "due_days": "Days to answer a signal",
    "check_days": "Days to the next check of a child on the list",
    "question_days": "Days to answer “keep, move or end?”",
    "rolls_complete": "Every setting sends its roll, so a child on none is out of sight (1: yes)",
}
MOST = 366


@dataclass(frozen=True)
class Thresholds:
    """The numbers of one area."""

    suspensions: int = 3
    least_sessions: int = 20
    left_days: int = 42
    due_days: int = 5
    check_days: int = 14
    question_days: int = 10
    rolls_complete: int = 0

    @classmethod
    def of(cls, value: dict[str, Any] | None) -> "Thresholds":
        """Read what an area set; what it did not set is the default."""
        known = {one.name for one in fields(cls)}
        return cls(**{name: int(n) for name, n in (value or {}).items() if name in known})


def check(value: dict[str, Any]) -> None:
    """Refuse what cannot be an area's threshold, in words."""
    for name, number in value.items():
        if name not in WORDS:
            raise NotARule(f"There is no threshold “{name}”.")
        least = 0 if name == "rolls_complete" else 1
        if not least <= int(number) <= MOST:
            raise NotARule(f"“{WORDS[name]}” must lie between {least} and {MOST}.")
