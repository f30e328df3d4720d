"""Requests, assessments, plans, placements, needs and reviews, as the SEN2 return knows them.

Codes are SEN2's own (`plait.standards.codes`), so that what came in can go out unchanged.
"""

from django.db import models

from plait.people.models import Area, Child, Organisation, Source


class OfChild(models.Model):
    """A row of one child's case, with the file and line it came from."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="%(class)ss")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class Request(OfChild):
    """A request for an EHC needs assessment; one without a date stands behind an older plan."""

    received_on = models.DateField(null=True, blank=True)
    asked_by = models.CharField(max_length=1, blank=True)  # request_source
    in_youth_accommodation = models.BooleanField(null=True)
    outcome = models.CharField(max_length=1, default="A")  # request_outcome; H: before our time
    outcome_on = models.DateField(null=True, blank=True)
    # The day written notice went to the family: the time to appeal counts from it.
    told_on = models.DateField(null=True, blank=True)
    mediation = models.BooleanField(null=True)
    tribunal = models.BooleanField(null=True)
    exported_to = models.CharField(max_length=3, blank=True)
    # The newest day any evidence about this case speaks for; empty when the work is done here.
    known_to = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "received_on"]),
            models.Index(fields=["area", "outcome_on"]),
        ]


class Assessment(OfChild):
    """The assessment a request led to, and the decision whether to issue a plan."""

    request = models.OneToOneField(Request, models.CASCADE, related_name="assessment")
    outcome = models.CharField(max_length=1, default="A")  # assessment_outcome
    outcome_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)  # as of a request
    mediation = models.BooleanField(null=True)
    tribunal = models.BooleanField(null=True)
    other_mediation = models.BooleanField(null=True)
    other_tribunal = models.BooleanField(null=True)
    week20_exception = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "outcome_on"])]


class Plan(OfChild):
    """An EHC plan from the day it started to the day it ceased."""

    request = models.OneToOneField(Request, models.CASCADE, related_name="plan")
    started_on = models.DateField()
    told_on = models.DateField(null=True, blank=True)  # as of a request
    residential = models.CharField(max_length=1, blank=True)
    work_based = models.CharField(max_length=1, blank=True)
    personal_budget = models.BooleanField(null=True)
    organised_arrangement = models.BooleanField(null=True)
    direct_payment = models.CharField(max_length=1, blank=True)
    ceased_on = models.DateField(null=True, blank=True)
    cease_reason = models.CharField(max_length=1, blank=True)
    transferred_from = models.CharField(max_length=3, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["child"]),
            models.Index(fields=["area", "started_on"]),
            models.Index(fields=["area", "ceased_on"]),
        ]


class InASetting(models.Model):
    """Where: a setting by its number, or a kind of arrangement where there is none."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    urn = models.CharField(max_length=6, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    setting_kind = models.CharField(max_length=4, blank=True)  # sen_setting
    setting_other = models.CharField(max_length=200, blank=True)
    rank = models.CharField(max_length=1, default="1")
    sen_unit = models.BooleanField(null=True)
    resourced = models.BooleanField(null=True)

    class Meta:
        abstract = True


class NamedSetting(OfChild, InASetting):
    """A setting named in section I of a plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="named_settings")

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["plan"])]


class Placement(OfChild, InASetting):
    """Where a child with a plan really is or was, from one day to another."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="placements")
    entered_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    residential = models.CharField(max_length=1, blank=True)
    work_based = models.CharField(max_length=1, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["organisation", "left_on"])]


class Need(OfChild):
    """A type of need and its rank."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="needs")
    kind = models.CharField(max_length=4)  # sen_type
    rank = models.CharField(max_length=1)

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(fields=["request", "rank", "kind"], name="a_need_once")
        ]


class Review(OfChild):
    """An annual review: the meeting, the decision, and the draft amended plan if any."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="reviews")
    meeting_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=1, blank=True)  # review_outcome
    draft_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["request"])]


class PhaseTransfer(OfChild):
    """A move to the next phase of education: when the plan must be, and was, amended."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="phase_transfers")
    due_on = models.DateField(null=True, blank=True)  # as the authority reported it
    final_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"])]


class Reported(OfChild):
    """How one year's return spoke of one request, so that it can be said again.

    Facts stay in their own rows; this remembers only what was included and how.
    """

    year = models.PositiveSmallIntegerField()
    request = models.ForeignKey(Request, models.CASCADE, related_name="reported")
    request_as_history = models.BooleanField()
    assessment_as_history = models.BooleanField(null=True)
    with_assessment = models.BooleanField()
    with_plan = models.BooleanField()
    with_active_plan = models.BooleanField()
    review = models.ForeignKey(Review, models.SET_NULL, null=True, related_name="+")
    phase_transfer = models.ForeignKey(PhaseTransfer, models.SET_NULL, null=True, related_name="+")
    transferred_from = models.CharField(max_length=3, blank=True)
    placements = models.JSONField(default=list)  # ids
    needs = models.JSONField(default=list)  # ids

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "year"], name="a_request_once_a_return")
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "year"])]
