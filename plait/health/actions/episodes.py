"""Open an episode by hand, record who saw the child and when treatment began, and end it."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.cases.asked import not_while_asked
from plait.cases.dated_facts import OutOfOrder
from plait.health.actions.doors import ensure_open, held, not_before, not_to_come, tell
from plait.health.models import Contact, Episode
from plait.people.models import Child
from plait.standards.health.services import services


@transaction.atomic
def open_episode(
    *,
    child: Child,
    service: str,
    kind: str,
    referred_on: date,
    by: Reader,
    at: datetime,
    clock_start: date | None = None,
    **more: str,
) -> Episode:
    """Open an episode that no file told of; `more`: team, worker, reason, referred_by, priority."""
    require_write("health", child=child, by=by, to="record a referral to a health service")
    say_why("Record a referral to a health service")
    if service not in services():
        raise Refused(
            f"There is no service called “{service}” here.",
            who_can=f"Choose one of: {', '.join(services())}.",
        )
    not_to_come(referred_on, by)
    not_to_come(clock_start, by)
    if clock_start:
        not_before(clock_start, referred_on, "the day of the referral")
    reference = f"by-hand:{child.pk}:{kind}:{referred_on.isoformat()}"
    if Episode.objects.filter(area=by.area, reference=reference, service=service).exists():
        raise OutOfOrder("This referral, to this service and of this day, is recorded already.")
    episode = Episode.objects.create(
        area=by.area, child=child, service=service, kind=kind, reference=reference,
        referred_on=referred_on, clock_start=clock_start, **more,
    )  # fmt: skip
    tell(
        "health_opened", child, by, at,
        episode=episode.pk, service=service, on=referred_on.isoformat(),
    )  # fmt: skip
    return episode


@transaction.atomic
def record_contact(
    *,
    episode: Episode,
    on: date,
    seen: bool | None,
    by: Reader,
    at: datetime,
    by_whom: str = "",
    what: str = "",
) -> Contact:
    """Record a contact; the first at which the child was seen stops the clock.

    A contact still to come is kept as booked (`seen` is None), and stops nothing.
    """
    episode = held(episode, by, to="record a contact with a health service")
    ensure_open(episode)
    not_before(on, episode.referred_on, "the day of the referral")
    if seen is not None:
        not_to_come(on, by)
    contact, _ = Contact.objects.update_or_create(
        episode=episode, on=on, reference="",
        defaults={
            "area": by.area, "child": episode.child, "seen": seen, "by_whom": by_whom, "what": what,
        },
    )  # fmt: skip
    first = bool(seen) and (episode.first_contact_on is None or on < episode.first_contact_on)
    if first:
        episode.first_contact_on = on
        _as_known(episode, on, "first_contact_on")
    tell(
        "health_first_contact" if first else "health_contact", episode.child, by, at,
        episode=episode.pk, on=on.isoformat(), seen=seen,
    )  # fmt: skip
    return contact


@transaction.atomic
def record_treatment(*, episode: Episode, on: date, by: Reader, at: datetime) -> None:
    """Record the day that what was asked for began, or was given."""
    episode = held(episode, by, to="record that treatment began")
    ensure_open(episode)
    not_to_come(on, by)
    not_before(on, episode.referred_on, "the day of the referral")
    not_before(on, episode.first_contact_on, "the first contact")
    episode.treated_on = on
    _as_known(episode, on, "treated_on")
    tell("health_treated", episode.child, by, at, episode=episode.pk, on=on.isoformat())


@transaction.atomic
def end_episode(
    *, episode: Episode, on: date, kind: str, why: str, by: Reader, at: datetime
) -> None:
    """End an episode, for a reason the family can read; never while it is asked about."""
    episode = held(episode, by, to="end an episode of health care")
    ensure_open(episode)
    not_while_asked(episode.ref, "This episode")
    if episode.asked_about:
        raise Refused(
            "This episode cannot end yet: something changed in the child's life, and it is being "
            "asked whether it should be kept, moved or ended.",
            who_can="Answer that question first, with its reason.",
        )
    if not why.strip():
        raise OutOfOrder("Say why it ends. One sentence the family can read is enough.")
    not_to_come(on, by)
    not_before(on, episode.referred_on, "the day of the referral")
    not_before(on, episode.treated_on or episode.first_contact_on, "the last day recorded")
    episode.ended_on, episode.end_kind, episode.end_why = on, kind, why.strip()
    _as_known(episode, on, "ended_on", "end_kind", "end_why")
    tell(
        "health_ended", episode.child, by, at,
        episode=episode.pk, on=on.isoformat(), how=kind, because=why.strip(),
    )  # fmt: skip


def _as_known(episode: Episode, on: date, *fields: str) -> None:
    """Save, and let the episode be known up to that day where a file had known less."""
    if episode.known_to and episode.known_to < on:
        episode.known_to = on
    episode.save(update_fields=[*fields, "known_to"])
