"""A version in words: what it is, since when, until when the family may answer."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.plans.models import Version
from plait.plans.pages.plan_words import KINDS, STAGES
from plait.ui.words import day, long_day


@dataclass(frozen=True)
class Line:
    """One version in a list."""

    pk: int
    title: str
    stands: str
    tag: str
    said: str


TAGS = {"writing": "running", "served": "at-risk", "final": "met", "replaced": "not-known"}


def title(version: Version) -> str:
    """Say which version it is."""
    said = {"kind": _(KINDS[version.kind]), "number": version.number}
    return _("%(kind)s, version %(number)s") % said


def line(version: Version) -> Line:
    """Say a version in one line."""
    return Line(
        version.pk,
        title(version),
        _(STAGES[version.stage]),
        TAGS[version.stage],
        _said(version),
    )


def _said(version: Version) -> str:
    if version.sent_on:
        return _("Sent on %(day)s.") % {"day": long_day(version.sent_on)}
    if version.served_on:
        return _("Served on %(day)s; the family may answer until %(last)s.") % {
            "day": long_day(version.served_on),
            "last": long_day(version.window_ends_on),
        }
    return _("Begun on %(day)s.") % {"day": long_day(version.made_at.date())}


def lede(version: Version, *, today: date) -> str:
    """Say what a reader of this version should know first."""
    if version.stage == "served" and version.window_ends_on:
        last = {"day": day(version.window_ends_on)}
        if version.window_ends_on >= today:
            return _(
                "This is a draft. You may say what you think of it until %(day)s, and ask for a "
                "school or college. Each thing you say gets an answer."
            ) % last  # fmt: skip
        return _(
            "This is a draft. The time to answer it ended on %(day)s; what you say now is still "
            "read."
        ) % last  # fmt: skip
    if version.stage == "final" and version.sent_on:
        sent = {"day": long_day(version.sent_on)}
        return _("This is the final plan, sent on %(day)s.") % sent
    if version.stage == "replaced":
        return _("A later version took the place of this one.")
    return _("This version is being written, and is not with the family yet.")


def placement(version: Version) -> str:
    """Say section I."""
    if version.otherwise:
        return _("Education is otherwise than at school.")
    if version.placement:
        kind = f", {version.placement_type}" if version.placement_type else ""
        return f"{version.placement.name}{kind}"
    if version.placement_type:
        return version.placement_type
    return _("A draft names no school or college. You can say which you would like.")
