"""Registers: one byte a session, a row a child, setting and school year; and census counts."""

from django.db import models

from plait.cases.models_fed import Fed
from plait.people.models import Organisation


class Register(Fed):
    """One child's marks at one setting in one school year (`plait.standards.attendance`)."""

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    school_year = models.PositiveSmallIntegerField()  # 2026: 1 September 2026 to 31 August 2027
    marks = models.BinaryField()
    known_to = models.DateField()  # the newest day that a file spoke of

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting", "school_year"],
                name="one_register_a_setting_and_year",
                nulls_distinct=False,
            )
        ]
        indexes = [
            models.Index(fields=["area", "school_year"]),
            models.Index(fields=["setting", "school_year"]),
        ]


class TermCount(Fed):
    """What a school census counted of one child in one term: sessions by code, no days."""

    setting = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    school_year = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=6)  # autumn, spring, summer
    possible = models.PositiveSmallIntegerField()
    by_code = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting", "school_year", "term"],
                name="a_term_counted_once",
                nulls_distinct=False,
            )
        ]
