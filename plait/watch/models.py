"""The one list, signals and their questions, who has been told, the lead professional."""

from plait.watch.models_list import Lead, OutOfSchool, SavedFilter, Told
from plait.watch.models_signals import Question, Run, Signal

__all__ = ["Lead", "OutOfSchool", "Question", "Run", "SavedFilter", "Signal", "Told"]
