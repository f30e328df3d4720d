"""Open clocks in order of legal risk, for somebody; the standing worked out in the database.

The rules are those of `plait.law.standing` and `plait.law.risk`; a test holds the two together.
"""

from datetime import timedelta
from functools import cached_property

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.cases.models import Clock
from plait.cases.models_clocks import OPEN
from plait.law.standing import SOON, Standing

# Clocks the family holds: shown to them, never on an officer's list.
FAMILY_DUTIES = ("tr-20-appeal-time",)


def standing_is(standing: Standing, *, reader: Reader) -> Q:
    """Give the condition under which an open clock stands so today."""
    today = reader.today
    passed, excused = Q(due_on__lt=today), ~Q(excuse="")
    blind = Q(known_to__isnull=False, known_to__lt=F("due_on"))
    return {
        Standing.LATE: passed & ~excused & ~blind,
        Standing.NOT_KNOWN: passed & ~excused & blind,
        Standing.EXCUSED: passed & excused,
        Standing.DUE_SOON: Q(due_on__gte=today, due_on__lte=today + timedelta(days=SOON)),
        Standing.RUNNING: Q(due_on__gt=today + timedelta(days=SOON)),
    }[standing]


ORDER = (
    Standing.LATE,
    Standing.DUE_SOON,
    Standing.NOT_KNOWN,
    Standing.RUNNING,
    Standing.EXCUSED,
)


def open_clocks(reader: Reader) -> QuerySet[Clock]:
    """Give the open clocks of every child the reader sees; those who see few are asked by tie."""
    clocks = Clock.objects.filter(OPEN, area=reader.area).exclude(duty__in=FAMILY_DUTIES)
    if not reader.sees_all("case"):
        clocks = clocks.filter(child__in=children_of(reader))
    return clocks.select_related("child")


def children_of(reader: Reader) -> QuerySet[Tie]:
    """Give the ids of the children tied to a reader, or to the settings they serve."""
    mine = Q(user=reader.user) | Q(organisation__in=reader.settings)
    return Tie.objects.filter(mine, in_force(reader.today), area=reader.area).values("child")


def by_risk(clocks: QuerySet[Clock], *, reader: Reader) -> QuerySet[Clock]:
    """Order clocks by legal risk: the gravest rule first, and within it the oldest day."""
    rank = Case(
        *(
            When(standing_is(standing, reader=reader), then=Value(place))
            for place, standing in enumerate(ORDER)
        ),
        default=Value(len(ORDER)),
        output_field=IntegerField(),
    )
    return clocks.annotate(risk=rank).order_by("risk", "due_on", "id")


class ByRisk:
    """Open clocks in order of legal risk, cut as a list is: each standing is served by an index."""

    def __init__(self, clocks: QuerySet[Clock], *, reader: Reader) -> None:
        self.clocks, self.reader = clocks, reader

    def of(self, standing: Standing) -> QuerySet[Clock]:
        wanted = standing_is(standing, reader=self.reader)
        return self.clocks.filter(wanted).order_by("due_on", "id")

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand so, for each standing, in one question."""
        each = {s.value: Count("pk", filter=standing_is(s, reader=self.reader)) for s in ORDER}
        return self.clocks.select_related(None).order_by().aggregate(**each)

    def count(self) -> int:
        return sum(self.counts.values())

    def __getitem__(self, cut: slice) -> list[Clock]:
        skip, wanted = cut.start or 0, cut.stop - (cut.start or 0)
        found: list[Clock] = []
        for standing in ORDER:
            here = self.counts[standing.value]
            if len(found) < wanted and skip < here:
                found += self.of(standing)[skip : skip + wanted - len(found)]
            skip = max(0, skip - here)
        return found


def most_pressing(clocks: QuerySet[Clock], *, reader: Reader, count: int) -> list[Clock]:
    """Give the gravest few, one standing at a time, so that an index serves each."""
    found: list[Clock] = []
    for standing in ORDER[:4]:
        if len(found) < count:
            wanted = clocks.filter(standing_is(standing, reader=reader)).order_by("due_on", "id")
            found += wanted[: count - len(found)]
    return found


def how_many(clocks: QuerySet[Clock], *, standing: Standing, reader: Reader, upto: int) -> int:
    """Count clocks that stand so, but no further than `upto`."""
    matching = clocks.filter(standing_is(standing, reader=reader)).order_by()
    return matching.select_related(None)[:upto].count()
