"""The night's reminders: each rung of the ladder once, to the giver and then to a manager."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.require import require_write
from plait.assessment import ladder as steps
from plait.assessment.actions.advice_asking import link_for, reach, tell
from plait.assessment.actions.advice_letters import CHASE, letter_of
from plait.assessment.models import Advice, Chase
from plait.assessment.queries.advice import climbed_of, ladder_of, managers_of

POSTS = {steps.SEND_MANAGER: "send_manager", steps.DCO: "dco"}
MANAGERS = {"nhs": "dco"}  # where an area names no manager of a body; a SEND manager for others
BY_HAND = ("telephone", "letter")
ASK_HAND = "Planned: the officer who asked was told that it is time to %s."
TO_DO = {"telephone": "ring", "letter": "write a letter"}


@dataclass(frozen=True)
class Reminder:
    """What goes out once the night's transaction is kept; `to` is empty where nobody is reached."""

    advice: Advice
    rung: steps.Rung
    to: str
    name: str
    token: str


@transaction.atomic
def climb(*, advice: Advice, by: Reader, at: datetime) -> Reminder | None:
    """Climb the rung whose day has come, if it was not climbed.

    Plait's own reader may not lock a row it may not change; that a rung is climbed once is kept
    by the database, and a second worker gets nothing.
    """
    rows = Advice.objects.select_related(
        "area", "child", "request", "giver", "giver_setting", "asked_by"
    )
    advice = rows.filter(pk=advice.pk, state=Advice.State.ASKED).first()
    if advice is None:
        return None
    rung = steps.rung_to_climb(
        ladder_of(by.area.pk), due_on=advice.due_on, asked_on=advice.asked_on,
        climbed=climbed_of(advice), today=by.today,
    )  # fmt: skip
    if rung is None:
        return None
    require_write("chase", child=advice.child, by=by, to="remind somebody of advice")
    name, to = _whom(advice, rung, by)
    _, new = Chase.objects.get_or_create(
        advice=advice, rung=rung.number,
        defaults={
            "area": by.area, "child_id": advice.child_id, "at": at, "to_whom": name,
            "how": rung.how if to else "none", "said": _said(rung, to),
        },
    )  # fmt: skip
    if not new:
        return None
    writes = rung.to == steps.GIVER and rung.how not in BY_HAND
    token = link_for(advice, by=None, at=at) if writes else ""
    if writes or (rung.to == steps.GIVER and rung.how == "letter"):
        letter_of(advice=advice, kind=CHASE, to=to if writes else "", by=by, at=at)
    tell("advice_chased", advice.request, by, at, advice=advice.pk, rung=rung.number)
    return Reminder(advice, rung, to, name, token)


def _said(rung: steps.Rung, to: str) -> str:
    if not to:
        return "No e-mail address is held, so nothing could be sent."
    return ASK_HAND % TO_DO[rung.how] if rung.how in BY_HAND else ""


def _whom(advice: Advice, rung: steps.Rung, by: Reader) -> tuple[str, str]:
    """Name who is reminded, and the address the reminder goes to; empty where none is held."""
    if rung.how in BY_HAND:
        return advice.giver_name, advice.asked_by.email if advice.asked_by else ""
    if rung.to == steps.GIVER:
        return advice.giver_name, reach(advice, by.today)
    role = POSTS.get(rung.to) or MANAGERS.get(advice.body, "send_manager")
    named, holders = managers_of(by, advice.body, role)
    if named and rung.to == steps.MANAGER:
        return named["name"], named["email"]
    return (holders[0].name, holders[0].email) if holders else (rung.to, "")
