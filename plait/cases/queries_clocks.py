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
from plait.law.duties import DUTIES
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
# A day of guidance never stands before a day of law, however long it has passed.
GUIDANCE = tuple(sorted(one.id for one in DUTIES.values() if one.kind == "guidance"))
LATE_GUIDANCE = "late_guidance"
RANKS = (Standing.LATE, Standing.DUE_SOON, LATE_GUIDANCE, *ORDER[2:])


def rank_is(rank: str, *, reader: Reader) -> Q:
    """Give the condition under which an open clock has this rank; guidance is soon only by law."""
    guidance = Q(duty__in=GUIDANCE)
    if rank == LATE_GUIDANCE:
        return standing_is(Standing.LATE, reader=reader) & guidance
    soon = standing_is(Standing.DUE_SOON, reader=reader)
    if rank == Standing.RUNNING:
        return standing_is(Standing.RUNNING, reader=reader) | (soon & guidance)
    found = standing_is(Standing(rank), reader=reader)
    return found & ~guidance if rank in (Standing.LATE, Standing.DUE_SOON) else found


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
            When(rank_is(rank, reader=reader), then=Value(place))
            for place, rank in enumerate(RANKS)
        ),
        default=Value(len(RANKS)),
        output_field=IntegerField(),
    )
    return clocks.annotate(risk=rank).order_by("risk", "due_on", "id")


class ByRisk:
    """Open clocks in order of legal risk, cut as a list is: each rank is served by an index."""

    def __init__(self, clocks: QuerySet[Clock], *, reader: Reader) -> None:
        self.clocks, self.reader = clocks, reader

    def of(self, rank: str) -> QuerySet[Clock]:
        wanted = rank_is(rank, reader=self.reader)
        return self.clocks.filter(wanted).order_by("due_on", "id")

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand so, for each standing, in one question."""
        each = {s.value: Count("pk", filter=standing_is(s, reader=self.reader)) for s in ORDER}
        each |= {f"rank_{one}": Count("pk", filter=self._rank(one)) for one in RANKS}
        return self.clocks.select_related(None).order_by().aggregate(**each)

    def count(self) -> int:
        return sum(self.counts[standing.value] for standing in ORDER)

    def _rank(self, rank: str) -> Q:
        return rank_is(rank, reader=self.reader)

    def __getitem__(self, cut: slice) -> list[Clock]:
        skip, wanted = cut.start or 0, cut.stop - (cut.start or 0)
        found: list[Clock] = []
        for rank in RANKS:
            here = self.counts[f"rank_{rank}"]
            if len(found) < wanted and skip < here:
                found += self.of(rank)[skip : skip + wanted - len(found)]
            skip = max(0, skip - here)
        return found


def most_pressing(clocks: QuerySet[Clock], *, reader: Reader, count: int) -> list[Clock]:
    """Give the gravest few, one rank at a time, so that an index serves each."""
    found: list[Clock] = []
    for rank in RANKS[:5]:
        if len(found) < count:
            wanted = clocks.filter(rank_is(rank, reader=reader)).order_by("due_on", "id")
            found += wanted[: count - len(found)]
    return found


def how_many(clocks: QuerySet[Clock], *, standing: Standing, reader: Reader, upto: int) -> int:
    """Count clocks that stand so, but no further than `upto`."""
    matching = clocks.filter(standing_is(standing, reader=reader)).order_by()
    return matching.select_related(None)[:upto].count()
