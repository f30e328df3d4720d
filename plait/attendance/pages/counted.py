"""A school's own counts of a term as a table, each with the figures it may be held against."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.attendance.pages.measured import HIDDEN
from plait.standards.attendance.counted import YEAR, Counted, measure
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
        Column("hides", _("What a rate of absence does not show")),
        Column("base", _("What it may be held against")),
    ]


def _row(setting: str, year: int, term: str, possible: int, by_code: dict[str, int]) -> dict:
    found = measure(possible, by_code, term=term)
    school_year = f"{year}/{(year + 1) % 100:02d}"
    return {
        "term": Cell(f"{_(TERMS.get(term, term))} {school_year}", note=setting),
        "missed": _("%(missed)s of %(possible)s")
        % {"missed": found.absent, "possible": found.possible},
        "rate": "" if found.rate is None else Cell(f"{100 * found.rate:.1f}", note=_much(found)),
        "hides": "; ".join(_hidden(found)),
        "base": _("The published census figures, a term in arrears")
        if found.official
        else _("Nothing: the school’s own total of a year"),
    }


def _much(found: Counted) -> str:
    if found.severe:
        return _("half or more")
    return _("a tenth or more") if found.persistent else ""


def _hidden(found: Counted) -> Iterator[str]:
    """Say what the rate does not show, as the measures of marks say it."""
    for what, codes in HIDDEN:
        if sessions := sum(found.hidden.get(code, 0) for code in codes):
            yield f"{_(what)}: {sessions}"
