"""Everything the return needs of a few hundred children at a time, a query a table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from plait.cases.models import (
    Assessment,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
    Plan,
    Reported,
    Request,
    Review,
)
from plait.people.models import Area, Child, Identifier

CHUNK = 500


@dataclass
class RequestFacts:
    """One request with all that hangs on it."""

    request: Request
    assessment: Assessment | None = None
    plan: Plan | None = None
    named: list[NamedSetting] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    transfers: list[PhaseTransfer] = field(default_factory=list)
    reported: Reported | None = None


@dataclass
class PersonFacts:
    """A child, their numbers in force, and their requests in the order they came."""

    child: Child
    numbers: dict[str, str]
    requests: list[RequestFacts]


def people(area: Area, *, year: int, only: Iterable[int] | None = None) -> Iterator[PersonFacts]:
    """Give every child of an area with a request, in order of id, a chunk at a time."""
    children = Child.objects.filter(area=area, merged_into__isnull=True)
    if only is not None:
        children = children.filter(pk__in=list(only))
    last = 0
    while chunk := list(children.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        last = chunk[-1].pk
        yield from _filled(chunk, year)


def _filled(chunk: list[Child], year: int) -> Iterator[PersonFacts]:
    ids = [child.pk for child in chunk]
    numbers = numbers_of(ids)
    requests = _requests(ids, year)
    for child in chunk:
        if child.pk in requests:
            yield PersonFacts(child, numbers.get(child.pk, {}), requests[child.pk])


def numbers_of(ids: list[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    held = Identifier.objects.filter(child__in=ids, until__isnull=True).order_by("pk")
    for child, kind, value in held.values_list("child", "kind", "value"):
        found[child][kind] = value
    return found


def _requests(ids: list[int], year: int) -> dict[int, list[RequestFacts]]:
    by_child: dict[int, list[RequestFacts]] = defaultdict(list)
    by_request: dict[int, RequestFacts] = {}
    for request in Request.objects.filter(child__in=ids).order_by("received_on", "pk"):
        facts = by_request[request.pk] = RequestFacts(request)
        by_child[request.child_id].append(facts)
    _hang(by_request, Assessment.objects.filter(child__in=ids), _one("assessment"))
    _hang(by_request, Plan.objects.filter(child__in=ids), _one("plan"))
    plans = {f.plan.pk: f for f in by_request.values() if f.plan}
    for named in NamedSetting.objects.filter(child__in=ids).order_by("rank", "pk"):
        plans[named.plan_id].named.append(named)
    _hang(
        by_request,
        Placement.objects.filter(child__in=ids)
        .select_related("organisation")
        .order_by("rank", "pk"),
        _many("placements"),
    )
    _hang(by_request, Need.objects.filter(child__in=ids).order_by("rank", "pk"), _many("needs"))
    _hang(
        by_request,
        Review.objects.filter(child__in=ids).order_by("meeting_on", "pk"),
        _many("reviews"),
    )
    _hang(
        by_request,
        PhaseTransfer.objects.filter(child__in=ids).order_by("due_on", "pk"),
        _many("transfers"),
    )
    said = Reported.objects.filter(child__in=ids, year=year).select_related(
        "source", "review", "phase_transfer"
    )
    _hang(by_request, said, _one("reported"))
    return by_child


Put = Callable[[RequestFacts, Any], None]


def _hang(by_request: dict[int, RequestFacts], rows: QuerySet[Model], put: Put) -> None:
    for row in rows:
        put(by_request[row.request_id], row)  # type: ignore[attr-defined]


def _one(name: str) -> Put:
    return lambda facts, row: setattr(facts, name, row)


def _many(name: str) -> Put:
    return lambda facts, row: getattr(facts, name).append(row)
