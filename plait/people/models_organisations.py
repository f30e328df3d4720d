"""Areas and the organisations that work in them; shared by every area, no child's data."""

from django.db import models
from django.db.models import F, Q


class Area(models.Model):
    """One authority's area; a child's record belongs to one."""

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=120)
    is_sample = models.BooleanField(default=False)
    # From this day the work itself is done here, so silence after it means "not done".
    # Before it, what the newest file cannot know is "not known since its date".
    kept_here_since = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An authority, NHS body, school or other setting."""

    class Kind(models.TextChoices):
        AUTHORITY = "authority", "Local authority"
        ICB = "icb", "Integrated care board"
        NHS = "nhs", "NHS trust"
        SETTING = "setting", "School or other setting"
        OTHER = "other", "Other organisation"

    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=200)
    urn = models.CharField(max_length=6, null=True, blank=True, unique=True)
    ukprn = models.CharField(max_length=8, null=True, blank=True, db_index=True)
    la_code = models.CharField(max_length=3, blank=True)
    establishment_number = models.CharField(max_length=4, blank=True)
    type_code = models.CharField(max_length=3, blank=True)
    type_name = models.CharField(max_length=120, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=40, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    resourced_provision = models.CharField(max_length=60, blank=True)
    section_41 = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index(fields=["la_code", "name"])]

    def __str__(self) -> str:
        return self.name


class Successor(models.Model):
    """One setting followed another: a school became an academy, two schools joined."""

    before = models.ForeignKey(Organisation, models.CASCADE, related_name="followed_by")
    after = models.ForeignKey(Organisation, models.CASCADE, related_name="follows")
    link = models.CharField(max_length=60)
    since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after", "link"], name="one_link_of_a_kind")
        ]


class Closure(models.Model):
    """Days on which a setting is shut to its pupils; the school-closure excuse needs them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="closures")
    first_day = models.DateField()
    last_day = models.DateField()
    what = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["organisation", "first_day", "last_day"], name="one_closure_of_these_days"
            ),
        ]
