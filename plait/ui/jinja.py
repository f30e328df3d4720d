"""The Jinja environment that draws every page."""

from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.html import json_script
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from plait.ui import (
    charts,
    context,
    fields,
    govuk,
    pagination,
    plait_drawing,
    plait_rows,
    table_rows,
    words,
)
from plait.ui.kept import kept
from plait.ui.navigation import Crumb
from plait.ui.tables import Cell, Column

MOST = 8192  # sentences, and addresses, in each web process
FILTERS = {
    "day": words.day,
    "long_day": words.long_day,
    "short_day": words.short_day,
    "moment": words.moment,
    "weeks": words.weeks,
    "plural": words.plural,
    "number": words.number,
    "english": words.english,
}


def environment(**options: Any) -> Environment:
    """Build the environment; a misspelt name fails loudly instead of drawing nothing."""
    found = options.pop("loader", None)
    ours = PackageLoader("plait.ui")
    loader = ChoiceLoader([found, ours]) if found else ours
    options |= {"loader": loader, "undefined": StrictUndefined, "autoescape": True}
    built = Environment(
        extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, **options
    )
    built.install_gettext_callables(gettext, translation.ngettext, newstyle=True)
    built.filters.update(FILTERS)
    built.globals.update(context.bare() | global_functions())
    built.globals["ui"] = built.get_template("plait/components/all.html").module
    return built


def global_functions() -> dict[str, Any]:
    """Name the functions that a template may call without importing them."""
    return {
        "static": static,
        "url": url,
        "json_data": json_data,
        "button": govuk.button,
        "details": govuk.details,
        "warning": govuk.warning,
        "notification": govuk.notification,
        "govuk_breadcrumbs": govuk.breadcrumbs,
        "govuk_error_summary": govuk.error_summary,
        "plait_form": fields.draw_form,
        "form_errors": fields.form_errors,
        "page_links": pagination.page_links,
        "bar_chart": charts.bar_chart,
        "line_chart": charts.line_chart,
        "draw_plait": plait_drawing.draw,
        "kept": kept,
        "plait_rows": plait_rows,
        "draw_tag": table_rows.tag,
        "draw_cell": table_rows.cell,
        "rows_drawn": table_rows.rows_drawn,
        "Column": Column,
        "Cell": Cell,
        "Crumb": Crumb,
    }


@lru_cache(maxsize=MOST)
def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a page by its name."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def gettext(message: str) -> str:
    """Say a sentence of a page in the reader's language."""
    return _said(translation.get_language(), message)


@lru_cache(maxsize=MOST)
def _said(language: str | None, message: str) -> str:
    """Look a sentence up once: the catalogues of a language are asked one after another."""
    return translation.gettext(message)


def json_data(element_id: str, value: Any) -> str:
    """Write data for a script of ours to read; the browser does not run it."""
    return json_script(value, element_id)
