"""The words of those who advise, in pieces that a plan can quote."""

from django.db import models

from plait.access.lengths import PASSAGE, at_most
from plait.cases.models_spine import OfChild, Request
from plait.people.models import User


class Passage(OfChild):
    """One passage of advice in its giver's own words; `ref` names the advice it belongs to."""

    class Kind(models.TextChoices):
        VIEW = "view", "Views, interests, aspirations"
        NEED = "need", "Need"
        OUTCOME = "outcome", "Outcome"
        PROVISION = "provision", "Provision"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        GIVEN = "given", "Given"

    request = models.ForeignKey(Request, models.CASCADE, null=True, related_name="passages")
    ref = models.CharField(max_length=40)  # "advice:12"
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    place = models.PositiveIntegerField(default=0)  # its order in the advice
    text = models.TextField()
    author_name = models.CharField(max_length=200)
    author_role = models.CharField(max_length=200, blank=True)
    given_on = models.DateField(null=True, blank=True)
    # What the check of wording said, and why its giver left it so: [{"rule", "phrase", "why"}].
    left_so = models.JSONField(default=list)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # Advice read and used nowhere in the plan: somebody decided that, and said why.
    unused_why = models.CharField(max_length=300, blank=True)
    unused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["ref", "place"])]
        constraints = [*at_most("passage", text=PASSAGE)]
