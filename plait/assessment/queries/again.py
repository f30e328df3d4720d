"""What is read of requests to assess again, always for somebody."""

from collections.abc import Sequence
from datetime import date

from plait.assessment.models import Reassessment
from plait.cases.models import Assessment, Letter, Plan
from plait.law.process import State
from plait.law.reassessing import Lately, six_months
from plait.people.models import Child


def asked_again(child_id: int) -> list[Reassessment]:
    """Give the requests to assess one child again, the newest first."""
    rows = Reassessment.objects.filter(child_id=child_id)
    return list(rows.select_related("clock", "decided_by").order_by("-received_on", "-id"))


def again_one(child_id: int, again_id: int) -> Reassessment | None:
    rows = Reassessment.objects.filter(child_id=child_id, pk=again_id)
    return rows.select_related("clock", "child", "request", "asking").first()


def stands_of(asked: Sequence[Reassessment]) -> State | None:
    """Say where a request to assess again stands in the process, if one is open."""
    for one in asked:
        if not one.outcome:
            return State.REASSESSMENT_CONSIDERED
        if one.goes_on:
            return State.REASSESSING
    return None


def plan_kept(child_id: int) -> Plan | None:
    """Give the plan in force, with its request."""
    kept = Plan.objects.filter(child=child_id, ceased_on__isnull=True)
    return kept.select_related("request__child", "request__area").order_by("-started_on").first()


def assessed_on(child: Child, before: date) -> date | None:
    """Give the day the last assessment, or new assessment, ended up to a day."""
    first = Assessment.objects.filter(child=child, outcome__in=("Y", "N"))
    days = [*first.values_list("outcome_on", flat=True)]
    days += Reassessment.objects.filter(child=child).values_list("ended_on", flat=True)
    return max((day for day in days if day and day <= before), default=None)


def lately(again: Reassessment) -> Lately:
    """Say whether the six months of regulation 24 hold for one request."""
    return six_months(assessed_on(again.child, again.received_on), again.received_on)


def letters_about(asked: Sequence[Reassessment]) -> dict[str, list[Letter]]:
    """Give the letters of each request by its ref, as far as the reader sees them."""
    found: dict[str, list[Letter]] = {one.ref: [] for one in asked}
    for letter in Letter.objects.filter(about__in=found).exclude(state="withdrawn").order_by("id"):
        found[letter.about].append(letter)
    return found


def agreed_on(request_id: int) -> date | None:
    """Give the day a new assessment was agreed that still goes on, or nothing."""
    rows = Reassessment.objects.filter(request=request_id, outcome="Y", ended_on__isnull=True)
    return rows.values_list("decided_on", flat=True).first()
