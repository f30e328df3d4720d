"""What is booked in a case, beside what its road is drawn from."""

from dataclasses import dataclass, field

from plait.assessment.models import Advice, Appointment
from plait.assessment.queries.advice import advice_of
from plait.assessment.queries.appointments import appointments_of
from plait.child.queries_road import Facts
from plait.plans.models import Consultation
from plait.plans.queries import consultations_of


@dataclass(frozen=True)
class Days:
    """What has a day in the newest request, as far as the reader sees it."""

    advice: list[Advice] = field(default_factory=list)
    consultations: list[Consultation] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)


def days_of(facts: Facts) -> Days:
    """Read what has a day in the newest case."""
    if facts.case is None:
        return Days()
    request = facts.case.request.pk
    return Days(
        advice=[one for one in advice_of(facts.child_id) if one.request_id == request],
        consultations=consultations_of(request),
        appointments=[one for one in appointments_of(facts.child_id) if one.request_id == request],
    )
