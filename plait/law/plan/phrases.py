"""Words that weaken a promise: a small list of our own, for when no fuller reading is at hand."""

import re
from functools import lru_cache

WEAK = (
    "access to", "opportunities for", "opportunities to", "opportunity to", "regular",
    "regularly", "as required", "as needed", "as necessary", "as appropriate", "when required",
    "when needed", "when available", "where appropriate", "where possible", "if possible",
    "subject to", "to be agreed", "from time to time", "ongoing", "would benefit from",
    "up to", "or equivalent",
)  # fmt: skip
_WEAK = re.compile(r"\b(" + "|".join(sorted(WEAK, key=len, reverse=True)) + r")\b", re.IGNORECASE)
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
    return tuple(dict.fromkeys(found.lower() for found in _WEAK.findall(text)))


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
