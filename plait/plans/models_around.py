"""What others say of a plan: agreements, the family's comments, consultations, the half page."""

from django.db import models
from django.db.models import Q

from plait.access.lengths import AGREED, COMMENT, GROUNDS, HALF_PAGE, at_most
from plait.cases.models import Clock, Request
from plait.cases.models_spine import OfChild
from plait.people.models import Organisation, User
from plait.plans.models_versions import Version


class Agreement(OfChild):
    """Health's agreement to section G, or social care's to D and H, or their refusal."""

    class For(models.TextChoices):
        HEALTH = "health", "Section G: the responsible commissioning body"
        CARE = "care", "Sections D, H1 and H2: social care"

    version = models.ForeignKey(Version, models.CASCADE, related_name="agreements")
    part = models.CharField(max_length=6, choices=For)
    agrees = models.BooleanField()
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    said = models.TextField(blank=True)
    digest = models.CharField(max_length=64)  # of the words agreed to: a change asks again
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [*at_most("agreement", said=AGREED)]


class Comment(OfChild):
    """What somebody of the family says of one statement of a draft, and the answer to it."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="comments")
    ref = models.CharField(max_length=12, blank=True)  # empty: of the whole draft
    text = models.TextField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    taken_down_by = models.ForeignKey(  # told by telephone or at a meeting
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    accepted = models.BooleanField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["version"])]
        constraints = [*at_most("comment", text=COMMENT, answer=COMMENT)]


class Consultation(OfChild):
    """A setting asked under section 39 or 40 whether it can meet a child's needs."""

    class Answer(models.TextChoices):
        YES = "yes", "Can meet the needs"
        UNSUITABLE = "unsuitable", "Unsuitable for age, ability, aptitude or needs: s.39(4)(a)"
        EDUCATION = "education", "Against the efficient education of others: s.39(4)(b)(i)"
        RESOURCES = "resources", "Against the efficient use of resources: s.39(4)(b)(ii)"

    request = models.ForeignKey(Request, models.CASCADE, related_name="consultations")
    version = models.ForeignKey(Version, models.CASCADE, related_name="consultations")
    setting = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    asked_by_family_on = models.DateField(null=True, blank=True)  # section 38(2)(b)(ii), 39(1)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    clock = models.ForeignKey(Clock, models.SET_NULL, null=True, blank=True, related_name="+")
    told = models.JSONField(default=dict)  # what was disclosed: the sections, as they read then
    answer = models.CharField(max_length=12, choices=Answer, blank=True)
    # [{"need": "B1", "can": "yes" | "with_help" | "no", "why": "..."}]
    by_need = models.JSONField(default=list)
    reasons = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child"]), models.Index(fields=["setting"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["", "yes"]) | ~Q(reasons=""),
                name="a_refusal_gives_its_reasons",
            ),
            *at_most("consultation", reasons=GROUNDS),
        ]

    @property
    def ref(self) -> str:
        return f"consultation:{self.pk}"


class HelpPage(OfChild):
    """Half a page for every adult: how to help me; shown once its authors approved it."""

    request = models.ForeignKey(Request, models.CASCADE, null=True, related_name="help_pages")
    likes = models.TextField(blank=True)
    hard = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    not_helpful = models.TextField(blank=True)
    approved_by = models.JSONField(default=list)  # [{"name": "...", "on": "..."}]
    approved = models.BooleanField(default=False)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child"])]
        constraints = [
            *at_most(
                "help_page", likes=HALF_PAGE, hard=HALF_PAGE, helps=HALF_PAGE,
                not_helpful=HALF_PAGE,
            )
        ]  # fmt: skip


class EasyRead(OfChild):
    """The easy-read version of a plan: a template that people fill; nothing in it is made up."""

    version = models.OneToOneField(Version, models.CASCADE, related_name="easy_read")
    answers = models.JSONField(default=dict)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child"])]
