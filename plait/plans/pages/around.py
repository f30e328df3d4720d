"""Consultations, comments and agreements in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plait.plans.models import Agreement, Comment, Consultation
from plait.ui.words import day, long_day, moment

CAN = {"yes": "can be met", "with_help": "can be met with help", "no": "cannot be met"}


@dataclass(frozen=True)
class Asked:
    """One setting that was asked."""

    pk: int
    who: str
    said: str
    answer: str
    tag: str
    reasons: str
    by_need: tuple[tuple[str, str], ...]


def consultation_line(one: Consultation, *, today: date) -> Asked:
    """Say who was asked, when, by when the answer is due, and what it was."""
    said = f"Asked on {long_day(one.asked_on)}"
    if one.asked_by_family_on:
        said += ", because the family asked for it"
    if one.answer:
        said += f". Answered on {long_day(one.answered_on)} by {one.answered_by_name}."
    elif one.due_on < today:
        said += f". The answer was due by {day(one.due_on)} and has not come."
    else:
        said += f". The answer is due by {day(one.due_on)}."
    if one.answer:
        tag = "met" if one.answer == "yes" else "at-risk"
    else:
        tag = "late" if one.due_on < today else "running"
    return Asked(
        one.pk, one.setting.name, said,
        one.get_answer_display() if one.answer else "No answer yet", tag, one.reasons,
        tuple((need["need"], CAN.get(need["can"], need["can"])) for need in one.by_need),
    )  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One comment of the family, and its answer."""

    pk: int
    who: str
    when: str
    text: str
    answer: str
    outcome: str


def by_ref(comments: Iterable[Comment]) -> dict[str, list[Said]]:
    """Give comments under the statement they are about; "" holds those of the whole draft."""
    found: dict[str, list[Said]] = defaultdict(list)
    for one in comments:
        outcome = {True: "The draft changes.", False: "The draft stays.", None: ""}[one.accepted]
        found[one.ref].append(
            Said(one.pk, one.written_by.name, moment(one.at), one.text, one.answer, outcome)
        )
    return found


def agreement_lines(rows: Iterable[Agreement], standing: set[str]) -> list[tuple[str, str]]:
    """Say who agreed what and when, and whether the words were changed since."""
    found = []
    for one in rows:
        says = "agrees" if one.agrees else "does not agree"
        since = "" if one.part in standing or not one.agrees else " The words changed since."
        text = f"{one.name}, {one.post}, {says} on {long_day(one.on)}.{since} {one.said}".strip()
        found.append((one.get_part_display(), text))
    return found
