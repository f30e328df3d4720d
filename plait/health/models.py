"""Open episodes, contacts, waits, what is offered meanwhile, and equipment."""

from django.db import models
from django.db.models import F, Q

from plait.cases.models_fed import Fed
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User


class Episode(Fed):
    """One referral of a child to a service, from the day it was received to its end.

    The waiting clock runs from `clock_start` (else `referred_on`) to `first_contact_on`, and on to
    `treated_on`; how long it is, is never stored.
    """

    class Kind(models.TextChoices):
        ASSESSMENT = "assessment", "Waiting for an assessment"
        THERAPY = "therapy", "Waiting for therapy to start"
        DIAGNOSIS = "diagnosis", "Waiting for a diagnosis"

    class End(models.TextChoices):
        DISCHARGED = "discharged", "Discharged: the work is done"
        MOVED = "moved", "Moved to another service or area"
        REJECTED = "rejected", "Not accepted"
        ENDED = "ended", "Ended for another reason"

    service = models.CharField(max_length=40)  # plait.standards.health.services
    kind = models.CharField(max_length=10, choices=Kind)
    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.CharField(max_length=120, blank=True)
    worker = models.CharField(max_length=120, blank=True)
    reference = models.CharField(max_length=80)  # the provider's service request id
    reason = models.CharField(max_length=200, blank=True)
    referred_by = models.CharField(max_length=120, blank=True)
    priority = models.CharField(max_length=40, blank=True)
    referred_on = models.DateField()
    clock_start = models.DateField(null=True, blank=True)
    first_contact_on = models.DateField(null=True, blank=True)
    treated_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_kind = models.CharField(max_length=10, choices=End, blank=True)
    end_why = models.CharField(max_length=300, blank=True)
    known_to = models.DateField(null=True, blank=True)
    # A tripwire asks "keep, move or end?": until it is answered the database keeps it open.
    asked_about = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "reference", "service"], name="one_episode_a_reference"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(asked_about=False),
                name="no_episode_ends_while_it_is_asked_about",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("referred_on")),
                name="no_episode_ends_before_its_referral",
            ),
        ]
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "service", "ended_on"]),
        ]

    @property
    def ref(self) -> str:
        return f"episode:{self.pk}"


class Contact(Fed):
    """One booked contact: whether the child was seen, and by whom."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="contacts")
    reference = models.CharField(max_length=80, blank=True)
    on = models.DateField()
    seen = models.BooleanField(null=True)  # attended, not, not known yet
    by_whom = models.CharField(max_length=120, blank=True)
    what = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["episode", "on", "reference"], name="a_contact_once")
        ]
        indexes = [models.Index(fields=["child", "on"])]


class WhileWaiting(OfChild):
    """What was offered to a family that waits, who checks in, and whether it helped."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="meanwhile")
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    checked_in_on = models.DateField(null=True, blank=True)
    helped = models.BooleanField(null=True)
    says = models.CharField(max_length=500, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"])]


class Escalation(OfChild):
    """Need grew while a child waited: the list is ordered anew, with the reason."""

    class Why(models.TextChoices):
        PAIN = "pain", "In pain"
        PARTICIPATION = "participation", "Lost a part of daily life or school"
        EXCLUSION = "exclusion", "Suspended or excluded"
        OTHER = "other", "Another reason"

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="escalations")
    on = models.DateField()
    why = models.CharField(max_length=13, choices=Why)
    says = models.CharField(max_length=500)
    said_by = models.CharField(max_length=120)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"])]


class Equipment(Fed):
    """One piece of equipment, from its assessment to its fitting and the review of growth."""

    episode = models.ForeignKey(
        Episode, models.SET_NULL, null=True, blank=True, related_name="equipment"
    )
    what = models.CharField(max_length=200)
    assessed_on = models.DateField(null=True, blank=True)
    funded_on = models.DateField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    fitted_on = models.DateField(null=True, blank=True)
    growth_review_on = models.DateField(null=True, blank=True)
    in_pain = models.BooleanField(default=False)
    cannot_take_part = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"])]
