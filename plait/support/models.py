"""The least that is needed: who is on SEN support, and whether social care is involved."""

from django.db import models

from plait.cases.models_fed import Fed
from plait.people.models import Organisation


class SenSupport(Fed):
    """SEN support at a setting: since when, and for which need."""

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    need = models.CharField(max_length=4, blank=True)  # sen_type
    second_need = models.CharField(max_length=4, blank=True)
    known_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting", "since"],
                name="sen_support_once_from_a_day",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "until"])]


class CareInvolvement(Fed):
    """Whether social care works with the child: open or not, which team, which worker."""

    class Kind(models.TextChoices):
        EARLY_HELP = "early_help", "Early help"
        CHILD_IN_NEED = "cin", "Child in need"
        PROTECTION = "cp", "Child protection plan"
        LOOKED_AFTER = "cla", "In care"
        DISABLED = "dct", "Disabled children's team"
        OTHER = "other", "Other"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    team = models.CharField(max_length=120, blank=True)
    worker = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    known_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind", "since"], name="care_involved_once_from_a_day"
            )
        ]
        indexes = [models.Index(fields=["child"]), models.Index(fields=["area", "until"])]

    @property
    def ref(self) -> str:
        return f"care:{self.pk}"
