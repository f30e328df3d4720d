"""A letter sent, once, and served: its files kept exactly, its four days each its own."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import WHY, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.cases.actions_appeal_time import begin_time_to_appeal
from plait.cases.actions_letters import TO, ensure_can_reach, held, warning_of
from plait.cases.actions_told_again import told_again
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_hidden_stays_hidden, words_of
from plait.cases.letter_facts import stored
from plait.cases.letter_files import make_files
from plait.cases.letter_paper import Written
from plait.cases.models import Letter
from plait.cases.queries_letters import filled, written_now
from plait.journal import actions as journal
from plait.law.wording import day_in_words

NOBODY_OF_THE_FAMILY = 0  # no user has it, so that nobody is told of another's letter


@transaction.atomic
def send(
    *, letter: Letter, dated_on: date, sent_on: date, by: Reader, at: datetime, safe: bool = False
) -> Letter:
    """Send a letter: it is refused while it lacks a thing the law asks, and afterwards is fixed.

    `safe` says that an officer checked how to write to somebody it may be unsafe to write to.
    """
    letter = held(letter, by)
    _in_order(letter, dated_on, sent_on, by)
    ensure_can_reach(letter)
    if (warning := warning_of(letter)) and not safe:
        raise Refused(
            f"The record warns of {letter.to_name}, so it may be unsafe to write: {warning}",
            who_can="Check what may be said and how it is sent, then tick that you did.",
        )
    letter.dated_on, letter.sent_on = dated_on, sent_on
    found = written_now(letter, by=by)
    paper = _may_go(letter, found)
    files = make_files(paper)
    facts = stored(filled(letter, by=by))
    letter.facts = letter.facts | {"sent": facts, **_kept(asdict(files))}
    letter.word_sha256, letter.pdf_sha256 = files.word, files.pdf
    letter.state, letter.sent_by = Letter.State.SENT, by.user
    say_why("Send a letter")
    letter.save()
    _tell(
        "letter_sent", letter, by, at, on=sent_on.isoformat(), kind=letter.kind,
        how="" if letter.facts.get("carried_by") else letter.how,
        family=_who_is_told(letter), word=files.word, pdf=files.pdf,
    )  # fmt: skip
    begin_time_to_appeal(letter, by=by, at=at)
    told_again(letter, by=by, at=at)
    return letter


def _who_is_told(letter: Letter) -> int:
    return (letter.facts.get("family") and letter.to_user_id) or NOBODY_OF_THE_FAMILY


def _kept(files: dict[str, str]) -> dict[str, str]:
    return {"page": files["page"], "no_pdf": files["no_pdf"]}


def _may_go(letter: Letter, found: Written):
    if found.hindrances or found.paper is None:
        raise Refused(
            "The letter cannot go yet. " + " ".join(found.hindrances),
            who_can="Mend the words, or record what is missing, then send it.",
        )
    ensure_hidden_stays_hidden(letter, words_of(letter, found.paper))
    return found.paper


def _in_order(letter: Letter, dated_on: date, sent_on: date, by: Reader) -> None:
    """Decided, dated, sent: each day may be the one before it, never an earlier one."""
    if sent_on > by.today:
        raise OutOfOrder("The day of sending is still to come. Record it on the day.")
    if dated_on > sent_on:
        raise OutOfOrder(
            f"The letter cannot be dated {day_in_words(dated_on)}, after the day it is sent."
        )
    if letter.decided_on and dated_on < letter.decided_on:
        raise OutOfOrder(
            f"The letter cannot be dated before the decision of {day_in_words(letter.decided_on)}."
        )


@transaction.atomic
def record_served(
    *, letter: Letter, on: date, how: str, note: str, by: Reader, at: datetime
) -> None:
    """Record the day a sent letter reached its reader, how, and what shows it."""
    require_write("letter", child=letter.child, by=by, to=TO)
    letter = (
        Letter.objects.select_for_update(of=("self",)).select_related("child").get(pk=letter.pk)
    )
    if letter.state != Letter.State.SENT:
        raise Refused("Only a letter that was sent can be served.", who_can="Send it first.")
    if letter.served_on:
        raise Refused(
            f"It is recorded already that the letter was served on "
            f"{day_in_words(letter.served_on)}."
        )
    if on < letter.sent_on or on > by.today:
        raise OutOfOrder("It was served on or after the day it was sent, and not in the future.")
    note = fits(note, WHY, "What shows it")
    say_why("Record that a letter was served")
    letter.served_on = on
    letter.facts = letter.facts | {
        "served": {"how": how, "note": note, "by": by.user.name, "at": at.isoformat()}
    }
    letter.save(update_fields=["served_on", "facts"])
    _tell("letter_served", letter, by, at, on=on.isoformat(), how=how)


def _tell(what: str, letter: Letter, by: Reader, at: datetime, **facts: object) -> None:
    journal.write(
        what, area=by.area, child=letter.child, by=by.user, at=at, letter=letter.pk,
        through=through(letter.child_id, by), **facts,
    )  # fmt: skip


def note_opened(*, letter: Letter, at: datetime) -> None:
    """Note that a letter was opened through its link."""
    journal.write(
        "letter_opened", area=letter.area, child=letter.child_id, by=None, at=at,
        letter=letter.pk, ref=f"letter:{letter.pk}",
    )  # fmt: skip
