"""An EHC plan as a paper, whole; its easy-read version; and half a page for every adult."""

from plait.standards.plan_paper.easy import EASY_QUESTIONS, easy_paper
from plait.standards.plan_paper.help import help_paper
from plait.standards.plan_paper.whole import plan_paper

__all__ = ["EASY_QUESTIONS", "easy_paper", "help_paper", "plan_paper"]
