"""The one list of children not in full-time school, who was told, and who leads."""

from django.db import models
from django.db.models import F, Q

from plait.cases.models_spine import OfChild
from plait.people.models import Area, User


class OutOfSchool(OfChild):
    """Why a child is not known to be in full-time school: one reason, one owner, a next day."""

    class Reason(models.TextChoices):
        HOME_EDUCATED = "home_educated", "Educated at home"
        MISSING = "missing", "Missing education"
        EOTAS = "eotas", "Education otherwise than at school, under a plan"
        SECTION_19 = "section_19", "Education arranged under section 19"
        ALTERNATIVE = "alternative", "In alternative provision"
        PART_TIME = "part_time", "On a part-time timetable"
        SEVERE_ABSENCE = "severe_absence", "Absent half the time or more"
        SUSPENDED = "suspended", "Suspended again and again"
        EXCLUDED = "excluded", "Permanently excluded"
        AWAITING_PLACE = "awaiting_place", "Waiting for a place"
        MEDICAL = "medical", "Too ill for school"
        CUSTODY = "custody", "In custody"
        POST_16 = "post_16", "Not in education or training after 16"
        NOBODY_KNOWS = "nobody_knows", "Nobody knows"

    reason = models.CharField(max_length=16, choices=Reason)
    found_by = models.CharField(max_length=40, blank=True)  # the rule that proposed it
    facts = models.JSONField(default=list)  # the sentences it was proposed by
    corrected_why = models.CharField(max_length=300, blank=True)  # a person chose another reason
    since = models.DateField()
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    next_check_on = models.DateField()
    last_seen_on = models.DateField(null=True, blank=True)
    last_seen_by = models.CharField(max_length=120, blank=True)
    education = models.CharField(max_length=300, blank=True)
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on__isnull=True), name="on_the_list_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | (Q(ended_on__gte=F("since")) & ~Q(ended_why="")),
                name="who_leaves_the_list_leaves_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "ended_on", "next_check_on"]),
            models.Index(fields=["owner", "ended_on"]),
        ]


class Told(OfChild):
    """One party who must know of an event in a child's life: when told, when it said it knew."""

    event = models.CharField(max_length=40)  # off_roll, moved, admitted, excluded, part_time, ...
    happened_on = models.DateField()
    party = models.CharField(max_length=40)  # plait.watch.parties
    who = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_how = models.CharField(max_length=40, blank=True)
    told_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "event", "happened_on", "party"], name="a_party_is_told_once"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "told_at"])]


class Lead(OfChild):
    """The lead professional of a child, the deputy, and the contact they promised."""

    person = models.ForeignKey(User, models.PROTECT, related_name="+")
    deputy = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    promise_days = models.PositiveSmallIntegerField(default=14)  # answers within, working days
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    last_contact_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(until__isnull=True), name="one_lead_professional"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["person"])]


class SavedFilter(models.Model):
    """A way of looking at the one list that somebody keeps."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)
    shared_with = models.CharField(max_length=24, blank=True)  # a post: whoever holds it sees it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "user", "name"], name="a_filter_name_once")
        ]
