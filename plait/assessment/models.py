"""From a request to the decision: asking, panels, advice; and asking again while a plan is kept."""

from plait.assessment.models_advice import Advice, Chase, Missed
from plait.assessment.models_again import Reassessment
from plait.assessment.models_appointment import Appointment
from plait.assessment.models_asking import Asking, AskingFile
from plait.assessment.models_panel import InterimSupport, Panel

__all__ = [
    "Advice", "Appointment", "Asking", "AskingFile", "Chase", "InterimSupport", "Missed", "Panel",
    "Reassessment",
]  # fmt: skip
