"""Answer a request that can go no further: with its reasons, and the letter the law asks."""

from datetime import datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.actions.again import ask_again
from plait.assessment.actions.doors import held, require_asking
from plait.assessment.actions.taking import take_on
from plait.assessment.models import Asking
from plait.assessment.queries.again import asked_again
from plait.assessment.queries.road import facts_asked
from plait.cases.actions import decide_request
from plait.cases.models import Plan, Request
from plait.cases.state import AWAITED
from plait.journal import actions as journal
from plait.law.asking import Asked, Stop, stops
from plait.people.models import Child

TAKEN_BACK = Stop(
    "taken-back", "Whoever asked took the request back.", "CFA 2014 s.36(1)", "assessment_requested"
)
# Who asks to assess again, by the channel; what an officer wrote down came from the family.
ASKER = {"young_person": "young_person", "setting": "setting"}


def ways_to_answer(asking: Asking, child: Child | None, *, also: bool = False) -> tuple[Stop, ...]:
    """Give the reasons that hold for this request and child; `also` adds what people may know."""
    found = stops(facts_asked(asking, child))
    return (*found, *(_known_by_people(asking, child, found) if also else ()))


def _known_by_people(
    asking: Asking, child: Child | None, found: tuple[Stop, ...]
) -> tuple[Stop, ...]:
    """What no record shows: that another area is responsible, that it was taken back."""
    said = facts_asked(asking, child)
    elsewhere = stops(Asked(said.born, said.received_on, lives_here=False))
    have = {stop.code for stop in found}
    return (*(s for s in elsewhere if s.code == "other-area" and s.code not in have), TAKEN_BACK)


@transaction.atomic
def answer_asking(
    *, asking: Asking, stop: str, child: Child | None, why: str, by: Reader, at: datetime
) -> Asking:
    """Answer a request with reasons; a refusal that may be appealed becomes a decision on record.

    Where a plan is kept the request is one to assess again, and the 15 days of regulation 25
    begin on the day it was received. The journal's line says what the letter must hold.
    """
    require_asking(by, to="answer a request")
    asking = held(asking)
    if asking.state != Asking.State.SENT:
        raise Refused("This request was taken on or answered meanwhile. Look at the list again.")
    if not why.strip():
        raise Refused("Give the reasons. Whoever asked reads them.")
    found = _stop(asking, child, stop)
    say_why(why)
    if found.appeal_set:
        asking = _refused(asking, child, by, at)
    asking.child, asking.stop, asking.answer_why = child, found.code, why
    asking.answered_on, asking.state = by.today, Asking.State.ANSWERED
    if found.code == "plan-kept":
        asking.request = _to_assess_again(asking, child, by, at)
    asking.save()
    _tell(asking, found, by, at)
    return asking


def _stop(asking: Asking, child: Child | None, code: str) -> Stop:
    for stop in ways_to_answer(asking, child, also=True):
        if stop.code == code:
            return stop
    raise Refused(
        "The record does not show that this reason holds for the child that was chosen.",
        who_can="Choose the child it is about, or take the request on.",
    )


def _refused(asking: Asking, child: Child | None, by: Reader, at: datetime) -> Asking:
    """A decision not to assess again so soon is a refusal like any other, with set A."""
    request = take_on(asking=asking, child=child, why="Answered on receipt", by=by, at=at)
    if request.outcome not in AWAITED:
        raise Refused(
            "The child is being assessed, so a second request is not refused: it joins the first.",
            who_can="Take the request on.",
        )
    decide_request(request=request, outcome="N", on=by.today, shown=request.outcome, by=by, at=at)
    return held(asking)


def _to_assess_again(asking: Asking, child: Child | None, by: Reader, at: datetime) -> Request:
    """Begin a request to assess again; while one is open, this one joins it."""
    plan = Plan.objects.select_related("request", "child").filter(
        child=child, ceased_on__isnull=True
    ).latest("started_on")  # fmt: skip
    if not any(not one.outcome or one.goes_on for one in asked_again(plan.child_id)):
        ask_again(
            plan=plan, asked_by=ASKER.get(asking.channel, "parent"), asking=asking,
            received_on=asking.received_on, by=by, at=at,
        )  # fmt: skip
        say_why(asking.answer_why)
    return plan.request


def _tell(asking: Asking, stop: Stop, by: Reader, at: datetime) -> None:
    journal.write(
        "asking_answered",
        area=by.area,
        child=asking.child,
        by=by.user,
        why=asking.answer_why,
        at=at,
        asking=asking.pk,
        request=asking.request_id,
        stop=stop.code,
        provision=stop.provision,
        appeal_set=stop.appeal_set,
        on=by.today.isoformat(),
        received_on=asking.received_on.isoformat(),
    )
