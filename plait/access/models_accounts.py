"""Ways into an account: single-use links, and requests to be let in again."""

from django.db import models
from django.db.models import F, Q

from plait.people.models import Area, User


class Link(models.Model):
    """A link that works once, for one person and one purpose; only its digest is kept."""

    class Purpose(models.TextChoices):
        JOIN = "join", "Join"
        RECOVER = "recover", "Be let in again"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=8, choices=Purpose)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(made_by__isnull=True) | ~Q(made_by=F("user")),
                name="nobody_makes_their_own_link",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="a_link_lives_before_it_expires"
            ),
        ]


class GuestLink(models.Model):
    """A link for one purpose and one row, for somebody without an account; works once.

    Opening it begins a short visit in which the database shows that one row and nothing else.
    """

    class Purpose(models.TextChoices):
        ASKING = "asking", "Ask for an assessment"
        ADVICE = "advice", "Give advice"
        CONSULTATION = "consultation", "Answer a consultation"
        LETTER = "letter", "Read a letter"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose)
    row = models.BigIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    sent_to = models.EmailField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "row"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="a_guest_link_lives_before_it_ends"
            ),
        ]

    @property
    def ref(self) -> str:
        """Name the row it opens, as the database's policies do: "advice:12"."""
        return f"{self.purpose}:{self.row}"


class OpenId(models.Model):
    """An account joined to a person at a provider, by the provider's own unchanging subject."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    provider = models.CharField(max_length=40)
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="a_subject_is_one_person"),
            models.UniqueConstraint(fields=["provider", "user"], name="one_subject_a_provider"),
        ]


class Recovery(models.Model):
    """A person says they lost their password or authenticator; another person confirms."""

    class Lost(models.TextChoices):
        PASSWORD = "password", "My password"
        AUTHENTICATOR = "authenticator", "The phone or key that gives my codes"
        BOTH = "both", "Both"

    user = models.ForeignKey(User, models.CASCADE, related_name="recoveries")
    lost = models.CharField(max_length=14, choices=Lost)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed = models.BooleanField(null=True)
    how_checked = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True) | ~Q(closed_by=F("user")),
                name="nobody_confirms_themselves",
            ),
            models.CheckConstraint(
                condition=~Q(confirmed=True)
                | (Q(closed_by__isnull=False) & Q(closed_at__isnull=False) & ~Q(how_checked="")),
                name="a_confirmation_says_who_and_how",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(closed_at__isnull=True), name="one_open_recovery"
            ),
        ]
