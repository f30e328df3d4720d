"""Rows that a feed writes: each names the person it came for, as the sender knows them."""

from django.db import models

from plait.cases.models_spine import OfChild
from plait.people.models import Incoming


class Fed(OfChild):
    """A fact about a child that came in a partner's file, or was written by hand."""

    came_as = models.ForeignKey(Incoming, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
