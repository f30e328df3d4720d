"""Who has looked, what was done and changed, and what may be one child; each for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from plait.access.reader import Reader
from plait.assessment.models import Advice
from plait.cases.models import Clock, Request
from plait.cases.queries import settings_of
from plait.journal.models import Change, Entry, Look
from plait.law.advice import kind
from plait.people.models import Child, SamePerson

LOOKS_SHOWN = 5


def looks_at(child_id: int) -> QuerySet[Look]:
    """Give the readings of one child's record, newest first."""
    looks = Look.objects.filter(child_id=child_id)
    return looks.select_related("by").order_by("-at", "-id")


def acts_on(child_id: int) -> QuerySet[Entry]:
    """Give what was done on the record, newest first."""
    return Entry.objects.filter(child_id=child_id).select_related("by").order_by("-at", "-id")


def acts_on_clocks(child_id: int, clock_ids: list[int]) -> list[Entry]:
    """Give what was done to these legal dates, newest first."""
    return list(acts_on(child_id).filter(facts__clock__in=clock_ids))


def whose_advice(clocks: Iterable[Clock]) -> dict[str, str]:
    """Say of each clock of advice what is asked and of whom, by its ref; most pages have none."""
    children = {one.child_id for one in clocks if one.ref.startswith("advice:")}
    if not children:
        return {}
    asked = (
        Advice.objects.filter(child__in=children).exclude(duty="").select_related("giver_setting")
    )
    return {one.ref: f"{kind(one.kind).title.lower()}, {one.giver_name}" for one in asked}


def changes_to(child_id: int, *, rows: dict[str, list[int]]) -> list[Change]:
    """Give what rows of named tables were before they changed, newest first."""
    which = Q()
    for table, ids in rows.items():
        which |= Q(of_table=table, of_row__in=ids)
    if not which:
        return []
    changed = Change.objects.filter(which, child_ref=child_id, did="U")
    return list(changed.order_by("-id")[:100])


def questions_open(reader: Reader) -> QuerySet[SamePerson]:
    """Give the pairs of records that may be one child and wait for a person."""
    pairs = SamePerson.objects.filter(area=reader.area, answer=SamePerson.Answer.OPEN)
    return pairs.select_related("child", "other").order_by("id")


@dataclass(frozen=True)
class Beside:
    """What is laid beside another record to tell whether both are one child."""

    child: Child
    numbers: list[tuple[str, str]]
    received: list[date | None]
    plans: list[date]
    settings: list[str]
    source: str


def beside(child: Child) -> Beside:
    """Gather what tells one child from another."""
    found = Request.objects.filter(child=child).order_by("received_on")
    line = f", line {child.source_line}" if child.source_line else ""
    return Beside(
        child,
        list(child.identifiers.order_by("kind", "value").values_list("kind", "value")),
        list(found.values_list("received_on", flat=True)),
        list(found.filter(plan__isnull=False).values_list("plan__started_on", flat=True)),
        list(settings_of(child.pk).values_list("name", flat=True)),
        f"{child.source.name}{line}" if child.source else "",
    )


def question(reader: Reader, question_id: int) -> SamePerson | None:
    pairs = SamePerson.objects.filter(area=reader.area, pk=question_id)
    return pairs.select_related("child__source", "other__source", "answered_by").first()
