"""Requests that came in, in words for those who take them on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plait.assessment.models import Asking
from plait.assessment.questions import asker_of, questions_of, said
from plait.law.duties import duty
from plait.law.reckoning import reckon
from plait.law.standing import Standing, standing, words
from plait.law.targets import Rules, Target, take_on_target
from plait.people.models import Child
from plait.ui.tables import Cell
from plait.ui.words import long_day, short_day

DECIDE = "sr-r5-1-decide-assess"
TAGS = {Standing.LATE: "late", Standing.DUE_SOON: "at-risk", Standing.RUNNING: "running"}


@dataclass(frozen=True)
class Answered:
    """One question with its answers, as the officer reads it."""

    title: str
    answers: list[tuple[str, str]]


def name_of(asking: Asking) -> str:
    """Name the child a request tells of, as it was written."""
    given = asking.answers.get("child", {})
    return f"{given.get('forename', '')} {given.get('surname', '')}".strip() or "No name yet"


def born(asking: Asking) -> date:
    return date.fromisoformat(asking.answers["child"]["born"])


def due_on(asking: Asking) -> date:
    return reckon(duty(DECIDE), asking.received_on).due


def row(asking: Asking, *, today: date, href: str, targets: Rules) -> dict[str, object]:
    """One line of the list: who, how it came, when, and by when it must be decided."""
    due = due_on(asking)
    stands = standing(due_on=due, done_on=None, excused=False, known_to=None, today=today)
    said_words = words(stands, due_on=due, today=today)
    own = take_on_target(asking.received_on, due, targets)
    return {
        "child": Cell(name_of(asking), href=href, note=f"born {long_day(born(asking))}"),
        "how": asking.get_channel_display(),
        "received": Cell(short_day(asking.received_on), note=asking.receipt_why),
        "due": Cell(short_day(due), tag=TAGS[stands], note=f"{said_words}. {_own(own, today)}"),
    }


def _own(own: Target | None, today: date) -> str:
    """Say the area's own target to take a request on, so that nobody takes it for the law."""
    if own is None:
        return ""
    missed = own.missed(today=today)
    day = short_day(own.on)
    return f"Own target to take it on: {day}{f' ({missed})' if missed else ''}; it is no law."


def ended_row(asking: Asking, *, href: str) -> dict[str, object]:
    """One line of what was taken on or answered."""
    became = asking.get_state_display()
    return {
        "child": Cell(name_of(asking), href=href),
        "received": short_day(asking.received_on),
        "became": Cell(became, note=asking.answer_why[:120]),
    }


def answers(asking: Asking) -> list[Answered]:
    """Every answer that was given, question by question."""
    asker = asker_of(asking.channel)
    found = [
        Answered(q.title(asker), [(label, text) for label, text in said(q, asker, asking.answers)
                                  if text])
        for q in questions_of(asker)
    ]  # fmt: skip
    return [part for part in found if part.answers]


def receipt(asking: Asking, *, today: date, targets: Rules) -> list[tuple[str, object]]:
    """How the day of receipt was fixed: channel, sent, received, by whom and why."""
    by = asking.receipt_by.name if asking.receipt_by else "Plait, when it was sent"
    due = reckon(duty(DECIDE), asking.received_on)
    own = take_on_target(asking.received_on, due.due, targets)
    wanted = [("To be taken on by", Cell(long_day(own.on), note=_own(own, today)))] if own else []
    return [
        ("How it came", asking.get_channel_display()),
        ("Sent", long_day(asking.sent_on)),
        ("Received", long_day(asking.received_on)),
        ("Who fixed that day", by),
        ("Why", asking.receipt_why),
        ("To be decided by", Cell(long_day(due.due), note=f"{due.because} ({due.duty.law})")),
        *(wanted if asking.state == Asking.State.SENT else []),
    ]


def choices(found: Iterable[tuple[Child, tuple[str, ...]]]) -> list[tuple[str, str]]:
    """Say each child it may be, with the reasons, and that it may be none of them."""
    lines = [
        (str(child.pk), f"{child.name}, born {long_day(child.birth_date)}. {' '.join(reasons)}")
        for child, reasons in found
    ]
    return [*lines, ("new", "None of these: make a new record" if lines else "A new record")]
