"""A delivery: one file from a partner, how far it was read, and what was wrong in it."""

from django.db import models

from plait.people.models import Area, Incoming, Organisation, Source, User


class Delivery(models.Model):
    """A file on its way into the record. It can be looked at, applied, stopped, taken back."""

    class Kind(models.TextChoices):
        SEN2 = "sen2", "SEN2 return or extract"
        SCHOOLS = "schools", "School register (GIAS)"
        SCHOOL_LINKS = "school_links", "School register: links"
        PEOPLE = "people", "People list"
        ALLOCATION = "allocation", "Allocation of cases"
        CLOSURES = "closures", "Settings' closures"
        ROLL = "roll", "Joiners, leavers and rolls"
        ATTENDANCE = "attendance", "Attendance marks"
        TERM_COUNTS = "term_counts", "Attendance counts of a term"
        CENSUS = "census", "School census (COLLECT blade CSV)"
        CTF = "ctf", "Common transfer file"
        PART_TIME = "part_time", "Part-time timetables"
        SUSPENSIONS = "suspensions", "Suspensions and exclusions"
        HOME_EDUCATION = "home_education", "Notices of home education"
        MISSING = "missing", "Notices of missing education"
        ALTERNATIVE = "alternative", "Bookings of alternative provision"
        EARLY_YEARS = "early_years", "Known to early years or health visiting"
        REFERRALS = "referrals", "Health referrals and waits"
        CONTACTS = "contacts", "Health contacts"
        FHIR = "fhir", "Health bundle (FHIR R4)"
        CARE = "care", "Social care involvement"

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        READING = "reading", "Being read"
        READ = "read", "Read, waiting for you to apply it"
        REFUSED = "refused", "Could not be read"
        APPLYING = "applying", "Being loaded"
        STOPPED = "stopped", "Stopped part way"
        APPLIED = "applied", "Loaded"
        TAKING_BACK = "taking_back", "Being taken back"
        TAKEN_BACK = "taken_back", "Taken back"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=Kind)
    sender = models.CharField(max_length=80, blank=True)  # whose file: its columns are remembered
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    as_at = models.DateField(null=True, blank=True)
    mapping = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    summary = models.JSONField(default=dict)
    refusal = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["area", "-at"])]


class LineFault(models.Model):
    """One thing wrong in a delivery: where, what, how to mend it, and who can."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="faults")
    rule = models.CharField(max_length=20)
    severity = models.CharField(max_length=8)
    row = models.PositiveIntegerField(null=True)  # person or row, from 1
    line = models.PositiveIntegerField(null=True)
    field = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=200, blank=True)
    message = models.CharField(max_length=300)
    mend = models.CharField(max_length=300)
    owner = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["delivery", "rule"]),
            models.Index(fields=["delivery", "line"]),
        ]


class WaitingRow(models.Model):
    """A row of somebody not yet recognised, kept as it came until a person has decided."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    incoming = models.ForeignKey(Incoming, models.CASCADE, related_name="waiting")
    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="waiting")
    row = models.PositiveIntegerField()
    line = models.PositiveIntegerField(null=True)
    says = models.JSONField(default=dict)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["delivery", "row"], name="a_row_waits_once")]
        indexes = [models.Index(fields=["incoming", "taken_at"])]


class SendingToken(models.Model):
    """A key with which one organisation sends its files by itself: for these kinds, until a day."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True)  # of the token; the token is shown once
    kinds = models.JSONField(default=list)
    about = models.CharField(max_length=6, default="data")  # plait.intake.apps.ABOUT: whose to keep
    since = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    last_used_at = models.DateTimeField(null=True, blank=True)
    busy_until = models.DateTimeField(null=True, blank=True)  # plait.intake.rates


class ExpectedFeed(models.Model):
    """A file that should come again and again: how often, and who to ring when it does not."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=Delivery.Kind)
    sender = models.CharField(max_length=80, blank=True)  # as on its deliveries; blank: anybody's
    every_days = models.PositiveSmallIntegerField()
    since = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ring_name = models.CharField(max_length=120)
    ring_how = models.CharField(max_length=200, blank=True)
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind", "sender"],
                condition=models.Q(ended_on__isnull=True),
                name="a_feed_is_expected_once",
            ),
            models.CheckConstraint(
                condition=models.Q(every_days__gte=1), name="a_feed_comes_every_so_many_days"
            ),
        ]
