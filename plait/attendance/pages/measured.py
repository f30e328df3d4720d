"""A child's absence over a period on each official basis, side by side, and what a rate hides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.attendance.queries.registers import Registers
from plait.standards.attendance.bases import Period, census_terms, year_to_date
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.measures import Counts, count
from plait.standards.attendance.register import school_year, span
from plait.ui.tables import Cell, Column
from plait.ui.words import long_day

PERIODS = {
    "the school year to date": later("the school year to date"),
    "the autumn term": later("the autumn term"),
    "the autumn and spring terms": later("the autumn and spring terms"),
    "the full year": later("the full year"),
}
# What a rate hides: how it is said, and the codes that make it.
HIDDEN = (
    (later("Off under a part-time timetable (C2): counted as absence, though the school agreed"),
     ("C2",)),
    (later("Taught somewhere the authority arranged (K): counted as present"), ("K",)),
    (later("At another approved activity off site (B): counted as present"), ("B",)),
    (later("No transport, or none that ran (Q, Y1): not counted at all"), ("Q", "Y1")),
    (later("Could not come for another cause (Y2 to Y7): not counted at all"),
     ("Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Y")),
    (later("Suspended or excluded (E): counted as absence"), ("E",)),
    (later("At the other school (D): that school counts it"), ("D",)),
    (later("Not of an age to be expected (X): not counted at all"), ("X",)),
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One period of a child's year: its heading, its days in words, and what came of it."""

    key: str
    heading: str
    days: str
    counts: Counts
    marks: bytes

    @property
    def column(self) -> Column:
        return Column(self.key, self.heading, numeric=True)


def measured(
    held: Registers, *, today: date, first: date | None, last: date | None, admitted: date | None
) -> list[Measured]:
    """Measure the asked period, if one is asked, and the periods of the two official bases."""
    latest = min(held.known_to or today, today)
    year = school_year(latest)
    found = []
    if first and last:
        found.append(_measured("asked", _("The days you asked for"), held, first, last))
    monitor = year_to_date(year, latest, admitted=admitted)
    found.append(_on_a_basis("monitor", held, monitor))
    census = census_terms(year, latest) or census_terms(year - 1, date(year, 8, 31))
    if census is not None:
        found.append(_on_a_basis("census", held, census))
    return found


def _on_a_basis(key: str, held: Registers, period: Period) -> Measured:
    return _measured(
        key,
        f"{period.basis.value}, {_(PERIODS[period.words])}",
        held,
        period.first,
        period.last,
    )


def _measured(key: str, heading: str, held: Registers, first: date, last: date) -> Measured:
    marks = b"".join(marks[span(year, first, last)] for year, marks in held.joined.items())
    days = _("%(first)s to %(last)s") % {"first": long_day(first), "last": long_day(last)}
    return Measured(key, heading, days, count(marks), marks)


def columns() -> list[Column]:
    """Name the measures; each period is a row of them."""
    return [
        Column("period", _("Counted over")),
        Column("possible", _("Sessions that could be attended"), numeric=True),
        Column("missed", _("Missed"), numeric=True),
        Column("rate", _("Missed, of a hundred"), numeric=True),
        Column("accepted", _("Missed for a reason the school accepted"), numeric=True),
        Column("others", _("Missed without one"), numeric=True),
        Column("persistent", _("Missed a tenth or more (persistent)")),
        Column("severe", _("Missed half or more (severe)")),
    ]


def rows(every: list[Measured]) -> list[Mapping[str, object]]:
    """Give the measures of each period beside those of the others."""
    return [_row(one, one.counts) for one in every]


def _row(one: Measured, counts: Counts) -> Mapping[str, object]:
    return {
        "period": Cell(one.heading, note=one.days),
        "possible": counts.possible,
        "missed": counts.absent,
        "rate": _per_cent(counts),
        "accepted": counts.authorised,
        "others": counts.unauthorised,
        "persistent": _yes(counts.possible, counts.persistent),
        "severe": _yes(counts.possible, counts.severe),
    }


def hidden_rows(every: list[Measured]) -> list[Mapping[str, object]]:
    """Give what an absence rate hides, a row each, where there is any."""
    found = []
    for what, codes in HIDDEN:
        numbers = {one.key: _many(one.marks, codes) for one in every}
        if any(numbers.values()):
            found.append({"what": _(what)} | numbers)
    return found


def _many(marks: bytes, codes: tuple[str, ...]) -> int:
    return sum(marks.count(CODES[code].byte) for code in codes)


def _per_cent(counts: Counts) -> str:
    if counts.rate is None:
        return _("no rate")
    return f"{100 * counts.rate:.1f}"


def _yes(possible: int, value: bool) -> str:
    if not possible:
        return _("no rate")
    return _("Yes") if value else _("No")
