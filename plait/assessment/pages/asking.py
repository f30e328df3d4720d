"""A request in words, for whoever makes it: its pages, who will read it, what happens next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later
from django.utils.translation import ngettext

from plait.access.matrix import REACH, READS
from plait.assessment.models import Asking
from plait.assessment.questions import (
    PARENT,
    YOUNG_PERSON,
    Question,
    asker_of,
    is_answered,
    questions_of,
    said,
)
from plait.law.duties import duty
from plait.law.reckoning import Due, reckon
from plait.law.rights import switch_date
from plait.people.models import Role
from plait.ui.words import long_day

DECIDE = "sr-r5-1-decide-assess"
FAR = {
    "area": later("for every child of the area"),
    "setting": later("for children on their setting's roll"),
    "tie": later("only for children they are tied to"),
}


@dataclass(frozen=True)
class Part:
    """One question as the list of questions shows it."""

    title: str
    href: str
    done: bool
    answers: tuple[tuple[str, str], ...] = ()


def parts(asking: Asking) -> list[Part]:
    """Give every question with its answer."""
    asker = asker_of(asking.channel)
    return [
        Part(
            question.title(asker),
            reverse("assessment:asking_question", args=[question.key]),
            is_answered(question, asker, asking.answers),
            tuple((label, text) for label, text in said(question, asker, asking.answers) if text),
        )
        for question in questions_of(asker)
    ]


def place_of(question: Question, asker: str) -> tuple[int, int]:
    """Say which question of how many this is."""
    asked = questions_of(asker)
    return asked.index(question) + 1, len(asked)


def beside(question: Question, asker: str) -> tuple[str, str]:
    """Give the addresses before and after a question."""
    keys = [q.key for q in questions_of(asker)]
    at = keys.index(question.key)
    before = reverse("assessment:asking_question", args=[keys[at - 1]]) if at else ""
    after = (
        reverse("assessment:asking_question", args=[keys[at + 1]])
        if at + 1 < len(keys)
        else reverse("assessment:asking_privacy")
    )
    return before or reverse("assessment:asking"), after


def next_part(asking: Asking) -> str:
    """Give the address of the first question that is not answered, else of what comes after."""
    waiting = next((part.href for part in parts(asking) if not part.done), "")
    if waiting:
        return waiting
    read = asking.answers.get("privacy", {}).get("read")
    return reverse("assessment:asking_check" if read else "assessment:asking_privacy")


def readers(asking: Asking) -> list[tuple[str, list[str]]]:
    """Say who will read it and when, from the very table that the database reads."""
    now = [_(Role(r).label) for r in READS if _reads(r, "asking")]
    then = [
        f"{_(Role(r).label)}, {_(FAR[REACH[Role(r)]])}"
        for r in READS
        if _reads(r, "panel") and r not in (Role.PLAIT,)
    ]
    found = [
        (_("From the day you send it"), now),
        (_("Once it is on the child’s record"), then),
    ]
    if asking.channel != Asking.Channel.SETTING:
        found.append(
            (_("If there is an assessment: what you say in it of the child"), [_(ADVISERS)])
        )
    return found


ADVISERS = later("The school, health and social care workers who are asked for advice")


def _reads(role: str, kind: str) -> bool:
    return kind in READS[Role(role)].split()


def whose_right(asking: Asking, *, today: date) -> str:
    """Say whose right it is to ask, where that is not whoever asks."""
    born = asking.answers.get("child", {}).get("born")
    if not born:
        return ""
    switch = switch_date(date.fromisoformat(born))
    if asking.channel == PARENT and today >= switch:
        return _(
            "Since %(day)s the right to ask is the young person’s own. You may send "
            "this: we then ask them whether they want it, and how you should be involved."
        ) % {"day": long_day(switch)}
    if asking.channel == YOUNG_PERSON and today < switch:
        return _(
            "Until %(day)s the right to ask is a parent’s or carer’s. You may send "
            "this all the same: we must look into what you tell us, and we speak with them and "
            "with you."
        ) % {"day": long_day(switch)}
    return ""


def decided_by(received_on: date) -> Due:
    """The day by which the authority must say whether it will assess, with the working shown."""
    return reckon(duty(DECIDE), received_on)


def next_steps(asking: Asking) -> Iterator[tuple[str, str]]:
    """Say what happens after a request was sent: (when, what)."""
    due = decided_by(asking.received_on)
    yield (
        long_day(asking.received_on),
        _("Your request was received. The council’s time begins."),
    )
    if asking.channel != Asking.Channel.SETTING:
        yield _("In the next days"), _("A worker reads it, and may ring you. You need do nothing.")
    by = _("By %(day)s") % {"day": long_day(due.due)}
    yield by, _("The council tells you whether it will assess, and why.")


def status_words(asking: Asking) -> str:
    """Say where a sent request is, for whoever sent it."""
    if asking.state == Asking.State.TAKEN:
        return _("It is on the child’s record, and a decision is being prepared.")
    if asking.state == Asking.State.ANSWERED:
        return _("It could not go further as it was asked. The reasons are below.")
    return _("It waits to be read by the SEND team. It is the council’s turn.")


def kept_words(asking: Asking) -> str:
    """Say how far it is and until when it is kept."""
    done = sum(part.done for part in parts(asking))
    kept = long_day(asking.kept_until.date()) if asking.kept_until else ""
    whole = len(parts(asking))
    return ngettext(
        "%(done)s of %(whole)s question answered. What you wrote is kept until %(kept)s.",
        "%(done)s of %(whole)s questions answered. What you wrote is kept until %(kept)s.",
        whole,
    ) % {"done": done, "whole": whole, "kept": kept}
