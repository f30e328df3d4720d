"""The one list, signals and their questions, who has been told, the lead professional, wards."""

from plait.watch.models_list import Lead, OutOfSchool, SavedFilter, Told
from plait.watch.models_signals import Question, Run, Signal
from plait.watch.models_wards import PostcodeWard, WardShapes

__all__ = [
    "Lead", "OutOfSchool", "PostcodeWard", "Question", "Run", "SavedFilter", "Signal", "Told",
    "WardShapes",
]  # fmt: skip
