"""A school's own counts of a term as a table, each with the figures it may be held against."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.standards.attendance.counted import YEAR, measure
from plait.ui.tables import Cell, Column

TERMS = {
    "autumn": later("Autumn term"),
    "spring": later("Spring term"),
    "summer": later("Summer term"),
    YEAR: later("The whole year"),
}


def counted(counts: Iterable[tuple[str, int, str, int, dict[str, int]]]) -> dict[str, object]:
    """Give the table; it has no rows where no school sent counts."""
    rows = [_row(*one) for one in counts]
    return {"counted_columns": _columns(), "counted_rows": rows}


def _columns() -> list[Column]:
    return [
        Column("term", _("Term")),
        Column("missed", _("Sessions missed"), numeric=True),
        Column("rate", _("Of a hundred"), numeric=True),
        Column("base", _("What it may be held against")),
    ]


def _row(setting: str, year: int, term: str, possible: int, by_code: dict[str, int]) -> dict:
    found = measure(possible, by_code, term=term)
    school_year = f"{year}/{(year + 1) % 100:02d}"
    return {
        "term": Cell(f"{_(TERMS.get(term, term))} {school_year}", note=setting),
        "missed": _("%(missed)s of %(possible)s")
        % {"missed": found.absent, "possible": found.possible},
        "rate": "" if found.rate is None else f"{100 * found.rate:.1f}",
        "base": _("Nothing: the school’s own total of a year")
        if term == YEAR
        else _("The published census figures, a term in arrears"),
    }
