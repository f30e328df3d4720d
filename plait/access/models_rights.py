"""What a young person agreed to, and what they were found able to decide, matter by matter."""

from django.db import models
from django.db.models import F, Q

from plait.people.models import Area, Child, User


class Consent(models.Model):
    """A young person said whether one parent may go on reading; the newest answer counts."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    parent = models.ForeignKey(User, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    how = models.CharField(max_length=300)  # how they said it: met, rang, wrote
    on = models.DateField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child", "parent"])]
        constraints = [
            models.CheckConstraint(condition=~Q(how=""), name="a_consent_says_how_it_was_given"),
            models.CheckConstraint(
                condition=Q(recorded_by__isnull=True) | ~Q(recorded_by=F("parent")),
                name="nobody_consents_for_themselves",
            ),
        ]


class Capacity(models.Model):
    """Somebody was found able, or not, to take one decision; the newest in force counts."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    matter = models.CharField(max_length=12)  # plait.law.takeover.MATTERS
    able = models.BooleanField()
    how = models.CharField(max_length=500)  # what was done to find it
    found_by = models.CharField(max_length=200)  # name and post of the person who found it
    on = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day before it is looked at again
    has_representative = models.BooleanField(default=False)  # deputy, attorney, or by the court
    parent_has_capacity = models.BooleanField(default=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child", "matter"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(how="") & ~Q(found_by=""), name="capacity_says_who_found_it_and_how"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("on")),
                name="capacity_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(able=True) | Q(until__isnull=False),
                name="a_lack_of_capacity_is_looked_at_again",
            ),
        ]
