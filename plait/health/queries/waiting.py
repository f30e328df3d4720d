"""Those who wait, over all children a reader sees: in order with the reason, and by service."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from plait.access.reader import Reader
from plait.health.models import Episode, WhileWaiting
from plait.health.queries.episodes import place_of, wait_of, whole
from plait.standards.health.ordering import Place, in_order
from plait.standards.health.waits import EIGHTEEN_WEEKS, FIFTY_TWO_WEEKS, band

LONGEST_SHOWN = 3


@dataclass(frozen=True)
class Waiting:
    """One child's wait for one service, and what its place in the list rests on."""

    episode: Episode
    place: Place
    days: int | None
    has_help: bool

    @property
    def escalated(self) -> bool:
        return bool(self.place.grew)

    @property
    def band(self) -> str:
        return band(self.days) if self.days is not None else "not known"


@dataclass
class Line:
    """One service and kind of wait: who waits, and the longest three."""

    service: str
    kind: str
    waiting: int = 0
    over_18_weeks: int = 0
    over_52_weeks: int = 0
    escalated: int = 0
    without_help: int = 0
    longest: list[Waiting] = field(default_factory=list)


def waiting(reader: Reader, *, service: str = "", kind: str = "", only: str = "") -> list[Waiting]:
    """Give those who wait in the list's order; `only`: escalated, unanswered, without_help."""
    rows = whole(_open_on(reader.area.pk, reader.today)).annotate(
        helped_now=Exists(
            WhileWaiting.objects.filter(
                Q(until__isnull=True) | Q(until__gte=reader.today), episode=OuterRef("pk")
            )
        )
    )
    if service:
        rows = rows.filter(service=service)
    if kind:
        rows = rows.filter(kind=kind)
    found = in_order(
        (_waiting(row, place, reader.today), place)
        for row in rows.order_by("referred_on", "id")
        for place in [place_of(row, reader.today)]
    )
    return [one for one, _ in found if _fits(one, only)]


def _open_on(area: int, today: date) -> QuerySet[Episode]:
    """Give the episodes not treated and not ended on a day."""
    return Episode.objects.filter(
        Q(treated_on__isnull=True) | Q(treated_on__gt=today),
        Q(ended_on__isnull=True) | Q(ended_on__gt=today),
        area=area,
        referred_on__lte=today,
    )


def _waiting(row: Episode, place: Place, today: date) -> Waiting:
    return Waiting(row, place, wait_of(row).to_treatment(today), row.helped_now)


def _fits(one: Waiting, only: str) -> bool:
    match only:
        case "escalated":
            return one.escalated
        case "unanswered":
            return any(not grew.answered for grew in one.place.grew)
        case "without_help":
            return not one.has_help
    return True


def by_service(found: list[Waiting]) -> list[Line]:
    """Count those who wait by service and kind, the fullest first, kinds never mixed."""
    lines: dict[tuple[str, str], Line] = {}
    groups: dict[tuple[str, str], list[Waiting]] = defaultdict(list)
    for one in found:
        key = (one.episode.service, one.episode.kind)
        line = lines.setdefault(key, Line(*key))
        line.waiting += 1
        line.over_18_weeks += (one.days or 0) > EIGHTEEN_WEEKS
        line.over_52_weeks += (one.days or 0) > FIFTY_TWO_WEEKS
        line.escalated += one.escalated
        line.without_help += not one.has_help
        groups[key].append(one)
    for key, members in groups.items():
        lines[key].longest = sorted(members, key=lambda one: -(one.days or 0))[:LONGEST_SHOWN]
    return sorted(lines.values(), key=lambda line: (-line.waiting, line.service, line.kind))
