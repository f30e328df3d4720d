"""What a family gets while it waits, and need that grew meanwhile, with its answer."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write
from plait.cases.actions_dates import ensure_unchanged
from plait.cases.dated_facts import OutOfOrder
from plait.health.actions.doors import ensure_open, held, not_before, not_to_come, tell
from plait.health.models import Episode, Escalation, WhileWaiting


@transaction.atomic
def offer_meanwhile(
    *, episode: Episode, what: str, owner: str, since: date, by: Reader, at: datetime
) -> WhileWaiting:
    """Record help that is offered during the wait, and whose it is to check in."""
    episode = held(episode, by, to="offer something meanwhile")
    ensure_open(episode)
    not_before(since, episode.referred_on, "the day of the referral")
    help_given = WhileWaiting.objects.create(
        area=by.area, child=episode.child, episode=episode, what=what, owner=owner, since=since,
        written_by=by.user,
    )  # fmt: skip
    tell(
        "health_meanwhile", episode.child, by, at,
        episode=episode.pk, meanwhile=help_given.pk, on=since.isoformat(),
    )  # fmt: skip
    return help_given


@transaction.atomic
def check_in(
    *,
    meanwhile: WhileWaiting,
    on: date,
    helped: bool | None,
    says: str,
    until: date | None,
    by: Reader,
    at: datetime,
) -> None:
    """Record that somebody asked how it goes, whether it helped, and whether it ends."""
    require_write("health", child=meanwhile.child, by=by, to="check in on help meanwhile")
    say_why("Check in on help meanwhile")
    row = WhileWaiting.objects.select_for_update(of=("self",)).get(pk=meanwhile.pk)
    not_to_come(on, by)
    not_before(on, row.since, "the day the help began")
    not_before(on, row.checked_in_on, "the last time somebody checked in")
    if until:
        not_before(until, row.since, "the day the help began")
    row.checked_in_on, row.helped, row.says, row.until = on, helped, says, until
    row.save(update_fields=["checked_in_on", "helped", "says", "until"])
    tell(
        "health_checked_in", row.child, by, at,
        episode=row.episode_id, meanwhile=row.pk, helped=helped, on=on.isoformat(),
    )  # fmt: skip


@transaction.atomic
def escalate(
    *, episode: Episode, on: date, why: str, says: str, said_by: str, by: Reader, at: datetime
) -> Escalation:
    """Record that need grew, in whose words: the child moves up the list, with the reason."""
    episode = held(episode, by, to="say that need grew during a wait")
    ensure_open(episode)
    if not says.strip():
        raise OutOfOrder("Say what changed, in a sentence: it moves the child up the list.")
    not_to_come(on, by)
    not_before(on, episode.referred_on, "the day of the referral")
    row = Escalation.objects.create(
        area=by.area, child=episode.child, episode=episode, on=on, why=why, says=says.strip(),
        said_by=said_by, written_by=by.user,
    )  # fmt: skip
    tell(
        "health_escalated", episode.child, by, at,
        episode=episode.pk, escalation=row.pk, reason=why, on=on.isoformat(),
    )  # fmt: skip
    return row


@transaction.atomic
def answer_escalation(
    *, escalation: Escalation, on: date, answer: str, by: Reader, at: datetime
) -> None:
    """Record what the service answered, and when; once."""
    require_write("health", child=escalation.child, by=by, to="answer that need grew")
    say_why("Answer that need grew")
    row = Escalation.objects.select_for_update(of=("self",)).get(pk=escalation.pk)
    ensure_unchanged("", row.answer)
    if not answer.strip():
        raise OutOfOrder("Say what was answered. The family reads it.")
    not_to_come(on, by)
    not_before(on, row.on, "the day the need grew")
    row.answered_on, row.answer = on, answer.strip()
    row.save(update_fields=["answered_on", "answer"])
    tell(
        "health_answered", row.child, by, at,
        episode=row.episode_id, escalation=row.pk, on=on.isoformat(),
    )  # fmt: skip
