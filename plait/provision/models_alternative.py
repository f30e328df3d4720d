"""Alternative provision as an intervention: why, to what end, reviewed, and when it ends."""

from django.db import models
from django.db.models import F, Q

from plait.cases.models_fed import Fed
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class Alternative(Fed):
    """One placement in alternative provision."""

    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    provider_name = models.CharField(max_length=200)
    booked_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    entry_reason = models.CharField(max_length=300)
    goal = models.CharField(max_length=500, blank=True)
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    since = models.DateField()
    return_on = models.DateField(null=True, blank=True)  # without it: "no return plan"
    until = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    suitable_checked_on = models.DateField(null=True, blank=True)
    suitable_checked_by = models.CharField(max_length=120, blank=True)
    safeguarding_checked_on = models.DateField(null=True, blank=True)
    safeguarding_checked_by = models.CharField(max_length=120, blank=True)
    registered = models.BooleanField(null=True)  # yes, no, not known
    # Facts of the provider for the threshold test (`plait.law.threshold`), with their days:
    # {"full_time_pupils": 6, "with_plan": 1, "looked_after": 0, "with_sen": 3, "on": "2026-11-01"}
    provider_facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(entry_reason=""), name="ap_has_an_entry_reason"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="ap_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["child", "provider_name", "since"], name="ap_once_from_a_day"
            ),
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "until"])]


class AlternativeReview(OfChild):
    """A half-termly review: is it working, and what next."""

    placement = models.ForeignKey(Alternative, models.CASCADE, related_name="reviews")
    on = models.DateField()
    attended = models.CharField(max_length=300, blank=True)
    says = models.TextField()
    child_says = models.TextField(blank=True)
    next = models.CharField(max_length=300)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"])]
