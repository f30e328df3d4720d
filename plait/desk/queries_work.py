"""What the way from a request to a plan asks of an officer today, beside the legal dates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

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
from plait.plans.models import Consultation, Version

EACH = 10  # no list is read further than this
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
    """Give what waits for an officer, in four questions; for others, nothing."""
    if not reader.holds(*OFFICERS):
        return Work()
    return Work(
        to_serve=list(_to_serve(reader)[:EACH]),
        to_finish=list(_to_finish(reader)[:EACH]),
        commented=list(_commented(reader)[:EACH]),
        messages=list(waiting_for(reader)[:EACH]),
    )


def _versions(reader: Reader) -> QuerySet[Version]:
    """Give the versions of the reader's cases, each with the legal day of its final plan."""
    rows = Version.objects.filter(area=reader.area)
    if not reader.sees_all("plan_draft"):
        rows = rows.filter(child__in=children_of(reader))
    final = Clock.objects.filter(OPEN, request=OuterRef("request"), duty=FINAL_PLAN)
    due = Subquery(final.order_by("-id").values("due_on")[:1])
    return rows.annotate(final_due=due).select_related("child").order_by("final_due", "id")


def _to_serve(reader: Reader) -> QuerySet[Version]:
    """Give drafts not yet served whose last day to be served is near or gone."""
    served = Version.objects.filter(request=OuterRef("request"), served_on__isnull=False)
    upto = reader.today + timedelta(days=SOON + WINDOW)
    return _versions(reader).filter(~Exists(served), stage="writing", final_due__lte=upto)


def _to_finish(reader: Reader) -> QuerySet[Version]:
    """Give served drafts whose window is over, with the version that goes on from each."""
    after = Version.objects.filter(request=OuterRef("request"), number__gt=OuterRef("number"))
    onward = after.filter(stage="writing", came_from=OuterRef("pk")).values("pk")[:1]
    return (
        _versions(reader)
        .filter(stage="served", window_ends_on__lt=reader.today)
        .filter(~Exists(after.exclude(stage="writing")))
        .annotate(goes_on=Subquery(onward))
    )


def _commented(reader: Reader) -> QuerySet[Version]:
    """Give served drafts on which somebody of the family waits for an answer."""
    waits = Q(comments__isnull=False, comments__answered_at__isnull=True)
    found = _versions(reader).filter(waits, stage="served")
    return found.annotate(waits=Count("comments")).order_by(
        F("window_ends_on").asc(nulls_last=True), "id"
    )


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
