"""The spine of a child's case: what happened when, and the clocks that follow."""

from plait.cases.models_clocks import Clock
from plait.cases.models_papers import Document, Note
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
    "Assessment",
    "Clock",
    "Document",
    "NamedSetting",
    "Need",
    "Note",
    "PhaseTransfer",
    "Placement",
    "Plan",
    "Reported",
    "Request",
    "Review",
]
