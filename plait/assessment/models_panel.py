"""What is weighed before the authority decides: whether to assess, and whether to make a plan."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import INTERIM, REASONS, at_most
from plait.cases.models import Request
from plait.cases.models_spine import OfChild
from plait.people.models import User


class Panel(OfChild):
    """One decision under section 36 or 37, limb by limb, with the reason for each."""

    class About(models.TextChoices):
        ASSESS = "assess", "Whether to assess: section 36(8)"
        PLAN = "plan", "Whether a plan is necessary: section 37(1)"

    class State(models.TextChoices):
        WRITING = "writing", "Being prepared"
        DECIDED = "decided", "Decided"

    request = models.ForeignKey(Request, models.CASCADE, related_name="panels")
    about = models.CharField(max_length=6, choices=About)
    state = models.CharField(max_length=8, choices=State, default=State.WRITING)
    meets_on = models.DateField(null=True, blank=True)
    # [{"limb": "may-have-sen", "answer": "yes" | "no" | "not_known", "why": "..."}]
    limbs = models.JSONField(default=list)
    weighed = models.JSONField(default=list)  # what was read, in words
    outcome = models.CharField(max_length=1, blank=True)  # Y or N, as SEN2
    why = models.TextField(blank=True)
    what_instead = models.TextField(blank=True)  # support without an assessment or a plan
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "about"],
                condition=Q(state="writing"),
                name="one_panel_in_preparation",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided")
                | (Q(decided_on__isnull=False) & ~Q(outcome="") & ~Q(why="")),
                name="a_decision_has_its_day_and_its_reasons",
            ),
            *at_most("panel", why=REASONS, what_instead=REASONS),
        ]


class InterimSupport(OfChild):
    """Help agreed while the assessment goes on, for all to see."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="interim")
    what = models.TextField()
    who = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    agreed_with = models.CharField(max_length=200)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [*at_most("interim", what=INTERIM)]
