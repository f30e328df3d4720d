"""Consultations, comments and agreements in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.plans.models import Agreement, Comment, Consultation
from plait.plans.pages.plan_words import ANSWERS, CAN
from plait.ui.words import apart, day, long_day, moment


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
    asked = {"day": long_day(one.asked_on)}
    if one.asked_by_family_on:
        said = _("Asked on %(day)s, because the family asked for it.") % asked
    else:
        said = _("Asked on %(day)s.") % asked
    if one.answer:
        tag = "met" if one.answer == "yes" else "at-risk"
    else:
        tag = "late" if one.due_on < today else "running"
    return Asked(
        one.pk, one.setting.name, f"{said} {_answer(one, today)}",
        _(ANSWERS[one.answer]) if one.answer else _("No answer yet"), tag, one.reasons,
        tuple((need["need"], _(CAN.get(need["can"], need["can"]))) for need in one.by_need),
    )  # fmt: skip


def _answer(one: Consultation, today: date) -> str:
    """Say when the answer came, or by when it is due."""
    if one.answer:
        told = {"day": long_day(one.answered_on), "name": apart(one.answered_by_name)}
        return _("Answered on %(day)s by %(name)s.") % told
    due = {"day": day(one.due_on)}
    if one.due_on < today:
        return _("The answer was due by %(day)s and has not come.") % due
    return _("The answer is due by %(day)s.") % due


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
        changes = _("The draft changes.") if one.accepted else _("The draft stays.")
        outcome = "" if one.accepted is None else changes
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
