"""When attendance turns: what the school recorded, what the family says, what is tried."""

from django.db import models
from django.db.models import Q

from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class Concern(OfChild):
    """One concern about attendance: a conversation about what stands in the way, then help."""

    class State(models.TextChoices):
        OPEN = "open", "The family has not answered yet"
        ANSWERED = "answered", "The family answered"
        ADJUSTED = "adjusted", "Adjustments are being tried"
        ENDED = "ended", "Ended"

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    raised_on = models.DateField()
    raised_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    says = models.TextField()  # what was recorded, in words to the family
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    # plait.standards.attendance.barriers: sensory, anxiety, bullying, sleep, transport, other
    barriers = models.JSONField(default=list)
    family_says = models.TextField(blank=True)
    child_says = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # [{"what": "...", "since": "2026-11-02", "helped": "yes" | "no" | "not_known"}]
    adjustments = models.JSONField(default=list)
    # Legal action about attendance, only after what was tried is shown.
    action = models.CharField(max_length=200, blank=True)
    action_why = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(action="") | (~Q(adjustments=[]) & ~Q(action_why="")),
                name="no_action_before_something_was_tried",
            )
        ]
