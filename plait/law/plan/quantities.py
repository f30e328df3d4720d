"""Numbers, times and rates that a sentence of provision holds in words."""

import re
from dataclasses import dataclass
from functools import lru_cache

WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90, "half an": 0.5,
    "half a": 0.5,
}  # fmt: skip
NUMBER = r"(\d{1,4}(?:\.\d{1,2})?|" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
TIME = re.compile(rf"\b{NUMBER}[\s-]+(hour|minute|min|hr)s?\b", re.IGNORECASE)
GROUP = re.compile(
    rf"\bgroups? of (?:up to |no more than |at most |about )?{NUMBER}(?: to {NUMBER})?\b",
    re.IGNORECASE,
)
PERIOD = "day|week|fortnight|month|half-term|half term|term|year"
RATE = re.compile(
    rf"\b(?:(once|twice|{NUMBER} (?:times|sessions|visits))\s+)?"
    rf"(?:(?:a|an|each|every|per)\s+({PERIOD})|"
    r"(daily|weekly|fortnightly|monthly|half-termly|termly|yearly|annually))\b",
    re.IGNORECASE,
)
ADVERBS = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
           "half-termly": "half-term", "termly": "term", "yearly": "year",
           "annually": "year"}  # fmt: skip
TIMES_A_YEAR = {"day": 190, "week": 38, "fortnight": 19, "month": 12, "half-term": 6, "term": 3,
                "year": 1}  # fmt: skip
DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Quantities:
    """What a sentence counts: minutes of a session, times a year, children in the group."""

    minutes: float | None
    time_words: str
    times_a_year: float | None
    rate_words: str
    group: float | None


@lru_cache(maxsize=4096)
def quantities(text: str) -> Quantities:
    """Read the first time, the first rate and the first group of a sentence."""
    time, rate, group = TIME.search(text), RATE.search(text), GROUP.search(text)
    minutes = None
    if time:
        minutes = number(time[1]) * (60 if time[2].lower().startswith("h") else 1)
    return Quantities(
        minutes,
        time[0] if time else "",
        _times(rate) if rate else None,
        rate[0] if rate else "",
        number(group[2] or group[1]) if group else None,
    )


def number(words: str) -> float:
    """A number from digits or from words."""
    low = words.lower()
    return WORDS[low] if low in WORDS else float(low)


def _times(rate: re.Match[str]) -> float:
    often, counted, period, adverb = rate.groups()
    once = TIMES_A_YEAR[(period or ADVERBS[adverb.lower()]).lower().replace(" ", "-")]
    if counted:
        return once * number(counted)
    return once * (2 if often and often.lower() == "twice" else 1)


def digits(text: str) -> frozenset[str]:
    """The numbers written in digits."""
    return frozenset(DIGITS.findall(text))
