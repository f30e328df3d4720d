"""A personal budget: asked for, proposed sum by sum, decided, and looked at again on request."""

from datetime import date

from django.db import models
from django.db.models import Q

from plait.access.lengths import EXPLAINED, GROUNDS, NAME, REASONS, at_most
from plait.cases.models import Request
from plait.cases.models_spine import OfChild
from plait.law.budget import HOW, WHEN
from plait.people.models import User


class PersonalBudget(OfChild):
    """One request for a personal budget, from its receipt to the review of a refusal."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked for: the budget is being prepared"
        PROPOSED = "proposed", "Proposed to the family"
        DECIDED = "decided", "Decided"

    request = models.ForeignKey(Request, models.CASCADE, related_name="budgets")
    asked_by = models.CharField(max_length=NAME)
    asked_on = models.DateField()
    asked_when = models.CharField(max_length=6, choices=list(WHEN.items()))
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    proposed_on = models.DateField(null=True, blank=True)
    family_said = models.TextField(blank=True)  # of the proposal, as it was told to the officer
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField(null=True, blank=True)  # of what was agreed at first
    review_asked_on = models.DateField(null=True, blank=True)
    review_asked = models.TextField(blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    review_why = models.TextField(blank=True)
    # [{"asked_on": "2026-11-02", "asked": "...", "on": "2026-11-20", "why": "..."}], oldest first
    earlier_reviews = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=~Q(state="decided"), name="one_budget_is_prepared"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True) | ~Q(review_why=""),
                name="a_review_of_a_budget_says_why",
            ),
            *at_most(
                "budget", family_said=GROUNDS, review_asked=GROUNDS, review_why=REASONS
            ),
        ]  # fmt: skip

    @property
    def ref(self) -> str:
        return f"budget:{self.pk}"

    @property
    def outcomes(self) -> list[tuple[date, str]]:
        """The day and the reasons of each review that was decided, the newest last."""
        found = [(date.fromisoformat(one["on"]), one["why"]) for one in self.earlier_reviews]
        return [*found, (self.reviewed_on, self.review_why)] if self.reviewed_on else found


class BudgetSum(OfChild):
    """One sum of a budget, tied to the provision it pays for; shown once it is proposed."""

    budget = models.ForeignKey(PersonalBudget, models.CASCADE, related_name="sums")
    provision = models.CharField(max_length=12)  # the statement's ref: "F3"
    section = models.CharField(max_length=2)
    what = models.CharField(max_length=EXPLAINED)
    how = models.CharField(max_length=8, choices=list(HOW.items()))
    pounds_a_year = models.PositiveIntegerField(null=True, blank=True)
    why_whole = models.CharField(max_length=EXPLAINED, blank=True)
    flexibility = models.CharField(max_length=300, blank=True)
    shown = models.BooleanField(default=False)
    agreed = models.BooleanField(null=True)
    starts_on = models.DateField(null=True, blank=True)  # once agreed; else with the whole budget
    ground = models.CharField(max_length=24, blank=True)  # plait.law.budget
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["budget"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed=False) | (~Q(ground="") & ~Q(why="")),
                name="a_refused_payment_says_why",
            ),
            *at_most("budget_sum", why=REASONS),
        ]
