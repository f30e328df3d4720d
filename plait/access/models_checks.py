"""Who was checked before a parent was linked, and which cases were drawn for an inspector."""

from django.db import models
from django.db.models import Q

from plait.people.models import Area, Child, User


class FamilyCheck(models.Model):
    """An officer checked who a person is to a child before the record was opened to them."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    what_was_seen = models.CharField(max_length=300)
    checked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    checked_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_was_seen=""), name="a_check_says_what_was_seen"
            ),
            models.CheckConstraint(
                condition=~Q(checked_by=models.F("user")), name="nobody_checks_themselves"
            ),
        ]


class Draw(models.Model):
    """Cases drawn for an inspector: how many of how many, by which seed, until when."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    inspector = models.ForeignKey(User, models.PROTECT, related_name="+")
    seed = models.CharField(max_length=40, blank=True)  # empty: chosen by a list
    of = models.PositiveIntegerField()  # how many children it was drawn from
    children = models.JSONField()  # ids, in the order drawn
    until = models.DateField()
    drawn_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()
