"""Placements in alternative provision, with what each lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, QuerySet
from django.db.models.functions import Coalesce, Greatest

from plait.access.reader import Reader
from plait.law.threshold import Place
from plait.provision.models import Alternative, AlternativeReview
from plait.standards.alternative import REVIEW_WITHIN, SOON, Placement


@dataclass(frozen=True)
class Line:
    """One placement and the keys of what it lacks today."""

    row: Alternative
    lacks: list[str]


def _rows(reader: Reader) -> QuerySet[Alternative]:
    rows = Alternative.objects.filter(area=reader.area).annotate(reviewed=Max("reviews__on"))
    return rows.select_related("child", "provider", "booked_by")


def register(reader: Reader, *, lacks: str = "", ended: str = "") -> list[Line]:
    """Give the placements, those that lack most first, then the oldest."""
    rows = _rows(reader).filter(until__isnull=not ended).order_by("since", "id")
    lines = [Line(row, lacking(row, reader.today)) for row in rows]
    if lacks == "soon":
        chosen = [one for one in lines if days_of(one.row).review_soon(reader.today)]
    else:
        chosen = [one for one in lines if not lacks or lacks in one.lacks]
    return sorted(chosen, key=lambda one: -len(one.lacks))


def lacking(row: Alternative, today: date) -> list[str]:
    """Give the keys of what a placement lacks; one that ended lacks nothing."""
    return [] if row.until else days_of(row).lacks(today)


def days_of(row: Alternative) -> Placement:
    """Give the days of a placement, and of its last review."""
    reviewed = getattr(row, "reviewed", None)
    return Placement(
        row.since, row.goal, row.return_on, reviewed, row.suitable_checked_on,
        row.safeguarding_checked_on,
    )  # fmt: skip


def reviews_soon(reader: Reader) -> int:
    """Count the open placements whose review is due within a week, or late."""
    last = Greatest(F("since"), Coalesce(Max("reviews__on"), F("since")))
    open_now = Alternative.objects.filter(area=reader.area, until__isnull=True)
    return (
        open_now.annotate(last=last).filter(last__lte=reader.today + SOON - REVIEW_WITHIN).count()
    )


def placements_of(child_id: int, today: date) -> Iterator[Line]:
    """Give a child's placements, the open ones first."""
    rows = Alternative.objects.filter(child_id=child_id).annotate(reviewed=Max("reviews__on"))
    for row in sorted(rows.order_by("-since", "-id"), key=lambda one: one.until is not None):
        yield Line(row, lacking(row, today))


def placement_one(child_id: int, placement_id: int) -> Alternative | None:
    rows = Alternative.objects.filter(child_id=child_id, pk=placement_id)
    rows = rows.annotate(reviewed=Max("reviews__on"))
    return rows.select_related("child", "provider", "booked_by").first()


def reviews_of(placement: Alternative) -> list[AlternativeReview]:
    rows = AlternativeReview.objects.filter(placement=placement).select_related("written_by")
    return list(rows.order_by("-on", "-id"))


def place_of(row: Alternative) -> Place:
    """Give what is known of the provider, as the test of registration reads it."""
    facts = row.provider_facts if isinstance(row.provider_facts, dict) else {}
    numbers = {
        key: facts[key] for key in ("full_time_pupils", "with_plan", "looked_after", "with_sen")
        if isinstance(facts.get(key), int)
    }  # fmt: skip
    on = facts.get("on")
    return Place(**numbers, on=date.fromisoformat(on) if isinstance(on, str) else None)
