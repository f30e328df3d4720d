"""Messages with a named person, and how each person wants to be told."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import MESSAGE, at_most
from plait.people.models import Area, Child, User


class Message(models.Model):
    """One message between somebody of the family and a named person; nobody else's thread."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    family = models.ForeignKey(User, models.PROTECT, related_name="+")  # whose thread it is
    to = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    reply_by = models.DateField(null=True, blank=True)  # promised when the family writes
    answered_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["child", "family", "at"]),
            models.Index(
                fields=["to", "reply_by"],
                name="waiting_for_an_answer",
                condition=Q(answered_at__isnull=True),
            ),
        ]
        constraints = [*at_most("message", text=MESSAGE)]


class Notice(models.Model):
    """Something changed on a child's record, told to one person in the way they chose."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    entry = models.BigIntegerField()  # the journal's; a notice an entry a person
    what = models.CharField(max_length=40)
    text = models.TextField()  # in full: shown behind sign-in only
    at = models.DateTimeField()
    sent_how = models.CharField(max_length=8, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-at"])]
        constraints = [
            models.UniqueConstraint(fields=["user", "entry"], name="a_change_is_told_once")
        ]


class Preference(models.Model):
    """How one person wants to be told, and in which language they read."""

    class How(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        LETTER = "letter", "Letter"
        NOTHING = "nothing", "Nothing: I look here myself"

    user = models.OneToOneField(User, models.CASCADE, related_name="preference")
    how = models.CharField(max_length=8, choices=How, default=How.EMAIL)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=12, default="en-gb")
    changed_at = models.DateTimeField()
