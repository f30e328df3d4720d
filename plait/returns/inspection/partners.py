"""What partners' files tell of the children of an inspection list, and which file told it.

Absence, suspensions and exclusions are of the last six months, as the list asks. A column that no
file has told of stays empty for everybody; a nought is written only where a feed is loaded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from typing import Any

from django.db.models import Max

from plait.attendance.models import Register, Suspension
from plait.people.models import Area
from plait.returns.inspection.codes import yes
from plait.standards.attendance.dual import joined
from plait.standards.attendance.measures import count_period
from plait.support.models import CareInvolvement
from plait.ui.words import long_day

SUSPENSIONS, EXCLUSIONS, ABSENCE = "Suspensions", "Permanent exclusions", "Absence"
KNOWN, TEAM = "Known to children's social care?", "Which children's social care team?"
MONTHS = timedelta(days=182)
CHUNK = 2_000
# Most involved first; early help alone is not social care's involvement.
CARE = ("cla", "cp", "cin", "dct", "other")


@dataclass
class Told:
    """The columns of one child, and where each came from."""

    columns: dict[str, str] = field(default_factory=dict)
    origin: list[tuple[str, str]] = field(default_factory=list)  # column, where it came from


@dataclass(frozen=True)
class Feeds:
    """The newest day that each feed of an area speaks of; nothing where none is loaded."""

    registers: date | None
    suspensions: date | None
    care: date | None


def feeds_of(area: Area) -> Feeds:
    """Say how new each feed is."""

    def newest(rows: Any, name: str) -> date | None:
        found: date | None = rows.aggregate(newest=Max(name))["newest"]
        return found

    care = CareInvolvement.objects.filter(area=area)
    return Feeds(
        newest(Register.objects.filter(area=area), "known_to"),
        newest(Suspension.objects.filter(area=area), "from_on"),
        newest(care, "known_to") or newest(care, "since"),
    )


def told(children: Iterable[int], feeds: Feeds, *, on: date) -> dict[int, Told]:
    """Give what partners told of some children, up to a day."""
    found: dict[int, Told] = defaultdict(Told)
    ids = list(children)
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        _absence(found, some, on)
        if feeds.suspensions:
            _sent_home(found, some, on)
        if feeds.care:
            _care(found, some, on)
    return found


def _absence(found: dict[int, Told], ids: list[int], on: date) -> None:
    rows = Register.objects.filter(child__in=ids).select_related("setting", "source")
    held: dict[int, dict[int, list[bytes]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.filter(school_year__gte=on.year - 1):
        held[row.child_id][row.school_year].append(bytes(row.marks))
        name = row.setting.name if row.setting else "No setting in the register"
        said = f"Register of {name} to {long_day(row.known_to)}{_file(row)}"
        found[row.child_id].origin.append((ABSENCE, said))
    for child, years in held.items():
        registers = {year: reduce(joined, every) for year, every in years.items()}
        rate = count_period(registers, on - MONTHS, on).rate
        if rate is not None:
            found[child].columns[ABSENCE] = f"{100 * rate:.1f}"


def _sent_home(found: dict[int, Told], ids: list[int], on: date) -> None:
    rows = Suspension.objects.filter(
        child__in=ids, from_on__range=(on - MONTHS, on), withdrawn_on__isnull=True
    ).select_related("source")
    columns = {"S": SUSPENSIONS, "P": EXCLUSIONS}
    counts: dict[tuple[int, str], int] = defaultdict(int)
    for row in rows:
        counts[row.child_id, columns[row.kind]] += 1
        said = f"From {long_day(row.from_on)}{_file(row)}"
        found[row.child_id].origin.append((columns[row.kind], said))
    for child in ids:
        for column in columns.values():
            found[child].columns[column] = str(counts[child, column])


def _care(found: dict[int, Told], ids: list[int], on: date) -> None:
    rows = CareInvolvement.objects.filter(child__in=ids, since__lte=on, kind__in=CARE)
    running = [row for row in rows.select_related("source") if row.until is None or row.until >= on]
    for child in ids:
        found[child].columns[KNOWN] = yes(False)
    for row in sorted(running, key=lambda one: CARE.index(one.kind), reverse=True):
        found[row.child_id].columns |= {KNOWN: yes(True), TEAM: row.team}
        said = f"{row.get_kind_display()} since {long_day(row.since)}{_file(row)}"
        found[row.child_id].origin.append((KNOWN, said))


def _file(row: Any) -> str:
    if row.source is None:
        return ", written by hand or without a file"
    line = f", line {row.source_line}" if row.source_line else ""
    return f", from {row.source.name}{line}"


def gaps(feeds: Feeds) -> Iterator[tuple[str, str]]:
    """Say of each column of partners whether it is filled, and how new what fills it is."""
    if feeds.registers is None:
        yield ABSENCE, "no register is loaded"
    if feeds.suspensions is None:
        yield SUSPENSIONS, "no suspension is loaded"
        yield EXCLUSIONS, "no exclusion is loaded"
    if feeds.care is None:
        yield KNOWN, "no file of social care is loaded"
        yield TEAM, "no file of social care is loaded"


def how_new(feeds: Feeds) -> list[str]:
    """Say in sentences how new each column of partners is."""
    said = []
    if feeds.registers:
        said.append(
            f"Absence is from registers, the newest to {long_day(feeds.registers)}, over the last "
            "six months; a child without a register in them has none."
        )
    if feeds.suspensions:
        said.append(f"The newest suspension or exclusion is of {long_day(feeds.suspensions)}.")
    if feeds.care:
        said.append(
            f"Social care is as of {long_day(feeds.care)}; early help alone is not counted."
        )
    return said
