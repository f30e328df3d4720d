"""The spine of a child's case: what happened when, and the clocks that follow."""

from plait.cases.models_clocks import Clock
from plait.cases.models_letters import AreaRule, Letter, LetterTemplate
from plait.cases.models_papers import Document, Note
from plait.cases.models_passages import Passage
from plait.cases.models_spine import (
    Assessment,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
    Plan,
    Reported,
    Request,
    Review,
)

__all__ = [
    "AreaRule",
    "Assessment",
    "Clock",
    "Document",
    "Letter",
    "LetterTemplate",
    "NamedSetting",
    "Need",
    "Note",
    "Passage",
    "PhaseTransfer",
    "Placement",
    "Plan",
    "Reported",
    "Request",
    "Review",
]
