"""Begin a request, answer its questions, send it: with an account or through a link alone."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as later

from plait.access.actions.guest_links import make_guest_link, too_many
from plait.access.context import acting_through, reaching
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.models import Asking, AskingFile
from plait.assessment.questions import asker_of, left
from plait.cases.documents import keep, shown_name
from plait.journal import actions as journal
from plait.people.models import Area
from plait.people.rows import next_id

KEPT = timedelta(days=14)
FILES_AT_MOST = 20
ON_THE_WEB = "It was sent on the web, and counts from that day whatever the hour."


def begin_asking(
    *, area: Area, channel: str, email: str, today: date, at: datetime
) -> tuple[int, str] | None:
    """Begin a stranger's request; gives its id and the token of the link to it.

    Nothing where the address was sent too many links today.
    """
    if too_many(email, at=at):
        return None
    number = next_id(Asking)
    with acting_through(f"asking:{number}", area=area, today=today):
        Asking.objects.create(
            pk=number, area=area, channel=channel, email=email, begun_at=at, kept_until=at + KEPT
        )
        journal.write(
            "asking_begun", area=area, by=None, at=at, ref=f"asking:{number}", channel=channel
        )
        token = make_guest_link(
            purpose="asking", row=number, area=area, sent_to=email, made_by=None, at=at
        )
    return number, token


@transaction.atomic
def begin_mine(*, channel: str, by: Reader, at: datetime, **more: Any) -> Asking:
    """Begin a request of somebody who is signed in; only they and those who decide see it."""
    number = next_id(Asking)
    with reaching(f"asking:{number}"):
        asking = Asking.objects.create(
            pk=number, area=by.area, channel=channel, email=by.user.email, made_by=by.user,
            begun_at=at, kept_until=at + KEPT, **more,
        )  # fmt: skip
    journal.write("asking_begun", area=by.area, by=by.user, at=at, ref=asking.ref, channel=channel)
    return asking


@transaction.atomic
def save_answer(*, asking: Asking, key: str, given: dict[str, Any], at: datetime) -> Asking:
    """Keep the answer to one question; the others stay as they are, whoever else writes."""
    asking = _held(asking)
    asking.answers = asking.answers | {key: given}
    asking.confirmed_at = asking.confirmed_at or at
    asking.kept_until = at + KEPT
    asking.save(update_fields=["answers", "confirmed_at", "kept_until"])
    return asking


@transaction.atomic
def add_file(*, asking: Asking, upload: File, at: datetime) -> AskingFile:
    """Keep a file with a request; the same file twice is kept once."""
    asking = _held(asking)
    if asking.files.count() >= FILES_AT_MOST:
        raise Refused(
            gettext("A request holds %(most)s files. Take one away, or send it later.")
            % {"most": FILES_AT_MOST}
        )
    kept = keep(upload)
    file, _ = AskingFile.objects.get_or_create(
        asking=asking,
        sha256=kept.sha256,
        defaults={
            "file_name": shown_name(upload.name or ""),
            "media_type": kept.media_type,
            "size": kept.size,
            "at": at,
        },
    )
    return file


@transaction.atomic
def remove_file(*, asking: Asking, file_id: int) -> None:
    """Take a file away from a request that is not sent."""
    _held(asking).files.filter(pk=file_id).delete()


@transaction.atomic
def send_asking(*, asking: Asking, today: date, at: datetime, by: Reader | None = None) -> Asking:
    """Send a request: the day it is received is fixed, and its clock will count from there."""
    asking = _held(asking)
    missing = left(asker_of(asking.channel), asking.answers)
    if missing or not asking.answers.get("privacy", {}).get("read"):
        raise Refused(
            gettext("Some answers are still missing. They are listed above, each with a link.")
        )
    asking.state = Asking.State.SENT
    asking.sent_on = asking.received_on = today
    asking.receipt_why, asking.kept_until = ON_THE_WEB, None
    asking.save(update_fields=["state", "sent_on", "received_on", "receipt_why", "kept_until"])
    tell_sent(asking, at=at, by=by)
    return asking


def tell_sent(asking: Asking, *, at: datetime, by: Reader | None) -> None:
    """Write in the journal that a request came in: channel, day, who fixed it and why."""
    journal.write(
        "asking_sent",
        area=asking.area,
        by=by.user if by else None,
        why=asking.receipt_why,
        at=at,
        ref=asking.ref,
        asking=asking.pk,
        channel=asking.channel,
        sent_on=asking.sent_on.isoformat() if asking.sent_on else None,
        received_on=asking.received_on.isoformat(),
    )


def _held(asking: Asking) -> Asking:
    """Take hold of a request that is not sent yet, so that two windows cannot cross."""
    held = Asking.objects.select_for_update(of=("self",)).select_related("area").get(pk=asking.pk)
    if held.state != Asking.State.BEGUN:
        raise Refused(
            gettext("This request was sent already, so it stays as it is."), who_can=gettext(LATER)
        )
    return held


LATER = later("To add something, answer the letter or message you get, or ring the SEND team.")
