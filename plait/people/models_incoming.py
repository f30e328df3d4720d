"""A person as one sender knows them, and which child they were found to be."""

from django.db import models
from django.db.models import Q

from plait.people.models_children import Child
from plait.people.models_organisations import Area
from plait.people.models_users import Source, User


class Incoming(models.Model):
    """One person as one sender knows them: linked to a child, made new, or waiting for a person."""

    class State(models.TextChoices):
        LINKED = "linked", "Linked to a child held"
        NEW = "new", "Nobody held was like this person: a record was made"
        REVIEW = "review", "Waiting for a person to decide"
        UNDONE = "undone", "The link was undone"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    sender = models.CharField(max_length=80)  # who knows them so: "urn:123456", "health", ...
    their_key = models.CharField(max_length=80)  # the sender's own number, else a digest
    forename = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    nhs = models.CharField(max_length=10, blank=True)
    setting_urn = models.CharField(max_length=6, blank=True)
    child = models.ForeignKey(Child, models.CASCADE, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=6, choices=State)
    rule = models.CharField(max_length=40, blank=True)  # plait.people.recognising
    model = models.CharField(max_length=40, blank=True)  # the version of the model, if it spoke
    probability = models.FloatField(null=True, blank=True)
    # [{"child": 12, "probability": 0.83, "why": ["The family name is the same.", ...]}]
    evidence = models.JSONField(default=list)
    why = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    # Children a person said this is not: no later run links them.
    not_these = models.JSONField(default=list)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "sender", "their_key"], name="a_sender_knows_a_person_once"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["linked", "new"]) | Q(child__isnull=False),
                name="who_is_linked_is_linked_to_a_child",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "state"]),
            models.Index(fields=["child"]),
            models.Index(fields=["area", "upn"], name="incoming_by_upn", condition=~Q(upn="")),
            models.Index(fields=["area", "nhs"], name="incoming_by_nhs", condition=~Q(nhs="")),
            models.Index(fields=["area", "birth_date"], name="incoming_by_birth_date"),
        ]
