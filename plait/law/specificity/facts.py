"""Which facts a provision sentence lacks: a fact is missing only where it is called for."""

import re
from functools import cache
from typing import NamedTuple

from plait.law.specificity.phrases import FLOOR, empty_nouns
from plait.law.specificity.table import Marks, rules

CLOCK = re.compile(r"\w+[\s-]*(?:min|hour|hr)")
EMPTY_VERB = re.compile(r"\b(?:will|should|to|must|shall|can) (?:support|help|assist)\b")
A_THING = re.compile(
    r"approach|resource|equipment|aids|adapt|adjust|system|curriculum|environment|different"
    r"|material|space|seating|technolog|facilit|task|language|level|height|teaching|work|^flex"
)
FACTS = ("what", "who", "frequency", "duration", "group_size", "period", "review")


class Missing(NamedTuple):
    """A fact that is not there, why it is called for, and the standard that asks for it."""

    fact: str
    why: str
    standard: str


def missing_facts(marks: Marks) -> tuple[str, ...]:
    """The facts called for and not given, in the order of the table."""
    lacks = (LACKS[fact](marks) for fact in FACTS)
    return tuple(fact for fact, gone in zip(FACTS, lacks, strict=True) if gone)


@cache
def told(fact: str) -> Missing:
    """A missing fact in words for the giver."""
    rule = next(r for r in rules().values() if r.kind == "missing" and r.pattern == fact)
    return Missing(fact, rule.why, rule.standard)


def _what(marks: Marks) -> bool:
    """An empty noun, and nothing that says what is done."""
    if marks.of("says what"):
        return False
    if marks.of("bare hours"):
        return True
    return bool(empty_nouns(marks)) or EMPTY_VERB.search(marks.small) is not None


def _who(marks: Marks) -> bool:
    if marks.of("role", "says who"):
        return False
    if marks.of("vague nobody") or _persons(marks):
        return True
    if marks.of("break") and not marks.of("says rate"):
        return False  # a break whose rate is not said lacks that first
    return _by_default(marks)


def _frequency(marks: Marks) -> bool:
    ranges = [mark for mark in marks.of("bare range") if "," not in marks.words(mark)]
    if ranges and not FLOOR.search(marks.small):
        return True
    if marks.of("says rate"):
        return False
    if marks.of("vague rate", "vague condition") and (_persons(marks) or marks.of("break", "role")):
        return True
    if marks.of("says scope") and not marks.of("break"):
        return False
    if any(
        mark.rule in ("v-regular", "v-required")
        for mark in marks.of("vague rate", "vague condition")
    ):
        return True
    if marks.of("vague availability", "vague duty") and not marks.of("thing"):
        return True
    return bool(_persons(marks) or marks.of("break", "role", "vague nobody") or _by_default(marks))


def _duration(marks: Marks) -> bool:
    if marks.of("bare length"):
        return True
    if marks.of("says length"):
        return False
    if marks.of("break", "bare time"):
        return True
    if marks.of("continuous", "contact"):
        return False
    return bool(marks.of("delivered"))


def _group_size(marks: Marks) -> bool:
    return bool(marks.of("group")) and not marks.of("says size")


def _period(marks: Marks) -> bool:
    lengths = [m for m in marks.of("says period") if not CLOCK.match(marks.words(m))]
    return bool(marks.of("course")) and not lengths


def _review(marks: Marks) -> bool:
    return bool(marks.of("depends")) and not marks.of("says review")


def _persons(marks: Marks) -> bool:
    """Something that persons give or do again and again, not a thing or a room."""
    if marks.of("thing"):
        return any(mark.rule != "d-subject" for mark in marks.of("delivered"))
    return bool(marks.of("delivered", "act"))


def _by_default(marks: Marks) -> bool:
    """Neither a thing nor a thing left unsaid nor the child's own act: somebody must give it."""
    own = [mark for mark in marks.of("provision") if mark.rule == "g-does"]
    unsaid = any(A_THING.search(marks.words(mark)) for mark in marks.of("vague noun"))
    return not (marks.of("thing") or unsaid or own)


LACKS = {
    "what": _what, "who": _who, "frequency": _frequency, "duration": _duration,
    "group_size": _group_size, "period": _period, "review": _review,
}  # fmt: skip
