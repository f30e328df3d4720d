"""Is a sentence of provision specific? Rules in one table, no model, nothing rewritten."""

from plait.law.specificity.facts import Missing
from plait.law.specificity.look import Finding, Verdict, look_at
from plait.law.specificity.phrases import Vague
from plait.law.specificity.split import sentences

__all__ = ["Finding", "Missing", "Vague", "Verdict", "look_at", "sentences"]
