"""Concerns about attendance, as far as the reader may see them."""

from django.db.models import Case, QuerySet, Value, When

from plait.access.reader import Reader
from plait.attendance.models import Concern

State = Concern.State
STATES = State.choices


def concerns_of(child_id: int) -> list[Concern]:
    """Give the concerns about a child, the newest first."""
    rows = Concern.objects.filter(child_id=child_id)
    people = rows.select_related("setting", "raised_by", "answered_by")
    return list(people.order_by("-raised_on", "-id"))


def concern_one(child_id: int, concern_id: int) -> Concern | None:
    rows = Concern.objects.filter(child_id=child_id, pk=concern_id)
    return rows.select_related("child", "setting", "raised_by", "answered_by").first()


def open_concerns(reader: Reader) -> QuerySet[Concern]:
    """Give the concerns that are not over: those the family answered first, for they wait."""
    first = Case(When(state=State.ANSWERED, then=Value(0)), default=Value(1))
    rows = Concern.objects.filter(area=reader.area).exclude(state=State.ENDED)
    people = rows.select_related("child", "setting", "raised_by")
    return people.annotate(first=first).order_by("first", "raised_on", "id")
