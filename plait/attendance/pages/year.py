"""Everything a page shows of one child's attendance, already in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from plait.attendance.pages import measured, patterns, strip
from plait.attendance.pages.measured import Measured
from plait.attendance.queries.registers import Registers
from plait.standards.attendance.thresholds import DEFAULT, Thresholds
from plait.ui.tables import Column
from plait.ui.words import long_day

OPEN_WEEKS = 6


@dataclass(frozen=True)
class Year:
    """One school year of a child: sentences, the strip, its legend and the table by week."""

    name: str
    sentence: str
    notes: list[str]
    parts: list[strip.Part]
    legend: list[tuple[str, str, int]]
    week_columns: list[Column]
    week_rows: list[dict[str, object]]
    earlier_rows: list[dict[str, object]]
    other_years: list[tuple[int, str]]


def year_of(held: Registers, *, today: date, year: int | None = None) -> Year | None:
    """Give a school year as a page shows it, the newest that is held if none is asked."""
    if not held.joined:
        return None
    chosen = year if year in held.joined else max(held.joined)
    weeks = strip.weeks_of(chosen, held.joined[chosen])
    rows = strip.rows_of(weeks)
    return Year(
        name=_named(chosen),
        sentence=sentence(held, today=today),
        notes=_notes(held, chosen),
        parts=strip.parts_of(weeks),
        legend=strip.legend_of(weeks),
        week_columns=_columns(saturday=any(one.saturday for one in weeks)),
        week_rows=rows[:OPEN_WEEKS],
        earlier_rows=rows[OPEN_WEEKS:],
        other_years=[(one, _named(one)) for one in held.joined if one != chosen],
    )


def _named(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def sentence(held: Registers, *, today: date) -> str:
    """Say in one sentence how the school year to date stands; nothing held is said, too."""
    if not held.joined:
        return _("No register is loaded for this child, so nothing can be said of attendance.")
    now = _monitor(held, today)
    if not now.counts.recorded:
        return _(
            "No session is recorded this school year: an absence rate leaves this child out, so "
            "somebody should ask why."
        )
    if not now.counts.possible:
        return _("No session this school year could be attended, so there is no absence rate.")
    return _("Missed %(missed)s of %(possible)s sessions this school year, %(rate)s in a hundred. "
             "The newest mark is of %(day)s.") % {
        "missed": now.counts.absent, "possible": now.counts.possible,
        "rate": f"{100 * (now.counts.rate or 0):.1f}",
        "day": long_day(held.known_to),
    }  # fmt: skip


def _monitor(held: Registers, today: date) -> Measured:
    every = measured.measured(held, today=today, first=None, last=None, admitted=None)
    return next(one for one in every if one.key == "monitor")


def _notes(held: Registers, year: int) -> list[str]:
    """Say which schools keep a register, and where two say that they had the child."""
    names, twice = held.names(year), held.claimed_twice(year)
    found = []
    if names:
        found.append(_("Registers of: %(names)s.") % {"names": ", ".join(names)})
    if len(names) > 1:
        found.append(
            _(
                "They are joined into one, so no session counts twice: who saw the child "
                "comes before who did not."
            )
        )
    if twice:
        found.append(
            _(
                "Both recorded %(count)s sessions as their own, where one should have written D. "
                "Each counts once here."
            )
            % {"count": twice}
        )
    return found


def _columns(*, saturday: bool) -> list[Column]:
    days = [date(2026, 9, 7 + number) for number in range(6 if saturday else 5)]
    return [
        Column("week", _("Week of"), whole=True),
        *(Column(f"day{at}", in_words(day, "l")) for at, day in enumerate(days)),
        Column("missed", _("Missed"), whole=True),
    ]


def of_a_child(
    held: Registers,
    *,
    today: date,
    year: int | None = None,
    first: date | None = None,
    last: date | None = None,
    admitted: date | None = None,
    taken: bytes = b"",
    limits: Thresholds = DEFAULT,
) -> dict[str, Any]:
    """Give the whole page of one child: the year, its measures, what they hide, and patterns."""
    every = measured.measured(held, today=today, first=first, last=last, admitted=admitted)
    shown = year_of(held, today=today, year=year)
    return {
        "attendance": shown,
        "attendance_sentence": shown.sentence if shown else sentence(held, today=today),
        "measures": every,
        "measure_columns": measured.columns(),
        "hidden_columns": [Column("what", _("What")), *(one.column for one in every)],
        "measure_rows": measured.rows(every),
        "hidden_rows": measured.hidden_rows(every),
        "unrecorded": [one.heading for one in every if not one.counts.recorded],
        "patterns": [patterns.says(one) for one in patterns.found_in(held, today, taken, limits)],
    }
