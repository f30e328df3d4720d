"""Children and young people, their numbers, and their families."""

from django.db import models
from django.db.models import F, Q

from plait.people.models_organisations import Area
from plait.people.models_users import Source, User


class Child(models.Model):
    """A child or young person from birth to 25, once in an area."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="children")
    surname = models.CharField(max_length=120, blank=True)
    forename = models.CharField(max_length=120, blank=True)
    known_as = models.CharField(max_length=120, blank=True)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    number_unknown = models.CharField(max_length=4, blank=True)  # SEN2's UPNunknown
    died_on = models.DateField(null=True, blank=True)
    # Lower-case, accents off, for equality and prefix search that an index can serve
    # under row-level security.
    surname_key = models.CharField(max_length=120, blank=True)
    forename_key = models.CharField(max_length=120, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["area", "surname_key", "forename_key", "id"]),
            models.Index(fields=["area", "forename_key"]),
            models.Index(fields=["area", "birth_date"]),
            models.Index(fields=["area", "postcode"], name="child_by_postcode"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name as people say it; a child may have only one."""
        return f"{self.known_as or self.forename} {self.surname}".strip() or "Name not known"


class Identifier(models.Model):
    """A number that names a child somewhere, with where it came from and since when."""

    class Kind(models.TextChoices):
        UPN = "upn", "UPN"
        FORMER_UPN = "former_upn", "Former UPN"
        ULN = "uln", "ULN"
        NHS = "nhs", "NHS number"
        LOCAL = "local", "Local number"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=40)
    valid = models.BooleanField()
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "kind", "value"], name="a_number_once_a_child")
        ]
        indexes = [models.Index(fields=["area", "kind", "value"])]


class Carer(models.Model):
    """A parent, carer or other adult of the family; may or may not sign in."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="carers")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")


class FamilyTie(models.Model):
    """How an adult of the family stands to a child: responsibility, household, safety."""

    class Responsibility(models.TextChoices):
        YES = "yes", "Has parental responsibility"
        NO = "no", "Does not have parental responsibility"
        NOT_KNOWN = "not_known", "Not known"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="family")
    carer = models.ForeignKey(Carer, models.CASCADE, related_name="children")
    relationship = models.CharField(max_length=40)
    responsibility = models.CharField(
        max_length=10, choices=Responsibility, default=Responsibility.NOT_KNOWN
    )
    lives_with = models.BooleanField(null=True)
    hide_address_from_others = models.BooleanField(default=False)
    unsafe_to_tell = models.BooleanField(default=False)
    safety_note = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "carer", "relationship"], name="one_family_tie_of_a_kind"
            )
        ]


class SamePerson(models.Model):
    """Two records that may be one child: a person decides, and the answer is kept."""

    class Answer(models.TextChoices):
        OPEN = "open", "Waiting for a person to decide"
        SAME = "same", "The same child"
        DIFFERENT = "different", "Different children"

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    other = models.ForeignKey(Child, models.CASCADE, related_name="+")
    why = models.CharField(max_length=300)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OPEN)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "other"], name="one_question_a_pair"),
            models.CheckConstraint(condition=Q(child__lt=F("other")), name="pair_in_order"),
        ]
