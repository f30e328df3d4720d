"""A concern about attendance: raised in words, adjustments tried, action only after, and its end.

The family's own acts are in `answers`; those who work with the child do these.
"""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, roles_for, through
from plait.attendance.models import Concern
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.journal import actions as journal
from plait.law.wording import day_in_words
from plait.people.models import Child, Organisation
from plait.people.roles import WITH_FAMILY

State = Concern.State
NOT_KNOWN = "not_known"


@transaction.atomic
def raise_concern(
    *, child: Child, setting: Organisation | None, says: str, by: Reader, at: datetime
) -> Concern:
    """Write to the family what was recorded, and ask what stands in the way."""
    _staff(child, by, "raise a concern about attendance")
    with connection.cursor() as cursor:  # two who raise one at once are asked one after the other
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('concern'), %s)", [child.pk])
    if Concern.objects.filter(child=child).exclude(state=State.ENDED).exists():
        raise Refused(
            "A concern is open for this child already, and the family is asked once.",
            who_can="Go on with that one, or end it first.",
        )
    concern = Concern.objects.create(
        area=by.area, child=child, setting=setting, raised_on=by.today, raised_by=by.user,
        says=_words(child.pk, says, "Say what was recorded, in words to the family."),
    )  # fmt: skip
    tell("concern_raised", concern, by, at)
    return concern


@transaction.atomic
def try_adjustment(*, concern: Concern, what: str, since: date, by: Reader, at: datetime) -> None:
    """Note something that is tried, and since when."""
    found = _held(concern, by, "note what is tried")
    if since < found.raised_on or since > by.today:
        raise OutOfOrder(
            f"Give a day from {day_in_words(found.raised_on)}, when the concern was raised, to "
            "today: what is only planned has not been tried yet."
        )
    said = _words(found.child_id, what, "Say what is tried.")
    if any(one["what"] == said for one in found.adjustments):
        raise Refused("That is being tried already.", who_can="Say below whether it helped.")
    new = {"what": said, "since": since.isoformat(), "helped": NOT_KNOWN}
    found.adjustments = [*found.adjustments, new]
    found.state = State.ADJUSTED
    found.save(update_fields=["adjustments", "state"])
    tell("concern_adjusted", found, by, at)


@transaction.atomic
def say_if_helped(*, concern: Concern, place: int, helped: str, by: Reader, at: datetime) -> None:
    """Note whether something that was tried helped."""
    found = _held(concern, by, "say whether it helped")
    if not 0 <= place < len(found.adjustments):
        raise Refused("Nothing like that was tried.", who_can="Look at the list again.")
    tried: list[dict[str, Any]] = [dict(one) for one in found.adjustments]
    tried[place] |= {"helped": helped, "said_on": by.today.isoformat()}
    found.adjustments, found.state = tried, State.ADJUSTED
    found.save(update_fields=["adjustments", "state"])
    tell("concern_helped", found, by, at)


@transaction.atomic
def take_action(*, concern: Concern, action: str, why: str, by: Reader, at: datetime) -> None:
    """Record legal action about attendance; never before what was tried, and how it went, shows."""
    found = _held(concern, by, "record action about attendance")
    if found.action:
        raise Refused(
            f"Action is recorded already: {found.action}",
            who_can="End this concern, and raise a new one if more must follow.",
        )
    _was_given_time(found, by)
    found.action = _words(found.child_id, action, "Say which action.")
    found.action_why = _words(found.child_id, why, "Say why what was tried is not enough.")
    found.save(update_fields=["action", "action_why"])
    tell("concern_action", found, by, at)


def _was_given_time(found: Concern, by: Reader) -> None:
    """Refuse action while nothing was tried, how it went is not said, or it began today."""
    if not found.adjustments:
        raise Refused(
            "Nothing has been tried yet, so no action about attendance can be recorded.",
            who_can="First try what would help the child, and write down whether it did.",
        )
    waiting = [one["what"] for one in found.adjustments if one["helped"] == NOT_KNOWN]
    if waiting:
        raise Refused(
            f"It is not said yet whether this helped: {waiting[0]}",
            who_can="Say of each thing that was tried whether it helped, then come back.",
        )
    if all(date.fromisoformat(one["since"]) >= by.today for one in found.adjustments):
        raise Refused(
            "All that is tried began today, so nobody can know yet whether it helps.",
            who_can="Give it time, and look again with the family.",
        )


@transaction.atomic
def end_concern(*, concern: Concern, outcome: str, by: Reader, at: datetime) -> None:
    """End a concern, with what came of it."""
    found = _held(concern, by, "end a concern")
    found.state, found.ended_on = State.ENDED, by.today
    found.outcome = _words(found.child_id, outcome, "Say what came of it.")
    found.save(update_fields=["state", "ended_on", "outcome"])
    tell("concern_ended", found, by, at)


def _staff(child: Child, by: Reader, to: str) -> None:
    """Ask whether the reader may; the family writes its answers and nothing else of a concern."""
    require_write("concern", child=child, by=by, to=to)
    if roles_for(child.pk, by) <= set(WITH_FAMILY):
        raise Refused(
            f"You cannot {to}: that is for those who work with your child.",
            who_can="You can answer, and say what would help.",
        )
    say_why(to[0].upper() + to[1:])


def _held(concern: Concern, by: Reader, to: str) -> Concern:
    _staff(concern.child, by, to)
    return held_open(concern)


def held_open(concern: Concern) -> Concern:
    """Take hold of a concern until the act is done; one that ended stands as it is."""
    found = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if found.state == State.ENDED:
        raise Refused("This concern has ended.", who_can="Raise a new one if it is needed.")
    return found


def _words(child_id: int, text: str, ask: str) -> str:
    """Give words that each of the family reads: none is left out, no hidden address is in them."""
    if not text.strip():
        raise Refused(ask)
    ensure_no_hidden_address(child_id, (text,))
    return text.strip()


def tell(what: str, concern: Concern, by: Reader, at: datetime) -> None:
    """Write the act's one line in the journal."""
    journal.write(
        what, area=by.area, child=concern.child, by=by.user, through=through(concern.child_id, by),
        at=at, concern=concern.pk,
    )  # fmt: skip
