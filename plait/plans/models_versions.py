"""A plan as it was at one time: its statements, the threads between them, and what was answered."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import STATEMENT, at_most
from plait.cases.models import Document, Passage, Request
from plait.cases.models_spine import OfChild
from plait.people.models import Area, Organisation, User


class Version(OfChild):
    """One version of one child's plan, from the first draft to the final."""

    class Kind(models.TextChoices):
        FIRST = "initial", "First draft"
        REISSUED = "reissued", "Draft issued again"
        FINAL = "final", "Final plan"

    class Stage(models.TextChoices):
        WRITING = "writing", "Being written"
        SERVED = "served", "With the family"
        FINAL = "final", "Final"
        REPLACED = "replaced", "Replaced by a later version"

    request = models.ForeignKey(Request, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.FIRST)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.WRITING)
    came_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="led_to"
    )
    served_on = models.DateField(null=True, blank=True)
    window_ends_on = models.DateField(null=True, blank=True)  # the last day of section 38(2)(b)
    # Section I, once the plan is final: a setting by name, or a type alone, or otherwise (s.61).
    placement = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    placement_type = models.CharField(max_length=120, blank=True)
    otherwise = models.BooleanField(default=False)  # education otherwise than at school
    # Of the whole plan: took_part, monitoring, healthcare_plan, hearing_or_vision, service_family.
    facts = models.JSONField(default=dict)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    signed_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    digest = models.CharField(max_length=64, blank=True)  # of its words, once served or final

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="a_version_number_once"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(stage="writing"), name="one_version_is_written"
            ),
            models.CheckConstraint(
                condition=~Q(stage="served")
                | Q(served_on__isnull=False, window_ends_on__isnull=False),
                name="a_served_draft_has_its_window",
            ),
            models.CheckConstraint(
                condition=~Q(stage="final")
                | Q(signed_by__isnull=False, signed_on__isnull=False, sent_on__isnull=False),
                name="a_final_plan_is_signed_and_sent",
            ),
            models.CheckConstraint(
                condition=Q(kind="final") | (Q(placement__isnull=True) & Q(placement_type="")),
                name="a_draft_names_no_placement",
            ),
        ]


class Statement(models.Model):
    """One sentence or short text of a plan; its reference stays from version to version."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, models.CASCADE, related_name="statements")
    ref = models.CharField(max_length=12)  # "B2", "F5", "H1-1"
    section = models.CharField(max_length=2)  # A to K, H1, H2
    place = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    facts = models.JSONField(default=dict)  # of its kind: who, hours, times, until, ...
    media = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="+")
    edits = models.PositiveIntegerField(default=1)  # counts saves: who saves says which they saw
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["version", "section", "place"])]
        constraints = [
            models.UniqueConstraint(fields=["version", "ref"], name="a_ref_once"),
            *at_most("statement", text=STATEMENT),
        ]


class Thread(models.Model):
    """A link within a version: need to provision, provision to outcome, statement to advice."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, models.CASCADE, related_name="threads")
    source = models.CharField(max_length=12)  # a statement's ref
    target = models.CharField(max_length=12, blank=True)  # another statement's ref, or
    passage = models.ForeignKey(
        Passage, models.CASCADE, null=True, blank=True, related_name="threads"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "source", "target", "passage"],
                name="a_thread_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(target="") ^ Q(passage__isnull=True), name="a_thread_ends_somewhere"
            ),
        ]


class Reason(models.Model):
    """Why a warning of the checks is left as it is."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, models.CASCADE, related_name="reasons")
    check_code = models.CharField(max_length=8)
    ref = models.CharField(max_length=12, blank=True)
    why = models.CharField(max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "check_code", "ref"], name="a_warning_is_answered_once"
            )
        ]


class Presence(models.Model):
    """Who has a version open just now; kept for a minute, never for the record."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, models.CASCADE, related_name="present")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    ref = models.CharField(max_length=12, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="present_once")]
