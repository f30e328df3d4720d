"""Whom a letter of each kind must reach, as kinds of people; data/letter_told.csv joins the words.

A family's letter speaks to the family. What the regulations ask to be told to others beside them
goes in a letter of its own, so that no school reads how it may appeal.
"""

import csv
from enum import StrEnum
from functools import cache

from plait.law.letters import DATA, letter

NOTICE = "notify-others"  # the letter to those whom regulations name beside the family


class Whom(StrEnum):
    """A kind of person a letter goes to."""

    FAMILY = "family"
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    SETTING = "setting"
    NAMED_SETTING = "named_setting"
    ONE_ASKED = "one_asked"  # whoever the act itself names: an adviser, a setting that is asked


@cache
def _joined() -> dict[str, tuple[Whom, ...]]:
    with (DATA / "letter_told.csv").open(encoding="utf-8", newline="") as lines:
        return {row["told"]: tuple(map(Whom, row["whom"].split())) for row in csv.DictReader(lines)}


def whom(kind: str) -> tuple[Whom, ...]:
    """Everybody the law names for a kind of letter, each once, in the order of its words."""
    named = [one for words in letter(kind).told for one in _joined()[words]]
    return tuple(dict.fromkeys(named))


def kind_for(kind: str, to: Whom) -> str:
    """The kind of letter that one of them is sent: others than the family get a notice."""
    if letter(kind).reader == "family" and to is not Whom.FAMILY:
        return "setting-named" if to is Whom.NAMED_SETTING else NOTICE
    return kind
