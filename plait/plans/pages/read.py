"""A version in words: what it is, since when, until when the family may answer."""

from dataclasses import dataclass
from datetime import date

from plait.plans.models import Version
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
    return f"{version.get_kind_display()}, version {version.number}"


def line(version: Version) -> Line:
    """Say a version in one line."""
    return Line(
        version.pk,
        title(version),
        version.get_stage_display(),
        TAGS[version.stage],
        _said(version),
    )


def _said(version: Version) -> str:
    if version.sent_on:
        return f"Sent on {long_day(version.sent_on)}."
    if version.served_on:
        return (
            f"Served on {long_day(version.served_on)}; the family may answer until "
            f"{long_day(version.window_ends_on)}."
        )
    return f"Begun on {long_day(version.made_at.date())}."


def lede(version: Version, *, today: date) -> str:
    """Say what a reader of this version should know first."""
    if version.stage == "served" and version.window_ends_on:
        if version.window_ends_on >= today:
            return (
                f"This is a draft. You may say what you think of it until "
                f"{day(version.window_ends_on)}, and ask for a school or college. "
                "Each thing you say gets an answer."
            )
        return (
            f"This is a draft. The time to answer it ended on {day(version.window_ends_on)}; "
            "what you say now is still read."
        )
    if version.stage == "final" and version.sent_on:
        return f"This is the final plan, sent on {long_day(version.sent_on)}."
    if version.stage == "replaced":
        return "A later version took the place of this one."
    return "This version is being written, and is not with the family yet."


def placement(version: Version) -> str:
    """Say section I."""
    if version.otherwise:
        return "Education is otherwise than at school."
    if version.placement:
        kind = f", {version.placement_type}" if version.placement_type else ""
        return f"{version.placement.name}{kind}"
    if version.placement_type:
        return version.placement_type
    return "A draft names no school or college. You can say which you would like."
