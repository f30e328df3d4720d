"""Clocks: a duty, the day it started, the day it is due, the day it was done."""

from django.db import models
from django.db.models import Q

from plait.cases.models_spine import OfChild, PhaseTransfer, Request, Review
from plait.people.models import User

OPEN = Q(done_on__isnull=True, ended_on__isnull=True, superseded_by__isnull=True)


class Clock(OfChild):
    """One duty owed to one child. The due day is stored; how it stands is always worked out."""

    request = models.ForeignKey(Request, models.CASCADE, null=True, related_name="clocks")
    review = models.ForeignKey(Review, models.CASCADE, null=True, related_name="clocks")
    phase_transfer = models.ForeignKey(
        PhaseTransfer, models.CASCADE, null=True, related_name="clocks"
    )
    # What the clock is about where a request has several of one duty: "advice:12". Such a clock is
    # begun, met and ended by the act itself; the others follow from the facts of the request.
    ref = models.CharField(max_length=40, blank=True)
    duty = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    started_on = models.DateField()
    facts = models.JSONField(default=dict)  # every other date it was computed from
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    # The duty fell away without being done: a request withdrawn, a plan agreed.
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)
    known_to = models.DateField(null=True, blank=True)
    excuse = models.CharField(max_length=40, blank=True)
    excuse_why = models.CharField(max_length=500, blank=True)
    excuse_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    excused_at = models.DateTimeField(null=True, blank=True)
    excuse_ended_on = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="supersedes"
    )
    superseded_why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["child"]),
            # These hold all that a count and its policy ask, so that the table is left alone.
            models.Index(
                fields=["area", "due_on", "id"],
                name="open_clock_by_day",
                condition=OPEN,
                include=["child", "duty", "ref", "known_to", "excuse"],
            ),
            models.Index(
                fields=["child"],
                name="open_clock_by_child",
                condition=OPEN,
                include=["area", "duty", "ref"],
            ),
            models.Index(fields=["area", "duty", "due_on"]),
            models.Index(fields=["request"]),
            models.Index(fields=["ref"], name="clock_by_ref", condition=~Q(ref="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(ended_on__isnull=True),
                name="clock_is_done_or_ended_not_both",
            ),
            models.CheckConstraint(
                condition=Q(excuse="") | ~Q(excuse_why=""), name="an_excuse_says_why"
            ),
        ]
