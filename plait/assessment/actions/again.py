"""A request to assess again: received, decided on the law's grounds, or taken back."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import REASONS, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.assessment.models import Asking, Reassessment
from plait.assessment.queries.again import lately
from plait.cases import clocks_of_acts
from plait.cases.actions_told_again import DECIDE, begin_fourteen_weeks
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.cases.models import Plan, Request
from plait.cases.state import require_lawful
from plait.journal import actions as journal
from plait.law.process import Edge, State
from plait.law.reassessing import faults_of, may_be_refused, provision_of
from plait.law.wording import day_in_words

EVENTS = {"Y": "agree_reassessment", "N": "refuse_reassessment"}
DECIDE_IT = "decide whether to assess again"


@transaction.atomic
def ask_again(
    *, plan: Plan, asked_by: str, received_on: date, by: Reader, at: datetime,
    asking: Asking | None = None,
) -> Reassessment:  # fmt: skip
    """Record a request to assess again; the 15 days of regulation 25 begin on its receipt."""
    require_write("panel", child=plan.child, by=by, to="record a request to assess again")
    request = Request.objects.select_for_update(of=("self",)).get(pk=plan.request_id)
    _may_be_asked(plan, request, received_on, by)
    say_why("A request to assess again came in")
    again = Reassessment.objects.create(
        area=by.area, child=plan.child, request=request, asking=asking, asked_by=asked_by,
        received_on=received_on,
    )  # fmt: skip
    if may_be_refused(asked_by):
        again.clock = clocks_of_acts.begin(
            request=request, duty=DECIDE, on=received_on, ref=again.ref
        )
        again.save(update_fields=["clock"])
    tell("again_asked", again, by, at, asked_by=asked_by, received_on=received_on.isoformat())
    return again


def _may_be_asked(plan: Plan, request: Request, received_on: date, by: Reader) -> None:
    if plan.ceased_on or not Plan.objects.filter(pk=plan.pk, ceased_on__isnull=True).exists():
        raise Refused(
            "There is no EHC plan in force, so there is nothing to assess again.",
            who_can="Write it down as a request for an assessment instead (CFA 2014 s.36).",
        )
    not_to_come(received_on, by)
    if received_on < plan.started_on:
        raise OutOfOrder(f"The plan began on {day_in_words(plan.started_on)}, after this request.")
    for one in Reassessment.objects.filter(request=request):
        if not one.outcome:
            raise Refused(
                f"The request of {day_in_words(one.received_on)} waits for its answer already.",
                who_can="Decide that one; the letter may answer both.",
            )
        if one.goes_on:
            raise Refused("A new assessment goes on already, so it is not asked for twice.")


@transaction.atomic
def decide_again(
    *, again: Reassessment, outcome: str, ground: str, weighed: str, why: str, what_instead: str,
    on: date, by: Reader, at: datetime,
) -> Reassessment:  # fmt: skip
    """Agree to assess again or refuse, with reasons; the limit is met once the letter is sent.

    Where no fifteen days run (regs 23, s.44(3)) the fourteen weeks begin with the decision.
    """
    again = held_again(again, by, DECIDE_IT)
    if again.outcome:
        raise Refused("This request was decided already. Its reasons are on the record.")
    not_to_come(on, by)
    if on < again.received_on:
        raise OutOfOrder(f"It was received on {day_in_words(again.received_on)}, after that day.")
    faults = faults_of(
        outcome, asked_by=again.asked_by, ground=ground, lately=lately(again), why=why,
        instead=what_instead,
    )  # fmt: skip
    if faults:
        raise Refused(" ".join(faults))
    ensure_no_hidden_address(again.child_id, (weighed, why, what_instead))
    edge = _edge(outcome)
    again.outcome, again.decided_on, again.decided_by = outcome, on, by.user
    again.ground = ground if outcome == "N" else ""
    again.weighed, again.why = fits(weighed, REASONS, "What was weighed"), fits(why, REASONS, "Why")
    again.what_instead = fits(what_instead, REASONS, "What happens instead")
    say_why("Decide whether to assess again")
    again.save()
    if outcome == "Y" and not may_be_refused(again.asked_by):
        begin_fourteen_weeks(request=again.request, ref=again.ref, on=on)
    tell(
        "again_decided", again, by, at, why=why, outcome=outcome, on=on.isoformat(),
        event=edge.event, provision=provision_of(again.asked_by), appeal_set=edge.letter,
    )  # fmt: skip
    return again


def _edge(outcome: str) -> Edge:
    return require_lawful(State.REASSESSMENT_CONSIDERED, EVENTS[outcome]).edge


@transaction.atomic
def take_back_again(*, again: Reassessment, why: str, by: Reader, at: datetime) -> None:
    """Note that whoever asked took the request back, before it was decided."""
    again = held_again(again, by, "note that a request was taken back")
    if again.outcome:
        raise Refused("This request was decided already, so it is not taken back.")
    if not why.strip():
        raise Refused("Say who took it back, and how. The family reads it.")
    ensure_no_hidden_address(again.child_id, (why,))
    say_why(why)
    again.outcome, again.decided_on, again.decided_by, again.why = "W", by.today, by.user, why
    again.save()
    clocks_of_acts.end(ref=again.ref, on=by.today, why="The request was taken back.")
    tell("again_taken_back", again, by, at, why=why, on=by.today.isoformat())


def held_again(again: Reassessment, by: Reader, to: str) -> Reassessment:
    """Take hold of a request until the act is done, so that two people cannot cross."""
    require_write("panel", child=again.child, by=by, to=to)
    held = Reassessment.objects.select_for_update(of=("self",))
    return held.select_related("child", "request").get(pk=again.pk)


def not_to_come(on: date, by: Reader) -> None:
    if on > by.today:
        raise OutOfOrder("The date is still to come. Record what has happened.")


def tell(
    what: str, again: Reassessment, by: Reader, at: datetime, *, why: str = "", **facts: object
) -> None:
    journal.write(
        what, area=by.area, child=again.child, by=by.user, through=through(again.child_id, by),
        why=why, at=at, again=again.pk, request=again.request_id, **facts,
    )  # fmt: skip
