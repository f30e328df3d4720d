"""Appointments in words: when, where, with whom and what for, for officers and for the family."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.assessment.models import Appointment
from plait.cases.models import Clock
from plait.law.duties import versions
from plait.standards.calendar_file import Event
from plait.ui.words import day, long_day

TAGS = {"booked": "running", "kept": "met", "missed": "late", "off": "not-known"}
State = Appointment.State


@dataclass(frozen=True)
class Shown:
    """One appointment as officers see it."""

    one: Appointment
    when: str
    stands: str
    tag: str
    facts: list[tuple[str, str]]
    acts: list[tuple[str, str]]
    kept_at: str = ""


def when(one: Appointment) -> str:
    """Give the day, with the time where it is known."""
    if one.starts_at is None:
        return day(one.on)
    return _("%(day)s at %(time)s") % {"day": day(one.on), "time": f"{one.starts_at:%H:%M}"}


def shown(one: Appointment, limits: Sequence[Clock], *, today: date, may: bool = True) -> Shown:
    """Say how an appointment stands, what it was moved from, and what can be done."""
    at = [one.child_id, one.pk]
    booked = one.state == State.BOOKED
    over = booked and one.on < today
    stands = "Was it kept?" if over else one.get_state_display()
    has_been = booked and one.on <= today
    return Shown(
        one, when(one), stands, "at-risk" if over else TAGS[one.state], _facts(one),
        _acts(one, limits, at, has_been) if may else [],
        kept_at=reverse("assessment:appointment_kept", args=at) if has_been and may else "",
    )  # fmt: skip


def _facts(one: Appointment) -> list[tuple[str, str]]:
    found = [
        ("With whom", one.with_whom), ("Who comes", one.who), ("Where", one.where),
        ("Read by", "The family too" if one.for_family else "Those who decide alone"),
    ]  # fmt: skip
    found += [("Moved from", _moved(was)) for was in one.moves]
    if one.state == State.MISSED:
        kept_away = {True: "The child or young person missed it", False: "The body did not hold it"}
        found.append(("Who did not keep it", kept_away.get(one.by_family, "Not known")))
    return [*found, ("Why", one.ended_why)] if one.ended_why else found


def _moved(was: dict[str, str]) -> str:
    return f"{long_day(date.fromisoformat(was['on']))}: {was['why']}"


def _acts(
    one: Appointment, limits: Sequence[Clock], at: list[int], has_been: bool
) -> list[tuple[str, str]]:
    if one.state == State.MISSED:
        if not one.by_family:  # what the body did not hold excuses nothing
            return []
        return [
            (f"Give it as the reason: {versions(clock.duty)[-1].does}", _excuse_at(one, clock))
            for clock in limits
        ]
    if one.state != State.BOOKED:
        return []
    missed = [("It was not kept", reverse("assessment:appointment_missed", args=at))]
    return [
        *(missed if has_been else []),
        ("Move it", reverse("assessment:appointment_move", args=at)),
        ("Call it off", reverse("assessment:appointment_off", args=at)),
    ]


def _excuse_at(one: Appointment, clock: Clock) -> str:
    to = reverse("child:exception", args=[one.child_id, clock.pk])
    return f"{to}?appointment={one.pk}"


def as_a_reason(one: Appointment) -> str:
    """Say a missed appointment as the evidence of an excuse, which the family reads."""
    if not one.for_family:
        return ""  # the words are the officer's to find
    return f"The appointment of {long_day(one.on)} with {one.with_whom} was missed. {one.ended_why}"


def for_family(one: Appointment) -> dict[str, str]:
    """Say one appointment to the family: when, where, with whom, what for, and what it was."""
    said = _("%(what)s, with %(whom)s. Who comes: %(who)s. Where: %(where)s.") % {
        "what": one.what, "whom": one.with_whom, "who": one.who, "where": one.where,
    }  # fmt: skip
    stands = {
        "booked": _("Booked"), "kept": _("Kept"), "missed": _("Not kept"), "off": _("Called off"),
    }  # fmt: skip
    moved = ""
    if one.moves:
        last = one.moves[-1]
        moved = _("Moved from %(day)s: %(why)s") % {
            "day": long_day(date.fromisoformat(last["on"])), "why": last["why"],
        }  # fmt: skip
    return {
        "when": when(one), "said": said, "stands": stands[one.state], "tag": TAGS[one.state],
        "moved": moved, "why": one.ended_why,
    }  # fmt: skip


def events(found: Iterable[Appointment], *, name: str) -> list[Event]:
    """Give what is booked for a diary; a move keeps its event, so the diary moves it."""
    return [
        Event(
            key=f"appointment:{one.pk}", on=one.on, in_general="An appointment", where=one.where,
            says=f"{name}: {one.what}{_at(one)}", more=f"With {one.with_whom}. {one.who}.",
        )
        for one in found
    ]  # fmt: skip


def _at(one: Appointment) -> str:
    return f", at {one.starts_at:%H:%M}" if one.starts_at else ""
