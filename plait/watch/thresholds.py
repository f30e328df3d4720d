"""When a rule fires: the area's own numbers (`plait.cases.area_rules`, the rule "watch")."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """The numbers of one area; the defaults are those of an area that set none."""

    suspensions: int = 3
    least_sessions: int = 20
    hidden_sessions: int = 10
    left_days: int = 42
    due_days: int = 5
    check_days: int = 14
    question_days: int = 10
    worker_days: int = 183  # two changes of worker within so many days
    rolls_complete: int = 0  # 1: every setting sends its roll, so a child on none is out of sight
