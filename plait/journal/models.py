"""What happened, who did it, who looked and why; rows are added, never changed."""

from django.db import models
from django.db.models.functions import Now

from plait.people.models import Area, Child, User


class Entry(models.Model):
    """One act: what, to which child, by whom, through which tie, and why."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=40)
    child = models.ForeignKey(
        Child, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    through = models.CharField(max_length=60, blank=True)  # the tie, as a value
    why = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["child", "-at"]),
            models.Index(fields=["area", "-at"]),
        ]


class Look(models.Model):
    """One reading of a child's record; a list page is one row that counts its children."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    child = models.ForeignKey(
        Child, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    children = models.JSONField(default=list)  # the ids on a list page
    parts = models.CharField(max_length=120)
    through = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "-at"])]


class Change(models.Model):
    """What a row was before it changed; written by the database's own triggers."""

    at = models.DateTimeField()
    area = models.ForeignKey(Area, models.DO_NOTHING, null=True, related_name="+")
    of_table = models.CharField(max_length=60)
    of_row = models.BigIntegerField()
    child_ref = models.BigIntegerField(null=True)
    did = models.CharField(max_length=1)  # I, U or D
    was = models.JSONField(null=True)
    by_ref = models.BigIntegerField(null=True)
    why = models.CharField(max_length=500, blank=True)
    source_ref = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["of_table", "of_row", "id"]),
            models.Index(fields=["child_ref", "id"]),
            models.Index(
                fields=["source_ref", "id"],
                name="change_by_source",
                condition=models.Q(source_ref__isnull=False),
            ),
        ]


class Turn(models.Model):
    """That rows of a table changed in an area (none: in every area), and in which transaction.

    Written by the database's own triggers; the column `tx` is PostgreSQL's and read by SQL alone.
    """

    at = models.DateTimeField(db_default=Now())
    area = models.ForeignKey(
        Area, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    of_table = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["at"], name="turn_at")]


class Seal(models.Model):
    """A day's digest over settled rows, chained to the day before."""

    day = models.DateField(unique=True)
    rows = models.PositiveIntegerField()
    upto = models.JSONField()  # the highest id of each table it covers
    digest = models.CharField(max_length=64)
    before = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()


class SealedRow(models.Model):
    """The salted digest of one settled row; erasing the row leaves this, so the chain holds."""

    of_table = models.CharField(max_length=20)
    of_row = models.BigIntegerField()
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="sealed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of_table", "of_row"], name="a_row_is_sealed_once")
        ]
