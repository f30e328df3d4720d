"""Book an appointment of an assessment, move it, and note whether it was kept.

What the family reads must not hold an address that one of it keeps from another.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import NAME, WHY, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.assessment.actions.advice_after import record_missed
from plait.assessment.models import Advice, Appointment
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.cases.models import Request
from plait.journal import actions as journal
from plait.law.wording import day_in_words

State = Appointment.State
NO_LIMIT = "It is noted. It belongs to no advice, so it excuses no limit by itself."
KEPT_APART = (
    "It is noted. It is kept from the family, who read why a limit is excused, so it excuses none "
    "by itself: if it should, give a reason in words they may read."
)


@dataclass(frozen=True)
class Words:
    """What is said of an appointment."""

    what: str
    who: str
    with_whom: str
    where: str
    for_family: bool = True


@transaction.atomic
def book(
    *, request: Request, advice: Advice | None, words: Words, on: date, starts_at: time | None,
    by: Reader, at: datetime,
) -> Appointment:  # fmt: skip
    """Book an appointment; the family reads it unless it is kept to those who decide."""
    require_write("advice", child=request.child, by=by, to="book an appointment")
    _to_come(on, by)
    if advice is not None and advice.request_id != request.pk:
        raise Refused("This advice belongs to another request.")
    for text, most, name in (
        (words.what, WHY, "What it is for"), (words.who, NAME, "Who comes"),
        (words.with_whom, NAME, "With whom"), (words.where, WHY, "Where"),
    ):  # fmt: skip
        fits(text, most, name)
    if words.for_family:
        _no_address(request, words)
    say_why("Book an appointment")
    made = Appointment.objects.create(
        area=by.area, child=request.child, request=request, advice=advice, what=words.what,
        who=words.who, with_whom=words.with_whom, where=words.where, on=on, starts_at=starts_at,
        for_family=words.for_family, booked_by=by.user, booked_at=at,
    )  # fmt: skip
    _tell("booked", made, by, at, on=on.isoformat())
    return made


@transaction.atomic
def move(
    *, appointment: Appointment, on: date, starts_at: time | None, where: str, why: str,
    by: Reader, at: datetime,
) -> Appointment:  # fmt: skip
    """Move an appointment to another day, time or place; the days it was on stay readable."""
    held = _held(appointment, by, "move an appointment")
    _to_come(on, by)
    where = fits(where, WHY, "Where")
    if (held.on, held.starts_at, held.where) == (on, starts_at, where):
        raise Refused("It is there already: give another day, time or place.")
    if held.for_family:
        _no_address(held.request, Words(held.what, held.who, held.with_whom, where), why)
    say_why(why)
    was = {"on": held.on.isoformat(), "why": fits(why, WHY, "Why"), "moved_on": _day(by)}
    held.moves = [*held.moves, was]
    held.on, held.starts_at, held.where = on, starts_at, where
    held.save(update_fields=["moves", "on", "starts_at", "where"])
    _tell("moved", held, by, at, on=on.isoformat())
    return held


@transaction.atomic
def keep(*, appointment: Appointment, by: Reader, at: datetime) -> None:
    """Note that an appointment was kept."""
    held = _held(appointment, by, "note that an appointment was kept")
    _has_been(held, by)
    say_why("An appointment was kept")
    held.state = State.KEPT
    held.save(update_fields=["state"])
    _tell("kept", held, by, at, on=held.on.isoformat())


@transaction.atomic
def miss(
    *, appointment: Appointment, by_family: bool | None, why: str, by: Reader, at: datetime
) -> str:
    """Note that it was not kept, and by whom; gives what it means for the limit of the advice."""
    held = _held(appointment, by, "record a missed appointment")
    _has_been(held, by)
    if held.for_family:
        _no_address(held.request, None, why)
    say_why(why)
    held.state, held.by_family, held.ended_why = State.MISSED, by_family, fits(why, WHY, "Why")
    means = NO_LIMIT
    if held.advice is not None and held.for_family:
        held.missed, means = record_missed(
            advice=held.advice, on=held.on, what=held.what, by_family=by_family, by=by, at=at
        )
    elif held.advice is not None:
        means = KEPT_APART
    held.save(update_fields=["state", "by_family", "ended_why", "missed"])
    if held.missed is None:
        _tell("not_kept", held, by, at, on=held.on.isoformat())
    return means


@transaction.atomic
def call_off(*, appointment: Appointment, why: str, by: Reader, at: datetime) -> None:
    """Note that an appointment will not be held."""
    held = _held(appointment, by, "call an appointment off")
    if held.for_family:
        _no_address(held.request, None, why)
    say_why(why)
    held.state, held.ended_why = State.OFF, fits(why, WHY, "Why")
    held.save(update_fields=["state", "ended_why"])
    _tell("called_off", held, by, at, on=held.on.isoformat())


def _held(appointment: Appointment, by: Reader, to: str) -> Appointment:
    """Take hold of one that is booked; one that is over stays as it is."""
    require_write("advice", child=appointment.child, by=by, to=to)
    rows = Appointment.objects.select_for_update(of=("self",))
    held = rows.select_related("child", "request__child", "advice__clock").get(pk=appointment.pk)
    if held.state != State.BOOKED:
        raise Refused(f"It is on record already: {held.get_state_display().lower()}.")
    return held


def _no_address(request: Request, words: Words | None, *more: str) -> None:
    said = (words.what, words.who, words.with_whom, words.where) if words else ()
    ensure_no_hidden_address(request.child_id, (*said, *more))


def _to_come(on: date, by: Reader) -> None:
    if on < by.today:
        raise OutOfOrder("That day has passed. Note a past appointment beside its advice.")


def _has_been(held: Appointment, by: Reader) -> None:
    if held.on > by.today:
        raise OutOfOrder(f"It is still to come, on {day_in_words(held.on)}.")


def _day(by: Reader) -> str:
    return by.today.isoformat()


def _tell(did: str, made: Appointment, by: Reader, at: datetime, **facts: Any) -> None:
    """The family is told by the first name alone; what is kept from it has another."""
    what = f"appointment_{did}" if made.for_family else f"appointment_{did}_apart"
    advice = made.advice
    if advice is not None and advice.kind == "family":  # no other of the family is told
        facts["family"] = advice.giver_id or 0
    journal.write(
        what, area=by.area, child=made.child, by=by.user, through=through(made.child_id, by),
        at=at, appointment=made.pk, request=made.request_id, **facts,
    )  # fmt: skip
