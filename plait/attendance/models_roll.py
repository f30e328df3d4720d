"""Who is on which roll, on part-time timetables, suspended or excluded."""

from django.db import models
from django.db.models import F, Q

from plait.cases.models_fed import Fed
from plait.people.models import Organisation


class Enrolment(Fed):
    """A child on the roll of a setting, from one day to another."""

    class Status(models.TextChoices):
        CURRENT = "C", "Registered here alone"
        MAIN = "M", "Registered at two places, mainly here"
        SUBSIDIARY = "S", "Registered at two places, mainly elsewhere"
        GUEST = "G", "Guest: not registered here"
        EARLY = "E", "Known to early years or health visiting, not on a roll"

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=1, choices=Status, default=Status.CURRENT)
    year_group = models.CharField(max_length=2, blank=True)
    entered_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_why = models.CharField(max_length=200, blank=True)
    left_to = models.CharField(max_length=200, blank=True)  # where they went, as the sender says
    known_to = models.DateField(null=True, blank=True)  # the newest file that still names them

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting", "entered_on"], name="on_a_roll_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("entered_on")),
                name="nobody_leaves_before_they_enter",
            ),
        ]
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "left_on"]),
            models.Index(fields=["setting", "left_on"]),
        ]


class PartTime(Fed):
    """A part-time timetable: why, by whose agreement, the way back to full time, and its end."""

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=500)
    agreed_by = models.CharField(max_length=200)  # the parent who agreed
    agreed_on = models.DateField()
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1)
    full_hours = models.DecimalField(max_digits=4, decimal_places=1, default=25)
    plan_to_full_time = models.TextField()
    since = models.DateField()
    ends_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(agreed_by="") & ~Q(plan_to_full_time=""),
                name="part_time_has_reason_agreement_and_plan",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("since")), name="part_time_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["child", "setting", "since"], name="part_time_once_from_a_day"
            ),
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "ends_on"])]


class Suspension(Fed):
    """A suspension, or a permanent exclusion."""

    class Kind(models.TextChoices):
        SUSPENSION = "S", "Suspension"
        PERMANENT = "P", "Permanent exclusion"

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=1, choices=Kind, default=Kind.SUSPENSION)
    from_on = models.DateField()
    sessions = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting", "kind", "from_on"], name="suspended_once_from_a_day"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "from_on"])]
