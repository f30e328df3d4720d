"""Educated at home; reported missing from education; what a parent corrects or objects to."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q

from plait.cases.models_fed import Fed
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class HomeEducation(Fed):
    """A child whose parent educates them at home, as the register will hold it.

    `held` has a key a field of `plait.standards.home_education` (required, optional, forbidden,
    each with its dates of effect); what is forbidden on a day is refused. Of a field that tells a
    home it says only that it is held, `APART`: what it says stands in a `HomePlace`.
    """

    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)  # when the authority was told
    told_by = models.CharField(max_length=200, blank=True)
    left_setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    held = models.JSONField(default=dict)
    last_contact_on = models.DateField(null=True, blank=True)
    suitable = models.BooleanField(null=True)  # yes, no, not known
    suitable_why = models.TextField(blank=True)
    end_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(until__isnull=True), name="at_home_once_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "until"])]

    @cached_property
    def whole(self) -> dict[str, Any]:
        """Give everything held, with where the family lives as far as the reader may know it."""
        place = HomePlace.objects.filter(about=self).first()
        return self.held | (place.held if place else {})


class HomePlace(OfChild):
    """Where the child and the parents of an entry live, apart: each household reads its own."""

    about = models.OneToOneField(HomeEducation, models.CASCADE, related_name="+")
    held = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["child"])]


class Objection(OfChild):
    """A parent's correction or objection to what the register holds, and the answer."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "This is wrong"
        OBJECTION = "objection", "I object to this being held"

    about = models.ForeignKey(HomeEducation, models.CASCADE, related_name="objections")
    kind = models.CharField(max_length=10, choices=Kind)
    field = models.CharField(max_length=40)
    says = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"])]


class MissingNotice(Fed):
    """A notice that a child is missing education, or may be, and what was found."""

    reported_on = models.DateField()
    reported_by = models.CharField(max_length=200)
    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    last_seen_on = models.DateField(null=True, blank=True)
    says = models.CharField(max_length=500, blank=True)
    # [{"on": "2026-11-03", "what": "Home visit: nobody in", "by": "..."}]
    enquiries = models.JSONField(default=list)
    found_on = models.DateField(null=True, blank=True)
    found_how = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "reported_on"], name="reported_missing_once_a_day"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "found_on"])]
