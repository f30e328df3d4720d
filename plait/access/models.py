"""Ties between a person and a child, and what the holder of each role may see."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from plait.access.models_accounts import GuestLink, Link, OpenId, Recovery
from plait.access.models_checks import Draw, FamilyCheck
from plait.access.models_rights import Capacity, Consent
from plait.access.models_sent import SentForm
from plait.people.models import Area, Child, Organisation, Post, Role, User

__all__ = [
    "Capacity",
    "Consent",
    "Draw",
    "FamilyCheck",
    "GuestLink",
    "Link",
    "May",
    "OpenId",
    "Recovery",
    "SentForm",
    "Tie",
]


class Tie(models.Model):
    """A reason to see one child: held by a person, or by a setting for those who serve it."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="ties")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="ties")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="ties"
    )
    role = models.CharField(max_length=24, choices=Role)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="ties")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day it opens the record
    basis = models.CharField(max_length=200)
    why = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    covers = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    emergency = models.BooleanField(default=False)  # break glass

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(role="supporter")
                | Q(user__isnull=False, granted_by__isnull=False, until__isnull=False),
                name="leave_is_given_by_somebody_to_a_day",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(organisation__isnull=True),
                name="tie_is_a_persons_or_a_settings",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="tie_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(granted_by__isnull=True)
                | Q(user__isnull=True)
                | ~Q(granted_by=F("user"))
                | Q(emergency=True),
                name="nobody_grants_themselves_a_tie",
            ),
            models.CheckConstraint(
                condition=Q(emergency=False)
                | (Q(until__lte=F("since") + timedelta(days=1), until__isnull=False) & ~Q(why="")),
                name="an_emergency_ends_the_next_day_and_says_why",
            ),
            models.UniqueConstraint(
                fields=["child", "user", "role"],
                condition=Q(until__isnull=True, user__isnull=False),
                name="one_open_tie_of_a_role",
            ),
        ]
        indexes = [
            models.Index(
                fields=["user", "area", "role"],
                include=["child", "since", "until"],
                name="tie_by_user",
            ),
            models.Index(
                fields=["organisation", "area"],
                include=["child", "since", "until"],
                name="tie_by_setting",
            ),
            models.Index(fields=["child"]),
        ]


class May(models.Model):
    """One cell of the access matrix: what a role may do with a kind of information, and how far.

    Written from `plait.access.matrix` after every migration; pages, queries and the database's
    policies read this one table.
    """

    role = models.CharField(max_length=24, choices=Role)
    kind = models.CharField(max_length=16)
    read = models.BooleanField()
    write = models.BooleanField()
    reach = models.CharField(max_length=8)  # area | setting | tie

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "kind"], name="one_cell")]
        indexes = [models.Index(fields=["kind"], name="cells_of_a_kind")]
