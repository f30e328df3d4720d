"""Appointments of an assessment: booked, kept, moved, missed or called off."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import NAME, WHY
from plait.assessment.models_advice import Advice, Missed
from plait.cases.models import Request
from plait.cases.models_spine import OfChild
from plait.people.models import User


class Appointment(OfChild):
    """One appointment: who, what for, where, when and with whom; a move keeps its row."""

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        KEPT = "kept", "Kept"
        MISSED = "missed", "Not kept"
        OFF = "off", "Called off"

    request = models.ForeignKey(Request, models.CASCADE, related_name="appointments")
    # What it is for, where it feeds advice that is asked for; a meeting with the family has none.
    advice = models.ForeignKey(
        Advice, models.CASCADE, null=True, blank=True, related_name="appointments"
    )
    what = models.CharField(max_length=WHY)
    who = models.CharField(max_length=NAME)  # who comes: the child, a parent, both
    with_whom = models.CharField(max_length=NAME)
    where = models.CharField(max_length=WHY)
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    # Two parents apart: one of whom the other must not know is for those who decide alone.
    for_family = models.BooleanField(default=True)
    state = models.CharField(max_length=6, choices=State, default=State.BOOKED)
    moves = models.JSONField(default=list)  # [{"on": "...", "why": "...", "moved_on": "..."}]
    by_family = models.BooleanField(null=True)  # who did not keep it: yes, no, not known
    ended_why = models.CharField(max_length=WHY, blank=True)
    missed = models.OneToOneField(
        Missed, models.SET_NULL, null=True, blank=True, related_name="appointment"
    )
    booked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    booked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child", "on"]), models.Index(fields=["advice"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["missed", "off"]) | ~Q(ended_why=""),
                name="an_appointment_not_kept_says_why",
            )
        ]
