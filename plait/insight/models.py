"""Counts for the whole area, worked out at night and after each load; no child in them."""

from django.db import models

from plait.people.models import Area


class Figure(models.Model):
    """One count: how many of how many, for a measure, a month and a group."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    measure = models.CharField(max_length=40)
    month = models.DateField(null=True)  # its first day; none for a count as at today
    group = models.CharField(max_length=200, blank=True)
    yes = models.PositiveIntegerField()
    of = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "measure", "month"])]
