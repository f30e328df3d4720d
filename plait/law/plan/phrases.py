"""Words that weaken a promise, as the table of plait.law.specificity knows them; and who gives it.

The table is the only list of vague phrases. A change of a plan looks at its phrases of
availability, rate, condition and ceiling wherever they stand, since what matters is that one came
or went; whether a phrase does harm in its sentence is the check's own question. Words that allow
instead of promising (may, could) are counted apart, and so is nobody in particular.
"""

import re
from functools import lru_cache

from plait.law.specificity.patterns import plain
from plait.law.specificity.phrases import is_no_ceiling, longest_apart
from plait.law.specificity.split import sentences
from plait.law.specificity.table import marked

WEAKENING = ("vague availability", "vague rate", "vague condition", "vague ceiling")
ALSO = ("v-benefit",)  # of the vague duties, the one that is no verb of allowing
_FIRM = re.compile(r"\b(?:will|must|shall)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:may|might|could|should|can|would|aims? to|tr(?:y|ies) to)\b", re.IGNORECASE
)
_EXPERT = re.compile(
    r"\b(?:\w*therapist|psychologist|\w*teacher|nurse|p(?:a)?ediatrician|doctor|psychiatrist|"
    r"specialist|dietitian|audiologist|qualified|registered|chartered)\b",
    re.IGNORECASE,
)
_HELPER = re.compile(r"\b(?:assistant|aide|trainee|student|supervised by|overseen by)\b", re.I)
_NOBODY = re.compile(
    r"^\W*(?:(?:an?|the|some|any|key|trained|familiar|trusted|suitable|suitably|appropriate|"
    r"experienced|school|setting)\W+)*(?:adults?|staff|people|person|someone|professionals?|"
    r"team|member of staff)?\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def weak_phrases(text: str) -> tuple[str, ...]:
    """The phrases that leave it open whether, how much or when."""
    found: dict[str, None] = {}
    for sentence in sentences(text):
        marks = marked(plain(sentence))
        weak = [mark for mark in marks.of(*WEAKENING) if not is_no_ceiling(marks, mark)]
        weak += [mark for mark in marks.of("vague duty") if mark.rule in ALSO]
        found |= dict.fromkeys(marks.words(mark) for mark in longest_apart(weak))
    return tuple(found)


@lru_cache(maxsize=4096)
def firm_and_loose(text: str) -> tuple[int, int]:
    """How many verbs promise, and how many only allow."""
    return len(_FIRM.findall(text)), len(_LOOSE.findall(text))


def loose_words(text: str) -> list[str]:
    return [found.lower() for found in _LOOSE.findall(text)]


@lru_cache(maxsize=4096)
def rank(who: str) -> int:
    """0 for nobody in particular, 1 for a role, 2 for a named expertise."""
    if _NOBODY.match(who):
        return 0
    return 2 if _EXPERT.search(who) and not _HELPER.search(who) else 1
