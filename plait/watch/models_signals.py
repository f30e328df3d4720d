"""Signals: a rule, the facts that fired it in words, an owner, a due day, and what was done."""

from django.db import models
from django.db.models import Q

from plait.cases.models_spine import OfChild
from plait.people.models import Area, User


class Signal(OfChild):
    """One rule that fired for one child on one day; it ends with what was done, or why not."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        ACTED = "acted", "Acted on"
        DISMISSED = "dismissed", "Dismissed, with a reason"

    rule = models.CharField(max_length=40)  # plait.watch.rules
    rule_version = models.PositiveSmallIntegerField(default=1)
    key = models.CharField(max_length=80)  # what it fired on: the same fact fires it once
    fired_on = models.DateField()
    facts = models.JSONField(default=list)  # sentences a parent could read
    thresholds = models.JSONField(default=dict)  # the area's, as they stood
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    owner_role = models.CharField(max_length=24, blank=True)  # whose it is while nobody is named
    due_on = models.DateField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    done = models.CharField(max_length=500, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "rule", "key"], name="a_fact_fires_once"),
            models.CheckConstraint(
                condition=Q(state="open") | (Q(ended_on__isnull=False) & ~Q(done="")),
                name="a_signal_ends_with_what_was_done",
            ),
        ]
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "state", "due_on"]),
            models.Index(fields=["owner", "state"]),
        ]


class Question(OfChild):
    """Keep, move or end? Asked of every open episode in every strand when a wire is tripped."""

    class Answer(models.TextChoices):
        KEEP = "keep", "Keep: it goes on"
        MOVE = "move", "Move: another team or place takes it on"
        END = "end", "End"

    class Strand(models.TextChoices):
        EDUCATION = "education", "Education"
        HEALTH = "health", "Health"
        CARE = "care", "Social care"

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="questions")
    strand = models.CharField(max_length=9, choices=Strand)
    about = models.CharField(max_length=40)  # "episode:12", "care:3", "plan:4", "ap:5"
    what = models.CharField(max_length=200)  # in words
    asked_on = models.DateField()
    due_on = models.DateField()
    answer = models.CharField(max_length=4, choices=Answer, blank=True)
    why = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["signal", "about"], name="asked_once_a_signal"),
            models.CheckConstraint(
                condition=Q(answer="") | (~Q(why="") & Q(answered_on__isnull=False)),
                name="an_answer_says_why",
            ),
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "answer"])]


class Run(models.Model):
    """One run of the watch for one day: how many children were looked at and what was found."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()
    children = models.PositiveIntegerField(default=0)
    found = models.JSONField(default=dict)  # a rule: how many
    seconds = models.FloatField(default=0)

    class Meta:
        indexes = [models.Index(fields=["area", "-day"])]
