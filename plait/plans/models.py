"""The plan: versions, statements and their threads, and what others say of it."""

from plait.plans.models_around import Agreement, Comment, Consultation, EasyRead, HelpPage
from plait.plans.models_budget import BudgetSum, PersonalBudget
from plait.plans.models_versions import Presence, Reason, Statement, Thread, Version

__all__ = [
    "Agreement",
    "BudgetSum",
    "Comment",
    "Consultation",
    "EasyRead",
    "HelpPage",
    "PersonalBudget",
    "Presence",
    "Reason",
    "Statement",
    "Thread",
    "Version",
]
