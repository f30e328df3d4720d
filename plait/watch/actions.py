"""What people do on the one list, with signals, questions, and the board of who was told."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import may_write, require_write, through
from plait.health.models import Episode
from plait.journal import actions as journal
from plait.people.models import User
from plait.ui.words import long_day
from plait.watch.models import OutOfSchool, Question, Signal, Told
from plait.watch.telling_again import require_told


@transaction.atomic
def keep_entry(
    *, entry: OutOfSchool, owner: User | None, next_check_on: date, last_seen_on: date | None,
    last_seen_by: str, education: str, hours: str | None, version: int, by: Reader, at: datetime,
) -> None:  # fmt: skip
    """Say whose it is, when it is looked at next, who saw the child last, and what they get."""
    require_seen(last_seen_on, last_seen_by, by)
    held = _entry(entry, by, version)
    held.owner, held.next_check_on = owner, next_check_on
    held.last_seen_on, held.last_seen_by = last_seen_on, last_seen_by
    held.education, held.hours_a_week = education, hours or None
    held.version += 1
    held.save()
    _written("list_entry_kept", held, by, at)


def require_seen(on: date | None, who: str, by: Reader) -> None:
    """Take who saw a child only with the day, and no day that is still to come."""
    if who.strip() and on is None:
        raise Refused(
            "Say on which day the child was seen: without it the list counts them as never seen."
        )
    if on and on > by.today:
        raise Refused(f"{long_day(on)} is still to come. Give the day on which they were seen.")


@transaction.atomic
def correct_reason(
    *, entry: OutOfSchool, reason: str, why: str, version: int, by: Reader, at: datetime
) -> None:
    """Give another reason than the facts did, and why; the watch leaves it alone from then on."""
    held = _entry(entry, by, version)
    held.reason, held.corrected_why = reason, _why(why)
    held.version += 1
    held.save(update_fields=["reason", "corrected_why", "version"])
    say_why(why)
    _written("list_reason_corrected", held, by, at)


@transaction.atomic
def take_off(
    *, entry: OutOfSchool, on: date, why: str, version: int, by: Reader, at: datetime
) -> None:
    """Take a child off the list, with the reason."""
    held = _entry(entry, by, version)
    if on < held.since:
        raise Refused("A child cannot leave the list before they came onto it.")
    held.ended_on, held.ended_why = on, _why(why)
    held.save(update_fields=["ended_on", "ended_why"])
    _written("list_left", held, by, at)


@transaction.atomic
def end_signal(
    *, signal: Signal, state: str, done: str, on: date, by: Reader, at: datetime
) -> None:
    """End a signal with what was done, or dismiss it with the reason."""
    require_write("signal", child=signal.child, by=by, to="end a signal")
    held = Signal.objects.select_for_update().get(pk=signal.pk)
    if held.state != Signal.State.OPEN:
        raise Refused("This signal has been ended already.", who_can="Read what was done.")
    require_told(held)
    held.state, held.done, held.ended_on, held.ended_by = state, _why(done), on, by.user
    held.save(update_fields=["state", "done", "ended_on", "ended_by"])
    _written("signal_ended", held, by, at)


# Whose answer it is: who may write one of these of the child. Health writes of signals, too, and
# does not answer for education.
KINDS = {
    "health": ("health",), "care": ("support",),
    "education": ("provision", "home_education", "case"),
}  # fmt: skip
WHOSE = {"health": "health", "care": "social care", "education": "education"}


def may_answer(question: Question, by: Reader) -> bool:
    """Say whether somebody answers for the strand that is asked."""
    child = question.child_id
    return any(may_write(kind, child_id=child, by=by) for kind in KINDS[question.strand])


@transaction.atomic
def answer(*, question: Question, said: str, why: str, on: date, by: Reader, at: datetime) -> None:
    """Say whether something open is kept, moved or ended, and why; only then may it end."""
    if not may_answer(question, by):
        raise Refused(
            f"You cannot answer this: it is asked of {WHOSE[question.strand]}.",
            who_can="Tell them that it waits; it is on their page “Keep, move or end?”.",
        )
    held = Question.objects.select_for_update().get(pk=question.pk)
    if held.answer:
        raise Refused("This was answered already.", who_can="Read the answer beside it.")
    held.answer, held.why, held.answered_on, held.answered_by = said, _why(why), on, by.user
    held.save(update_fields=["answer", "why", "answered_on", "answered_by"])
    if held.strand == Question.Strand.HEALTH and not _still_asked(held):
        number = int(held.about.partition(":")[2])
        Episode.objects.filter(pk=number).update(asked_about=False)
    _written("question_answered", held, by, at)


def _still_asked(held: Question) -> bool:
    return Question.objects.filter(child_id=held.child_id, about=held.about, answer="").exists()


@transaction.atomic
def tell(*, told: Told, who: str, how: str, by: Reader, at: datetime) -> None:
    """Note that a party was told."""
    require_write("team", child=told.child, by=by, to="say who was told")
    told.who, told.told_how, told.told_at, told.told_by = who, how, at, by.user
    told.save(update_fields=["who", "told_how", "told_at", "told_by"])
    _written("party_told", told, by, at)


@transaction.atomic
def acknowledge(*, told: Told, who: str, by: Reader, at: datetime) -> None:
    """Note that a party said it knows."""
    require_write("team", child=told.child, by=by, to="say who knows")
    if told.told_at is None:
        raise Refused("Nobody has told them yet.", who_can="Write down first that they were told.")
    told.acknowledged_at, told.acknowledged_by = at, who
    told.save(update_fields=["acknowledged_at", "acknowledged_by"])
    _written("party_knows", told, by, at)


def _entry(entry: OutOfSchool, by: Reader, version: int) -> OutOfSchool:
    require_write("missing", child=entry.child, by=by, to="keep the one list")
    held = OutOfSchool.objects.select_for_update().get(pk=entry.pk)
    if held.ended_on:
        raise Refused("The child has left the list.", who_can="Look at the list again.")
    if held.version != version:
        raise Refused(
            "Somebody else changed this entry while you looked at it.",
            who_can="Read it as it is now, then save again.",
        )
    return held


def _why(text: str) -> str:
    if not text.strip():
        raise Refused("Say why: it is kept with the answer.")
    return text.strip()


def _written(
    what: str, row: OutOfSchool | Signal | Question | Told, by: Reader, at: datetime
) -> None:
    journal.write(
        what, area=by.area, child=row.child_id, by=by.user, at=at,
        through=through(row.child_id, by), row=row.pk,
    )  # fmt: skip
