"""EOTAS in parts, and the way back to a setting."""

from django.db import models
from django.db.models import F, Q

from plait.cases.models_fed import Fed
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class EotasPart(Fed):
    """One part of education otherwise than at school: who gives what, for how long, checked when.

    `basis` tells section 61 (a plan's EOTAS) from section 19 (illness, exclusion, otherwise).
    """

    class Basis(models.TextChoices):
        SECTION_61 = "61", "Section 61: arranged under a plan"
        SECTION_19 = "19", "Section 19: illness, exclusion or otherwise"

    basis = models.CharField(max_length=2, choices=Basis)
    what = models.CharField(max_length=200)
    provider_name = models.CharField(max_length=200)
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1)
    outcome_sought = models.CharField(max_length=300, blank=True)
    weekly_cost = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)  # safeguarding check of the provider
    checked_by = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="an_eotas_part_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["child", "what", "provider_name", "since"], name="an_eotas_part_once"
            ),
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "until"])]


class Reintegration(OfChild):
    """A plan back to a setting full-time, step by step, and what came of it."""

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateField()
    full_time_by = models.DateField()
    # [{"what": "...", "by": "2026-12-01", "done_on": "2026-12-02"}]
    steps = models.JSONField(default=list)
    agreed_with = models.CharField(max_length=200)
    outcome = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "ended_on"])]
