"""The rows of a table, drawn here and not by a macro: a page may have hundreds of cells."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from plait.ui.tables import Column

_TAG = Markup('<span class="plait-tag plait-tag--{}">{}</span>')
_LINK = Markup('<a class="govuk-link" href="{}">{}</a>')
_NOTE = Markup('{} <span class="plait-quiet plait-note">{}</span>')
_UNKNOWN = Markup('<span class="plait-quiet">{}</span>')


def tag(words: str, kind: str = "running") -> Markup:
    """Draw a standing: always said in words, the kind only gives it a colour."""
    return _TAG.format(kind, words)


def cell(value: Any) -> Markup:
    """Draw what a cell holds: words, a number, a `Cell`, or that it is not known."""
    if isinstance(value, (str, int)):
        return escape(value)
    if value is None:
        return _UNKNOWN.format(_("not known"))
    if not hasattr(value, "href"):
        return escape(value)
    if value.tag:
        drawn = tag(value.text, value.tag)
    else:
        drawn = _LINK.format(value.href, value.text) if value.href else escape(value.text)
    return _NOTE.format(drawn, value.note) if value.note else drawn


def rows_drawn(columns: Iterable[Column], rows: Iterable[Any]) -> Markup:
    """Draw a table's rows: mappings, or objects, that hold each column's key."""
    before = [(column.key, _before(column, first=not at)) for at, column in enumerate(columns)]
    return Markup("".join(_row(before, row) for row in rows))


def _row(before: list[tuple[str, str]], row: Any) -> str:
    held = isinstance(row, Mapping)
    cells = [f"{opening}{cell(row[key] if held else getattr(row, key))}" for key, opening in before]
    # The first is a heading of its row; the others' words stand in a box of their own.
    drawn = cells[0] + "</th>" + "".join(f"{one}</span></td>" for one in cells[1:])
    return f'<tr class="plait-table__row">{drawn}</tr>\n'


def _before(column: Column, *, first: bool) -> str:
    label = escape(column.heading)
    if first:
        look = 'scope="row" class="plait-table__cell plait-table__cell--first"'
        return f'<th {look} data-label="{label}">'
    number = " plait-table__cell--number" if column.numeric else ""
    number += " plait-table__cell--whole" if column.whole else ""
    value = '<span class="plait-table__value">'
    return f'<td class="plait-table__cell{number}" data-label="{label}">{value}'
