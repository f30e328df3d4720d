"""What a file format can hold of the words people type."""

import re
from datetime import date

from plait.law.wording import day_in_words
from plait.standards.paper import Paper

# What XML cannot hold, and the marks that turn the words after them around.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u202a-\u202e]")
_BROKEN = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """Leave out the characters no reader can show; half a character becomes its usual sign."""
    return _BROKEN.sub("\ufffd", _UNREADABLE.sub("", text))


def labelled(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Give the reference and the date with their names, those that the paper has."""
    dated = paper.dated_in_words or (day_in_words(paper.dated) if paper.dated else "")
    named = ((paper.labels.reference, paper.reference), (paper.labels.dated, dated))
    return tuple((name, words) for name, words in named if words)


def made_on(paper: Paper) -> date:
    """Give the day a file says it was made: the paper's own, so that its bytes never change."""
    return paper.dated or date(1980, 1, 1)
