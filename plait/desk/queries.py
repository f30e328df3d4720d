"""What needs somebody today, and the cases they may list."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.cases.models import Clock, Placement
from plait.cases.queries_clocks import (
    ByRisk,
    by_risk,
    how_many,
    most_pressing,
    open_clocks,
    standing_is,
)
from plait.law.standing import Standing
from plait.people.models import Organisation, Role, SamePerson, User

LINES = 10
COUNT_UPTO = 1_000


@dataclass(frozen=True)
class Around:
    """What stands beside a list of children: where each is, and whose case it is."""

    settings: dict[int, str] = field(default_factory=dict)
    workers: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """The gravest clocks and how many there are of each kind."""

    clocks: list[Clock]
    counts: dict[Standing, int]
    around: Around


def desk_of(reader: Reader) -> Desk:
    """Give the first page of somebody who works on cases."""
    clocks = open_clocks(reader)
    shown = most_pressing(clocks, reader=reader, count=LINES)
    counts = _counts(clocks, reader)
    return Desk(shown, counts, around([clock.child_id for clock in shown]))


def _counts(clocks: QuerySet[Clock], reader: Reader) -> dict[Standing, int]:
    """Count what stands on the cards: few in one question, an area's no further than said."""
    shown = (Standing.LATE, Standing.DUE_SOON, Standing.NOT_KNOWN)
    if reader.sees_all("case"):
        return {s: how_many(clocks, standing=s, reader=reader, upto=COUNT_UPTO) for s in shown}
    counts = ByRisk(clocks, reader=reader).counts
    return {standing: min(counts[standing.value], COUNT_UPTO) for standing in shown}


def around(children: Iterable[int]) -> Around:
    """Find where children are and who their caseworker is, in two queries."""
    ids = list(children)
    if not ids:
        return Around()
    placements = Placement.objects.filter(child__in=ids, left_on__isnull=True, rank="1")
    workers = Tie.objects.filter(child__in=ids, role=Role.CASEWORKER, until__isnull=True)
    return Around(
        settings={
            child: name or kind or (f"URN {urn}" if urn else f"UKPRN {ukprn}")
            for child, name, kind, urn, ukprn in placements.values_list(
                "child", "organisation__name", "setting_kind", "urn", "ukprn"
            )
        },
        workers=dict(workers.values_list("child", "user__name")),
    )


def cases(
    reader: Reader,
    *,
    standing: str = "",
    duty: str = "",
    worker: str = "",
    setting: int | None = None,
    phase: str = "",
) -> QuerySet[Clock]:
    """Give the open clocks that fit every filter, gravest first when they are not cut otherwise."""
    found = open_clocks(reader)
    if standing:
        found = found.filter(standing_is(Standing(standing), reader=reader))
    if duty:
        found = found.filter(duty=duty)
    if worker:
        found = _of_worker(found, worker, reader=reader)
    if setting or phase:
        here = Q(organisation=setting) if setting else Q(organisation__phase=phase)
        placed = Placement.objects.filter(here, area=reader.area, left_on__isnull=True)
        found = found.filter(child__in=placed.values("child"))
    return by_risk(found, reader=reader)


def _of_worker(found: QuerySet[Clock], worker: str, *, reader: Reader) -> QuerySet[Clock]:
    ties = Tie.objects.filter(in_force(reader.today), area=reader.area, role=Role.CASEWORKER)
    if worker == "nobody":
        return found.exclude(Exists(ties.filter(child=OuterRef("child"))))
    return found.filter(child__in=ties.filter(user=worker).values("child"))


def unallocated(reader: Reader) -> int:
    """Count children with an open legal date and no caseworker, as far as the reader sees."""
    nobody = _of_worker(open_clocks(reader), "nobody", reader=reader).select_related(None)
    return nobody.order_by().values("child").distinct()[:COUNT_UPTO].count()


def open_questions(reader: Reader) -> int:
    """Count pairs of records that wait for somebody to say whether they are one child."""
    waiting = SamePerson.Answer.OPEN
    return SamePerson.objects.filter(area=reader.area, answer=waiting).count()


def workers(reader: Reader) -> QuerySet[User]:
    """Give the caseworkers of the area, for a filter."""
    held = Q(posts__area=reader.area, posts__role=Role.CASEWORKER)
    return User.objects.filter(held).distinct().order_by("name")


def settings_of(reader: Reader) -> QuerySet[Organisation]:
    """Give the settings a reader may filter by: those in the area, or those they serve."""
    found = Organisation.objects.filter(kind=Organisation.Kind.SETTING)
    if reader.settings:
        found = found.filter(pk__in=reader.settings)
    else:
        found = found.filter(la_code=reader.area.code)
    return found.order_by("name")
