"""Absence of many enrolments, read from registers as they are stored: by SEND group and setting."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q

from plait.access.reader import Reader
from plait.attendance.models import Enrolment, Register
from plait.cases.models import Plan
from plait.people.models import Organisation
from plait.standards.attendance.area import Sums, by_group, summed
from plait.standards.attendance.bases import Basis, census_terms, year_to_date
from plait.standards.attendance.measures import Counts, added, count
from plait.standards.attendance.register import school_year, span
from plait.support.models import SenSupport

PLAN, SUPPORT, NONE = "plan", "support", "none"
GROUPS = (PLAN, SUPPORT, NONE)
AT_ONCE = 20_000


@dataclass(frozen=True)
class Days:
    """The days that are measured, and which official basis they are on."""

    key: str
    heading: str
    first: date
    last: date


@dataclass(frozen=True)
class Found:
    """What the enrolments a reader sees came to over one run of days."""

    days: Days
    every: Sums
    groups: Mapping[str, Sums]
    settings: Mapping[int | None, Sums] = field(default_factory=dict)


def periods(latest: date, *, first: date | None = None, last: date | None = None) -> list[Days]:
    """Give the days that were asked, and those of the two official bases."""
    year = school_year(latest)
    found = [Days("asked", "The days you asked for", first, last)] if first and last else []
    monitor = year_to_date(year, latest)
    found.append(Days("monitor", f"{Basis.MONITOR.value}: {monitor.words}", *monitor[:2]))
    census = census_terms(year, latest) or census_terms(year - 1, date(year, 8, 31))
    if census:
        words = f"{census.words} of {census.first.year}/{(census.first.year + 1) % 100:02}"
        found.append(Days("census", f"{Basis.CENSUS.value}: {words}", *census[:2]))
    return found


def newest_day(reader: Reader) -> date | None:
    """Give the newest day that a register the reader sees speaks of."""
    rows = Register.objects.filter(area=reader.area)
    return rows.aggregate(newest=Max("known_to"))["newest"]


def settings_seen(reader: Reader) -> list[tuple[int, str]]:
    """Give the settings whose registers the reader sees, by name."""
    kept = Register.objects.filter(area=reader.area, setting__isnull=False)
    rows = Organisation.objects.filter(pk__in=kept.values("setting"))
    return list(rows.order_by("name").values_list("id", "name"))


def measured(
    reader: Reader, periods: Sequence[Days], *, setting: int | None = None, group: str = ""
) -> list[Found]:
    """Measure every run of days in one reading of the registers."""
    plans, support = _with_plan(reader, periods), _on_support(reader, periods)

    def send(child: int) -> str:
        return PLAN if child in plans else SUPPORT if child in support else NONE

    parts, gone = [_parts(days) for days in periods], [_gone(reader, days) for days in periods]
    counted: list[dict[tuple[int, int | None], Counts]] = [{} for _ in periods]
    for child, where, year, marks in _registers(reader, periods, setting):
        if group and send(child) != group:
            continue
        key = (child, where)
        for held, part, away in zip(counted, parts, gone, strict=True):
            if (cut := part.get(year)) is not None:
                told = count(marks[cut])
                if not told.recorded and key in away:
                    continue
                held[key] = added((held[key], told)) if key in held else told
    return [_found(days, held, send) for days, held in zip(periods, counted, strict=True)]


def _gone(reader: Reader, days: Days) -> set[tuple[int, int | None]]:
    """Give whom no roll of the setting held on any of the days: silence about them says nothing."""
    outside = Q(left_on__lt=days.first) | Q(entered_on__gt=days.last)
    rolls = Enrolment.objects.filter(area=reader.area)
    left = set(rolls.filter(outside).values_list("child_id", "setting_id"))
    still = rolls.exclude(outside).filter(child_id__in={child for child, _ in left})
    return left - set(still.values_list("child_id", "setting_id"))


def _parts(days: Days) -> dict[int, slice]:
    """Give the part of each school year's register that the days cover."""
    years = range(school_year(days.first), school_year(days.last) + 1)
    return {year: span(year, days.first, days.last) for year in years}


def _found(
    days: Days, held: Mapping[tuple[int, int | None], Counts], send: Callable[[int], str]
) -> Found:
    """Sum each SEND group of each setting once; the rest are sums of these few."""
    cells = by_group(((send(child), where), told) for (child, where), told in held.items())
    groups = {group: _of(cells, lambda key, one=group: key[0] == one) for group in GROUPS}
    places = dict.fromkeys(where for _, where in cells)
    return Found(
        days,
        _of(cells, lambda _: True),
        groups,
        {where: _of(cells, lambda key, one=where: key[1] == one) for where in places},
    )


Cell = tuple[str, int | None]


def _of(cells: Mapping[Cell, Sums], wanted: Callable[[Cell], bool]) -> Sums:
    """Add the sums of the cells that are wanted."""
    some = [sums for key, sums in cells.items() if wanted(key)]
    if not some:
        return summed([])
    *numbers, _ = zip(*some, strict=True)
    return Sums(*map(sum, numbers), added(one.counts for one in some))


def _registers(
    reader: Reader, periods: Iterable[Days], setting: int | None
) -> Iterator[tuple[int, int | None, int, bytes]]:
    years: set[int] = set()
    for days in periods:
        years |= set(range(school_year(days.first), school_year(days.last) + 1))
    rows = Register.objects.filter(area=reader.area, school_year__in=years)
    if setting is not None:
        rows = rows.filter(setting=setting)
    found = rows.order_by().values_list("child_id", "setting_id", "school_year", "marks")
    for child, where, year, marks in found.iterator(chunk_size=AT_ONCE):
        yield child, where, year, bytes(marks)


def on_day(periods: Sequence[Days]) -> date:
    """The day on which a child's SEND group is asked: the last of the newest days."""
    return max(days.last for days in periods)


def _with_plan(reader: Reader, periods: Sequence[Days]) -> set[int]:
    on = on_day(periods)
    live = Q(ceased_on__isnull=True) | Q(ceased_on__gt=on)
    rows = Plan.objects.filter(live, area=reader.area, started_on__lte=on)
    return set(rows.values_list("child_id", flat=True))


def _on_support(reader: Reader, periods: Sequence[Days]) -> set[int]:
    on = on_day(periods)
    live = Q(until__isnull=True) | Q(until__gte=on)
    rows = SenSupport.objects.filter(live, area=reader.area, since__lte=on)
    return set(rows.values_list("child_id", flat=True))
