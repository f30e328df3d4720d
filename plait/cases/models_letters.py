"""Letters as they were sent, the templates they were made from, and an area's own rules."""

from django.db import models
from django.db.models import Q

from plait.cases.models_spine import OfChild, Request
from plait.people.models import Area, User


class Letter(OfChild):
    """One letter to one person: decided, dated, sent and served are four days of their own."""

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        SENT = "sent", "Sent"
        WITHDRAWN = "withdrawn", "Not sent"

    class How(models.TextChoices):
        HERE = "here", "On their page here, with a notice that it is there"
        POST = "post", "By post"
        EMAIL = "email", "By e-mail"
        HAND = "hand", "By hand"

    request = models.ForeignKey(Request, models.CASCADE, null=True, related_name="letters")
    kind = models.CharField(max_length=40)  # plait.law.letters
    about = models.CharField(max_length=40, blank=True)  # "advice:12", as a clock's ref
    to_user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    to_name = models.CharField(max_length=200)
    to_address = models.TextField(blank=True)
    to_email = models.EmailField(blank=True)
    how = models.CharField(max_length=6, choices=How, default=How.HERE)
    language = models.CharField(max_length=12, default="en-gb")
    text = models.TextField()  # the template's words, filled; the source of both files
    facts = models.JSONField(default=dict)
    appeal_set = models.CharField(max_length=1, blank=True)  # A or B where it opens a right
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    decided_on = models.DateField(null=True, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    served_on = models.DateField(null=True, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    word_sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child", "-made_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | (Q(sent_on__isnull=False) & ~Q(word_sha256="")),
                name="a_sent_letter_has_its_day_and_its_file",
            ),
        ]


class LetterTemplate(models.Model):
    """An area's own words for one kind of letter in one language; each change is a new row."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=12, default="en-gb")
    text = models.TextField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind", "language"],
                condition=Q(replaced_at__isnull=True),
                name="one_template_in_use",
            )
        ]


class AreaRule(models.Model):
    """What an area sets for itself: panel days, stricter targets, escalation, reply times."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="rules")
    name = models.CharField(max_length=40)
    value = models.JSONField()
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "name"], name="a_rule_once")]
