"""Faults that would stand in the next return, found all year round."""

from django.db import models

from plait.people.models import Area, Child


class Fault(models.Model):
    """One broken rule of the next return, for one child (or for the whole return)."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=20)
    severity = models.CharField(max_length=8)
    field = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=200, blank=True)
    message = models.CharField(max_length=300)
    mend = models.CharField(max_length=300)
    owner = models.CharField(max_length=60, blank=True)
    found_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["area", "rule", "child"]),
            models.Index(fields=["child"]),
        ]


class Checked(models.Model):
    """When the faults of an area were last looked for, and over how many children."""

    area = models.OneToOneField(Area, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    children = models.PositiveIntegerField()
    errors = models.PositiveIntegerField()
    queries = models.PositiveIntegerField()
