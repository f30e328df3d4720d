"""Is a sentence of provision specific? Rules in one table, no model, nothing rewritten."""

from functools import lru_cache

from plait.law.specificity.facts import Missing
from plait.law.specificity.look import Finding, Verdict, look_at
from plait.law.specificity.phrases import Vague
from plait.law.specificity.split import sentences

__all__ = ["Finding", "Missing", "Vague", "Verdict", "look_at", "sentences", "vague_phrases"]


@lru_cache(maxsize=4096)
def vague_phrases(text: str) -> tuple[str, ...]:
    """Give the vague phrases of a text of one or more sentences."""
    return tuple(vague.phrase for one in sentences(text) for vague in look_at(one).vague)
