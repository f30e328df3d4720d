"""What is read of appointments, always for somebody."""

from datetime import date

from plait.assessment.models import Advice, Appointment
from plait.cases.models import Clock
from plait.law.exceptions import excuses_for


def appointments_of(child_id: int) -> list[Appointment]:
    """Give the appointments of a child the reader may read, in the order of their days."""
    rows = Appointment.objects.filter(child_id=child_id)
    return list(rows.select_related("advice", "booked_by").order_by("on", "starts_at", "id"))


def to_come(child_id: int, *, today: date) -> list[Appointment]:
    """Give what is booked from a day on."""
    rows = Appointment.objects.filter(child_id=child_id, state="booked", on__gte=today)
    return list(rows.order_by("on", "starts_at", "id"))


def appointment_one(child_id: int, appointment_id: int) -> Appointment | None:
    rows = Appointment.objects.filter(child_id=child_id, pk=appointment_id)
    return rows.select_related("child", "request", "advice").first()


def of_advice(advice: Advice) -> list[Appointment]:
    """Give the appointments booked for one piece of advice, for its giver too."""
    return list(Appointment.objects.filter(advice=advice).order_by("on", "starts_at", "id"))


def awaited_advice(request_id: int) -> list[Advice]:
    """Give the advice that an appointment may be for."""
    rows = Advice.objects.filter(request=request_id, state=Advice.State.ASKED)
    return list(rows.order_by("asked_on", "id"))


def limits_to_excuse(appointment: Appointment) -> list[Clock]:
    """Give the legal dates of the request against which something may be recorded as an excuse."""
    rows = Clock.objects.filter(
        request=appointment.request_id, superseded_by__isnull=True, ended_on__isnull=True, excuse=""
    ).order_by("due_on", "id")
    own = appointment.advice.ref if appointment.advice else ""
    return [
        clock
        for clock in rows
        if excuses_for(clock.duty) and (not clock.ref.startswith("advice:") or clock.ref == own)
    ]
