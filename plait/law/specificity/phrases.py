"""Which words of a provision sentence are vague, each by the shortest span that does the harm."""

import re
from typing import NamedTuple

from plait.law.specificity.patterns import Mark
from plait.law.specificity.table import Marks, rules, within

FAMILIES = (
    "vague availability", "vague rate", "vague condition", "vague duty",
    "vague size", "vague ceiling", "vague nobody", "vague noun",
)  # fmt: skip
MONTH_OF_MAY = re.compile(
    r"(?:\b(?:in|by|of|since|until|on|and|from|to|before|early|late)|\d(?:st|nd|rd|th)?)\s$"
)
PERMITTED = re.compile(
    r"may (?:wear|leave|use|take|choose|sit|bring|keep|go|eat|type)\b"
    r"|may be (?:given|delivered|split|divided|taken|spread|used)\b.{0,20}"
    r"\b(?:as|in|into|over|across|between|differently)\b"
)
FLOOR = re.compile(
    r"\b(?:at least|minimum of|no less than|no fewer than|not less than|in total|in all"
    r"|will total|shall total|totalling|a total of|amounting to)\b"
)
A_VERB = re.compile(r"\b(?:to|will|for|and|could|the|his|her|their|write a|asking for)\s$")
A_RATE = re.compile(r"\b(?:a|per|each|every)$")
OF_A_GROUP = re.compile(
    r"up to (?:a maximum of )?\w+ (?:other )?(?:pupils|children|peers|students|learners)"
    r"|(?:groups?|class(?:es)?) of up to"
)
UP_TO_ELSE = re.compile(
    r"up to (?:date|speed|the (?:age|end)|and including)"
    r"|(?:set|catch|build|work|follow|lead|come|back|keep|add)\w* up to"
)


class Vague(NamedTuple):
    """A vague phrase, where it stands, why it harms, and the standard it fails."""

    phrase: str
    start: int
    end: int
    why: str
    rule: str
    standard: str


def vague_marks(marks: Marks, *, lacks: bool, empty: bool) -> list[Mark]:
    """The marks that do harm; `lacks`: a fact is missing; `empty`: nothing says what is done."""
    kept = [mark for mark in marks.of(*FAMILIES) if _harms(marks, mark, lacks, empty)]
    return longest_apart(kept)


def longest_apart(marks: list[Mark]) -> list[Mark]:
    """Give the marks in the order of the sentence, none beginning inside another."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return apart


def empty_nouns(marks: Marks) -> list[Mark]:
    """Nouns that promise nothing; not the verb, the support worker or the known programme."""
    return [mark for mark in marks.of("vague noun") if _is_empty(marks, mark)]


def _is_empty(marks: Marks, mark: Mark) -> bool:
    return not (within(mark, marks.of("role")) or _is_verb(marks.small, mark.start))


def _is_verb(small: str, start: int) -> bool:
    """Whether the word before makes a verb, or a known thing, of the word that starts here."""
    return A_VERB.search(small[max(0, start - 12) : start]) is not None


def told(sentence: str, mark: Mark) -> Vague:
    """A mark in words for the giver."""
    rule = rules()[mark.rule]
    phrase = sentence[mark.start : mark.end]
    return Vague(phrase, mark.start, mark.end, rule.why, rule.rule, rule.standard)


def _harms(marks: Marks, mark: Mark, lacks: bool, empty: bool) -> bool:
    judge = JUDGES.get(mark.rule)
    if mark.rule in ("v-access", "v-opportunity", "v-available"):
        return lacks
    if mark.rule == "v-empty":
        return empty and _is_empty(marks, mark)
    return judge is None or judge(marks, mark)


def _rate(marks: Marks, mark: Mark) -> bool:
    return not marks.of("says rate")


def _may(marks: Marks, mark: Mark) -> bool:
    small = marks.small
    if MONTH_OF_MAY.search(small, 0, mark.start) and small.startswith("may", mark.start):
        return False
    return not (PERMITTED.match(small, mark.start) or FLOOR.search(small))


def _nobody(marks: Marks, mark: Mark) -> bool:
    return not (marks.of("role") or within(mark, marks.of("says who", "says size")))


def _size(marks: Marks, mark: Mark) -> bool:
    return not marks.of("says size")


def _ceiling(marks: Marks, mark: Mark) -> bool:
    small = marks.small
    near = small[max(0, mark.start - 12) : mark.end + 40]
    if (
        small.startswith("no more than", mark.start) and not A_RATE.search(marks.words(mark))
    ) or UP_TO_ELSE.search(near):
        return False
    return not (OF_A_GROUP.search(near) or small[mark.start - 3 : mark.start] == "of ")


def is_no_ceiling(marks: Marks, mark: Mark) -> bool:
    """Whether words that look like a ceiling are something else here, as in "up to date"."""
    return mark.rule == "v-upto" and not _ceiling(marks, mark)


def _suitable(marks: Marks, mark: Mark) -> bool:
    return not marks.of("says what") or marks.words(mark).startswith(("appropriate", "suitable"))


def _qualified(marks: Marks, mark: Mark) -> bool:
    return not (marks.of("role") and marks.words(mark).startswith("who "))


def _short(marks: Marks, mark: Mark) -> bool:
    return not marks.of("says length", "says period")


def _additional(marks: Marks, mark: Mark) -> bool:
    nearby = marks.small[max(0, mark.start - 12) : mark.start]
    named = marks.of("says rate", "says length", "says size", "role")
    compared = marks.small.startswith(" than", mark.end)
    return not (named or compared or re.search(r"no $|\d%? $|per cent $|an $", nearby))


JUDGES = {
    "v-regular": _rate, "v-may": _may, "v-adult": _nobody, "v-staff": _nobody,
    "v-small": _size, "v-upto": _ceiling, "v-suitable": _suitable, "v-short": _short,
    "v-additional": _additional, "v-qualified": _qualified,
}  # fmt: skip
