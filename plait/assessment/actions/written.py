"""Requests that staff write: a call or letter, a setting's own; the same record as the web."""

from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.assessment.actions.asking import add_file, begin_mine, tell_sent
from plait.assessment.evidence import missing
from plait.assessment.models import Asking
from plait.people.models import Child, Organisation

OFFICERS = ("send_manager", "caseworker")
ON_THE_WEB = "The setting sent it here, and it counts from that day whatever the hour."


@transaction.atomic
def write_down(
    *, channel: str, answers: dict[str, Any], email: str, sent_on: date, received_on: date,
    why: str, letter: File | None, by: Reader, at: datetime,
) -> Asking:  # fmt: skip
    """Write down a call or a letter; its days were read off by a person, who says how."""
    if not by.holds(*OFFICERS):
        raise Refused(
            "You cannot write a request down. It is for caseworkers and SEND managers.",
            who_can="Pass it to the SEND team today: the day it was received counts.",
        )
    if received_on > by.today or sent_on > received_on:
        raise Refused("Check the days: sent, then received, and neither to come.")
    asking = begin_mine(channel=channel, by=by, at=at)
    if letter is not None:
        add_file(asking=asking, upload=letter, at=at)
    asking.answers, asking.email = answers, email
    asking.sent_on, asking.received_on = sent_on, received_on
    return _sent(asking, why=why, by=by, at=at)


@transaction.atomic
def keep_of_setting(*, child: Child, answers: dict[str, Any], by: Reader, at: datetime) -> Asking:
    """Keep a setting's request before it is sent; one for each child and SENCO."""
    setting = setting_of(child, by)
    mine = Asking.objects.select_for_update(of=("self",)).filter(
        made_by=by.user, child=child, channel=Asking.Channel.SETTING, state=Asking.State.BEGUN
    )
    asking = mine.first() or begin_mine(
        channel=Asking.Channel.SETTING, by=by, at=at, child=child, setting=setting
    )
    asking.answers = answers
    asking.save(update_fields=["answers"])
    return asking


@transaction.atomic
def send_of_setting(
    *, child: Child, answers: dict[str, Any], files: list[File], by: Reader, at: datetime
) -> Asking:
    """Send a setting's request; where evidence is missing, the reason goes with it."""
    asking = keep_of_setting(child=child, answers=answers, by=by, at=at)
    evidence = answers.get("evidence", {})
    lacking = missing(evidence)
    if lacking and not evidence.get("reason", "").strip():
        raise Refused(
            "Still missing: " + "; ".join(piece.words.lower() for piece in lacking) + ".",
            who_can="Add it, or say why you ask now: it is then sent all the same.",
        )
    for file in files:
        add_file(asking=asking, upload=file, at=at)
    asking.sent_on = asking.received_on = by.today
    return _sent(asking, why=ON_THE_WEB, by=by, at=at)


def setting_of(child: Child, by: Reader) -> Organisation:
    """Give the setting that asks: one the SENCO serves and on whose roll the child is."""
    ties = Tie.objects.filter(in_force(by.today), child=child, organisation__in=by.settings)
    tie = ties.select_related("organisation").first() if by.holds("senco") else None
    if tie is None:
        raise Refused(
            "A setting’s request is made by its SENCO, for a child on its roll.",
            who_can="If somebody rang or wrote to you, write that down instead.",
        )
    return tie.organisation


def _sent(asking: Asking, *, why: str, by: Reader, at: datetime) -> Asking:
    asking.state, asking.kept_until = Asking.State.SENT, None
    asking.receipt_by, asking.receipt_why, asking.confirmed_at = by.user, why, at
    asking.save()
    tell_sent(asking, at=at, by=by)
    return asking
