"""What somebody typed into the search box: a birth date, a number or a name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from plait.child.pages.heading import age_of, year_group
from plait.people.models import Child
from plait.ui.forms import real_date
from plait.ui.tables import Cell
from plait.ui.words import short_day

DATES = (
    re.compile(r"(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<day>\d{1,2})"),
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})"
    ),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})"),
)
A_WORD_AND_MORE = re.compile(r"[A-Za-z]{3,}\s")
SHORTEST_NAME, LONGEST = 2, 120
HOW = (
    "Type a name, a whole number (UPN, ULN, NHS number), or a birth date as 14/3/2018. "
    "One of them at a time."
)


@dataclass(frozen=True)
class Question:
    """How to search and for what; or the words that say what to type instead."""

    typed: str
    by: str = ""
    value: object = None
    help: str = ""


def asked_for(typed: str) -> Question:
    """Read what was typed; every answer is a search or a sentence, never an error."""
    text = " ".join(typed.replace("\x00", "").split())[:LONGEST]
    if not text:
        return Question(text)
    if any(letter.isdigit() for letter in text):
        return _numbers(text)
    words = text.replace(",", " ").split()
    if sum(map(len, words)) < SHORTEST_NAME:
        return Question(text, help="Type at least two letters of a name.")
    return Question(text, "name", words)


def _numbers(text: str) -> Question:
    for pattern in DATES:
        match = pattern.fullmatch(text)
        if match:
            return _birth_date(text, match.groupdict())
    if A_WORD_AND_MORE.search(text):
        return Question(text, help=HOW)
    number = re.sub(r"[\s\-]", "", text)
    if re.fullmatch(r"[A-Za-z0-9/]{4,40}", number):
        return Question(text, "number", number)
    return Question(text, help=HOW)


def _birth_date(text: str, parts: dict[str, str]) -> Question:
    try:
        return Question(text, "birth date", real_date(**parts))
    except ValidationError:
        return Question(text, help=f"{text} is not a real date. Type the day first: 14/3/2018.")


def found_rows(children: Iterable[Child], *, today: date) -> list[dict[str, object]]:
    """Give each child found with what tells children of one name apart."""
    return [
        {
            "name": Cell(child.name, href=f"/children/{child.pk}/"),
            "born": short_day(child.birth_date),
            "age": Cell(str(age_of(child, today)), note=year_group(child, today)),
            "postcode": child.postcode or None,
        }
        for child in children
    ]
