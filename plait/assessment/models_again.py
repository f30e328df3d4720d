"""Requests to assess again while a plan is kept, their decision, and how the assessment ended."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import REASONS, at_most
from plait.assessment.models_asking import Asking
from plait.cases.models import Clock, Request
from plait.cases.models_spine import OfChild
from plait.law.reassessing import ASKERS
from plait.people.models import User


class Reassessment(OfChild):
    """One request under section 44(2), decided once, told of by letter, and ended by a plan.

    The asker's own words stay with the request as it was asked: the other parent reads this row.
    """

    class Ended(models.TextChoices):
        AMENDED = "amended", "An amended or new final plan"
        KEPT = "kept", "The plan stays as it is"

    request = models.ForeignKey(Request, models.CASCADE, related_name="reassessments")
    asking = models.ForeignKey(Asking, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_by = models.CharField(
        max_length=12, choices=[(key, words) for key, (words, _) in ASKERS.items()]
    )
    received_on = models.DateField()
    clock = models.ForeignKey(Clock, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=1, blank=True)  # Y, N, or W: taken back
    ground = models.CharField(max_length=12, blank=True)  # plait.law.reassessing
    weighed = models.TextField(blank=True)
    why = models.TextField(blank=True)
    what_instead = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ended_how = models.CharField(max_length=8, choices=Ended, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(outcome="") | Q(outcome="Y", ended_on__isnull=True),
                name="one_new_assessment_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(decided_on__isnull=False) & ~Q(why="")),
                name="an_answer_to_assess_again_says_why",
            ),
            *at_most(
                "again", weighed=REASONS, why=REASONS, what_instead=REASONS, ended_why=REASONS
            ),
        ]

    @property
    def ref(self) -> str:
        return f"again:{self.pk}"

    @property
    def goes_on(self) -> bool:
        """Whether a new assessment was agreed and has not ended."""
        return self.outcome == "Y" and self.ended_on is None
