"""Tell all whom section 36(7) and regulation 4(2) name, in one act: each has a letter of their own.

What cannot go (no address, a warning nobody checked) waits as a draft, and says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.actions_letters import make
from plait.cases.actions_letters_sent import send
from plait.cases.models import Letter, Request
from plait.law.notices import notice_of


@dataclass(frozen=True)
class Envelope:
    """How one person's notice reaches them; `safe` says that an officer checked that it may."""

    how: str
    address: str = ""
    email: str = ""
    safe: bool = False


@dataclass(frozen=True)
class Told:
    """What became of the notices: those sent, and those that wait with the reason."""

    sent: list[Letter]
    waiting: list[tuple[str, str]]


@transaction.atomic
def send_notices(
    *, request: Request, envelopes: Mapping[str, Envelope], by: Reader, at: datetime
) -> Told:
    """Write, send and mark the notice of each person whose key has an envelope."""
    kind = notice_of(request.outcome)
    if not kind:
        raise Refused(
            "This request was decided or has ended, so nobody is told that it is considered.",
            who_can="Send the letter of the decision instead.",
        )
    if not envelopes:
        raise Refused("Nobody is chosen. Choose at least one person to tell.")
    wanted = envelopes.keys() - _sent_already(request, kind)
    make(child=request.child, request=request, kind=kind, given={}, only=wanted, by=by, at=at)
    drafts = Letter.objects.filter(
        child=request.child_id, request=request, facts__beside=kind, state=Letter.State.DRAFT,
        facts__to__in=list(wanted),
    )  # fmt: skip
    told = Told([], [])
    for draft in drafts.order_by("id"):
        _send(draft, envelopes[str(draft.facts["to"])], told, by, at)
    return told


def _sent_already(request: Request, kind: str) -> set[str]:
    rows = Letter.objects.filter(
        child=request.child_id, request=request, facts__beside=kind, state=Letter.State.SENT
    )
    return set(map(str, rows.values_list("facts__to", flat=True)))


def _send(draft: Letter, envelope: Envelope, told: Told, by: Reader, at: datetime) -> None:
    """One that is refused leaves the others sent."""
    try:
        with transaction.atomic():
            Letter.objects.filter(pk=draft.pk).update(
                how=envelope.how, to_address=envelope.address, to_email=envelope.email
            )
            sent = send(
                letter=draft, dated_on=by.today, sent_on=by.today, by=by, at=at,
                safe=envelope.safe,
            )  # fmt: skip
    except Refused as why:
        told.waiting.append((draft.to_name, f"{why.why} {why.who_can}".strip()))
    else:
        told.sent.append(sent)
