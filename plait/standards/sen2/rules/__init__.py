"""Every rule of the return, each under its own id; importing this package registers them all."""

from plait.standards.sen2.rules import (
    community,
    community_plans,
    community_schools,
    conditions_person,
    conditions_placement,
    conditions_plan,
    conditions_request,
    dates,
    statutory,
    structure,
    values,
)
from plait.standards.sen2.rules.rule import RULES, Answer, Finding, Rule, Severity

__all__ = [
    "RULES",
    "Answer",
    "Finding",
    "Rule",
    "Severity",
    "community",
    "community_plans",
    "community_schools",
    "conditions_person",
    "conditions_placement",
    "conditions_plan",
    "conditions_request",
    "dates",
    "statutory",
    "structure",
    "values",
]
