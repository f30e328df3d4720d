"""Documents and notes on a child's file."""

from django.db import models

from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class Document(OfChild):
    """A file on the record, held by the digest of what is in it."""

    class Shared(models.TextChoices):
        AUTHORS = "authors", "The author's organisation and the caseworker"
        PROFESSIONALS = "professionals", "Every professional with a tie"
        FAMILY = "family", "Every professional with a tie, and the family"

    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200)  # shown, never used as a path
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    shared = models.CharField(max_length=14, choices=Shared, default=Shared.AUTHORS)
    hidden_from = models.ManyToManyField(User, blank=True, related_name="+")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "-at"])]


class Note(OfChild):
    """A dated note; it stays as written, and says who may read it."""

    text = models.TextField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    for_family = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["child", "-at"])]
