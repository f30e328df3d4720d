"""The area's attendance as kept figures: sums of its SEND groups on each official basis.

Leaders read figures, not registers. A figure's `month` is the day up to which it was counted, from
which the days of each basis follow; `yes` of `of` are the two parts of each sum.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from plait.access.reader import Reader
from plait.insight.models import Figure
from plait.insight.queries_attendance import GROUPS, Days, Found, measured, newest_day, periods
from plait.standards.attendance.area import Sums
from plait.standards.attendance.measures import HIDDEN, Counts, added

PREFIX = "attendance"
Pair = tuple[int, int]


def counted(*, by: Reader, at: datetime) -> list[Figure]:
    """Measure the area's registers and give the figures, not yet kept; none without a register."""
    newest = newest_day(by)
    if newest is None:
        return []
    latest = min(newest, by.today)
    return [
        Figure(
            area=by.area, measure=f"{PREFIX}:{one.days.key}:{name}", month=latest, group=group,
            yes=yes, of=of, at=at,
        )
        for one in measured(by, periods(latest))
        for group in GROUPS
        for name, (yes, of) in _parts(one.groups[group])
    ]  # fmt: skip


def found(reader: Reader) -> list[Found]:
    """Give the kept figures again as sums, a run of days each."""
    rows = Figure.objects.filter(area=reader.area, measure__startswith=f"{PREFIX}:")
    held: dict[str, dict[str, dict[str, Pair]]] = defaultdict(lambda: defaultdict(dict))
    until: set[date] = set()
    for measure, month, group, yes, of in rows.values_list(
        "measure", "month", "group", "yes", "of"
    ):
        _, basis, name = measure.split(":")
        held[basis][group][name] = (yes, of)
        until.add(month)
    days = periods(max(until)) if until else []
    return [_found(one, held[one.key]) for one in days if one.key in held]


def _parts(sums: Sums) -> Iterator[tuple[str, Pair]]:
    yield "enrolments", (sums.in_rates, sums.enrolments)
    yield "no_session", (sums.no_session, sums.enrolments)
    yield "persistent", (sums.persistent, sums.in_rates)
    yield "severe", (sums.severe, sums.in_rates)
    yield "unauthorised", (sums.counts.unauthorised, sums.counts.absent)
    yield "recorded", (sums.counts.possible, sums.counts.recorded)
    for name in HIDDEN:
        yield name, (getattr(sums.counts, name), sums.counts.recorded)


def _found(days: Days, groups: dict[str, dict[str, Pair]]) -> Found:
    sums = {group: _sums(parts) for group, parts in groups.items()}
    *numbers, counts = zip(*sums.values(), strict=True)
    return Found(days, Sums(*map(sum, numbers), added(counts)), sums)


def _sums(parts: dict[str, Pair]) -> Sums:
    (in_rates, enrolments), (unauthorised, absent) = parts["enrolments"], parts["unauthorised"]
    possible, recorded = parts["recorded"]
    hidden = {name: parts[name][0] for name in HIDDEN}
    counts = Counts(
        recorded=recorded, possible=possible, authorised=absent - unauthorised,
        unauthorised=unauthorised, **hidden,
    )  # fmt: skip
    one = (parts[name][0] for name in ("no_session", "persistent", "severe"))
    return Sums(enrolments, enrolments - in_rates, *one, counts)
