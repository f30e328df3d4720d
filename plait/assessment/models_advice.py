"""Advice under regulation 6: asked of somebody, chased, given, or not asked for again."""

from django.db import models
from django.db.models import Q

from plait.cases.models import Clock, Document, Request
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class Advice(OfChild):
    """One piece of advice of regulation 6(1): who was asked, by when, and what became of it."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        GIVEN = "given", "Given"
        HELD = "held", "Held already and found sufficient: not asked for again"
        ENDED = "ended", "No longer asked for"

    request = models.ForeignKey(Request, models.CASCADE, related_name="advice")
    kind = models.CharField(max_length=24)  # plait.law.advice
    body = models.CharField(max_length=24, blank=True)  # plait.law.advice: decides the clock
    giver = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    giver_setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    giver_name = models.CharField(max_length=200)
    giver_post = models.CharField(max_length=200, blank=True)
    giver_email = models.EmailField(blank=True)
    # What the giver is told of the child, and no more: name, birth date, the question.
    told = models.JSONField(default=dict)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    duty = models.CharField(max_length=40)  # whose six weeks: statutory or guidance
    clock = models.ForeignKey(Clock, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=6, choices=State, default=State.ASKED)
    given_on = models.DateField(null=True, blank=True)
    given_by_name = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)  # the day on the report; no clock reads it
    ended_why = models.CharField(max_length=300, blank=True)
    # Regulation 6(4): who found existing advice sufficient, and when.
    # {"giver": {"on": "...", "name": "..."}, "authority": {...}, "family": {...}}
    sufficient = models.JSONField(default=dict)
    # The giver's report: a file of theirs while they write, a document of the case once given.
    report = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="+")
    report_file = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["request"]),
            models.Index(fields=["giver"]),
            models.Index(fields=["area", "state", "due_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="given") | Q(given_on__isnull=False),
                name="given_advice_has_its_day",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"advice:{self.pk}"


class Chase(OfChild):
    """One reminder: planned by the ladder or made by a person; none is ever forgotten."""

    advice = models.ForeignKey(Advice, models.CASCADE, related_name="chases")
    at = models.DateTimeField()
    rung = models.PositiveSmallIntegerField(default=0)  # of the ladder; 0: by a person
    how = models.CharField(max_length=12)  # email, telephone, letter, manager
    to_whom = models.CharField(max_length=200)
    said = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["advice", "at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["advice", "rung"], condition=Q(rung__gt=0), name="a_rung_is_climbed_once"
            )
        ]


class Missed(OfChild):
    """An appointment that was not kept: a ground of excuse for the limits it reaches."""

    advice = models.ForeignKey(Advice, models.CASCADE, related_name="missed")
    on = models.DateField()
    what = models.CharField(max_length=300)
    by_family = models.BooleanField(null=True)  # yes, no, not known
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
