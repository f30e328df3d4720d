"""Look at one sentence: is it provision, what in it is vague, what does it lack."""

from enum import StrEnum
from typing import NamedTuple

from plait.law.specificity import facts, phrases
from plait.law.specificity.facts import Missing
from plait.law.specificity.patterns import plain
from plait.law.specificity.phrases import Vague
from plait.law.specificity.provision import standing
from plait.law.specificity.table import marked

WEAK = ("v-access", "v-opportunity", "v-available", "v-benefit", "v-may", "v-consider", "v-agreed")


class Verdict(StrEnum):
    """How specific a sentence is."""

    NOT_PROVISION = "not_provision"
    SPECIFIC = "specific"
    PARTLY = "partly"
    VAGUE = "vague"


class Finding(NamedTuple):
    """What the check says of one sentence; nothing in it is rewritten."""

    sentence: str
    is_provision: bool
    why: str
    vague: tuple[Vague, ...]
    missing: tuple[Missing, ...]
    verdict: Verdict


def look_at(sentence: str) -> Finding:
    """Say whether a sentence is provision, and what it leaves open."""
    marks = marked(plain(sentence))
    is_provision, why = standing(marks)
    if not is_provision:
        return Finding(sentence, False, why, (), (), Verdict.NOT_PROVISION)
    lacks = facts.missing_facts(marks)
    spans = phrases.vague_marks(marks, lacks=bool(lacks), empty="what" in lacks)
    vague = tuple(phrases.told(sentence, mark) for mark in spans)
    missing = tuple(facts.told(fact) for fact in lacks)
    return Finding(sentence, True, why, vague, missing, _verdict(vague, lacks))


def _verdict(vague: tuple[Vague, ...], lacks: tuple[str, ...]) -> Verdict:
    if not (vague or lacks):
        return Verdict.SPECIFIC
    weak = any(phrase.rule in WEAK for phrase in vague)
    unknown = {"frequency", "duration"} <= set(lacks) or len(lacks) > 2
    return Verdict.VAGUE if lacks and (weak or unknown) else Verdict.PARTLY
