"""What a request asks, one question a page: the words, the fields, and who is asked which.

The answers are kept as they were given: {question's key: {field's key: answer}}. A question's
words differ by who asks: a parent or carer, the young person, or a setting.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from plait.assessment.question import (
    EVERYBODY,
    FAMILY,
    PARENT,
    SETTING,
    YOUNG_PERSON,
    Field,
    Question,
)
from plait.assessment.questions_what import WHAT
from plait.assessment.questions_who import WHO
from plait.ui.words import long_day

__all__ = ["FAMILY", "PARENT", "QUESTIONS", "SETTING", "YOUNG_PERSON", "Field", "Question"]

QUESTIONS = WHO + WHAT
BY_KEY = {question.key: question for question in QUESTIONS}


def questions_of(asker: str) -> tuple[Question, ...]:
    """The questions one kind of asker is asked, in order."""
    return tuple(question for question in QUESTIONS if asker in question.asked_of)


def asker_of(channel: str, asked_by: str = "") -> str:
    """Whose words a request is asked in; a call or a letter is written down as a parent's."""
    return channel if channel in EVERYBODY else PARENT


def is_answered(question: Question, asker: str, answers: Mapping[str, Any]) -> bool:
    """Whether all that a question must have is there; one that may be left counts once seen."""
    given = answers.get(question.key)
    if given is None:
        return False
    return all(given.get(field.key) for field in question.fields_of(asker) if field.needed)


def left(asker: str, answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions still to be answered."""
    return tuple(q for q in questions_of(asker) if not is_answered(q, asker, answers))


def said(question: Question, asker: str, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each answer of a question in words: (label, answer)."""
    given = answers.get(question.key) or {}
    for field in question.fields_of(asker):
        value, names = given.get(field.key), dict(field.choices)
        if field.kind == "date" and value:
            value = long_day(date.fromisoformat(value))
        elif isinstance(value, list):
            value = ", ".join(str(names.get(one, one)) for one in value)
        if field.kind != "file":
            yield str(field.label), str(names.get(value or "", value or ""))
