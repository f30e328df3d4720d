"""Requests as people make them: begun, left, taken up again, sent, and answered."""

from django.db import models
from django.db.models import Q

from plait.cases.models import Request
from plait.people.models import Area, Child, Organisation, User


class Asking(models.Model):
    """One request for an assessment as it was asked, by whom and through which channel."""

    class Channel(models.TextChoices):
        PARENT = "parent", "A parent or carer, on the web"
        YOUNG_PERSON = "young_person", "The young person, on the web"
        SETTING = "setting", "A school or other setting"
        TELEPHONE = "telephone", "By telephone, written down by an officer"
        LETTER = "letter", "By letter or e-mail, written down by an officer"

    class State(models.TextChoices):
        BEGUN = "begun", "Begun, not sent"
        SENT = "sent", "Sent, waiting to be taken on"
        TAKEN = "taken", "Taken onto a record"
        ANSWERED = "answered", "Could go no further, and was answered with reasons"
        LAPSED = "lapsed", "Not sent in time"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=12, choices=Channel)
    state = models.CharField(max_length=8, choices=State, default=State.BEGUN)
    answers = models.JSONField(default=dict)  # a key a question, as plait.assessment.questions
    email = models.EmailField(blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()
    kept_until = models.DateTimeField(null=True, blank=True)  # what is not sent by then is erased
    sent_on = models.DateField(null=True, blank=True)  # the day on the letter, or the day it left
    received_on = models.DateField(null=True, blank=True)
    receipt_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    receipt_why = models.CharField(max_length=300, blank=True)
    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, null=True, blank=True, related_name="+")
    request = models.ForeignKey(
        Request, models.SET_NULL, null=True, blank=True, related_name="askings"
    )
    stop = models.CharField(max_length=40, blank=True)  # why it can go no further: plait.law.asking
    answered_on = models.DateField(null=True, blank=True)
    answer_why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["area", "state", "received_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "taken", "answered"])
                | Q(received_on__isnull=False),
                name="what_was_sent_was_received",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | ~Q(answer_why=""),
                name="an_answer_gives_its_reasons",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"asking:{self.pk}"


class AskingFile(models.Model):
    """A file sent with a request, before it is taken onto the record."""

    asking = models.ForeignKey(Asking, models.CASCADE, related_name="files")
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
