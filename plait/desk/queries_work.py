"""What the way from a request to a plan asks of an officer today, beside the legal dates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plait.access.reader import Reader
from plait.assessment.models import Advice, Panel
from plait.cases.models import Clock
from plait.cases.models_clocks import OPEN
from plait.cases.queries_clocks import children_of
from plait.family.models import Message
from plait.family.queries import waiting_for
from plait.law.standing import SOON
from plait.law.timetable import FINAL_PLAN, WINDOW
from plait.people.roles import Role
from plait.plans.models import Comment, Consultation, Version

EACH = 10  # no list is shown further than this
READ = 200  # drafts, the nearest final plan first: an area's others are not near
OFFICERS = (Role.CASEWORKER, Role.SEND_MANAGER)


@dataclass(frozen=True)
class Work:
    """Things to do; each list the most pressing first, and no longer than `EACH`."""

    to_serve: list[Version] = field(default_factory=list)  # with `final_due`
    to_finish: list[Version] = field(default_factory=list)  # with `final_due` and `goes_on`
    commented: list[Version] = field(default_factory=list)  # with `waits`, how many comments
    messages: list[Message] = field(default_factory=list)

    @property
    def children(self) -> set[int]:
        rows = (*self.to_serve, *self.to_finish, *self.commented, *self.messages)
        return {row.child_id for row in rows}


@dataclass(frozen=True)
class Beside:
    """What is known of the clocks shown: who gives the advice, who was consulted, which panel."""

    advice: dict[str, Advice] = field(default_factory=dict)  # by the clock's ref
    consultations: dict[str, Consultation] = field(default_factory=dict)
    panels: dict[tuple[int, str], Panel] = field(default_factory=dict)  # by request and question


def work_of(reader: Reader) -> Work:
    """Give what waits for an officer, in two questions; for others, nothing."""
    if not reader.holds(*OFFICERS):
        return Work()
    live = list(_versions(reader)[:READ])
    served = {one.request_id: one for one in live if one.stage == "served"}
    return Work(
        to_serve=_to_serve(live, served, reader.today)[:EACH],
        to_finish=_to_finish(live, served, reader.today)[:EACH],
        commented=sorted(
            (one for one in served.values() if one.waits), key=lambda one: one.window_ends_on
        )[:EACH],
        messages=list(waiting_for(reader)[:EACH]),
    )


def _versions(reader: Reader) -> QuerySet[Version]:
    """Give drafts written or with the family in the reader's cases, the nearest final plan first.

    Each has the legal day of its final plan, and how many comments have no answer.
    """
    rows = Version.objects.filter(area=reader.area, stage__in=("writing", "served"))
    if not reader.sees_all("plan_draft"):
        rows = rows.filter(child__in=children_of(reader))
    final = Clock.objects.filter(OPEN, request=OuterRef("request"), duty=FINAL_PLAN)
    waits = Comment.objects.filter(version=OuterRef("pk"), answered_at__isnull=True)
    counted = waits.order_by().values("version").annotate(many=Count("pk")).values("many")
    return (
        rows.annotate(
            final_due=Subquery(final.order_by("-id").values("due_on")[:1]),
            waits=Coalesce(Subquery(counted), 0),
        )
        .select_related("child")
        .order_by(F("final_due").asc(nulls_last=True), "number", "id")
    )


def _to_serve(live: list[Version], served: dict[int, Version], today: date) -> list[Version]:
    """Give drafts never served whose last day to be served is near or gone."""
    upto = today + timedelta(days=SOON + WINDOW)
    return [
        one
        for one in live
        if one.request_id not in served and one.final_due and one.final_due <= upto
    ]


def _to_finish(live: list[Version], served: dict[int, Version], today: date) -> list[Version]:
    """Give served drafts whose window is over, each with the version that goes on from it."""
    onward = {one.came_from_id: one.pk for one in live if one.stage == "writing"}
    over = [one for one in served.values() if one.window_ends_on < today]
    for one in over:
        one.goes_on = onward.get(one.pk)
    return over


def beside(clocks: Iterable[Clock], reader: Reader) -> Beside:
    """Find what stands beside the clocks shown, in three questions at most."""
    if not reader.holds(*OFFICERS):
        return Beside()
    shown = list(clocks)
    requests = [clock.request_id for clock in shown if clock.request_id]
    panels = Panel.objects.filter(request__in=requests, state="writing", meets_on__isnull=False)
    asked = Advice.objects.filter(pk__in=_ids(shown, "advice"))
    consulted = Consultation.objects.filter(pk__in=_ids(shown, "consultation"))
    return Beside(
        advice={one.ref: one for one in asked},
        consultations={one.ref: one for one in consulted.select_related("setting")},
        panels={(one.request_id, one.about): one for one in panels},
    )


def _ids(clocks: Iterable[Clock], kind: str) -> list[int]:
    refs = (clock.ref.split(":") for clock in clocks if clock.ref.startswith(f"{kind}:"))
    return [int(number) for _, number in refs]
