"""What the page of the one list shows under the filters that are asked for."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from plait.watch import pages, queries_list
from plait.watch.beside_list import Beside, beside_list
from plait.watch.forms_list import ListFilter
from plait.watch.places import Places, places_of
from plait.watch.views.filters import form_of

PER_PAGE = 25
UNFIT = (
    "This filter asks for a setting, ward or owner that the list has nobody of any more, so it "
    "shows nobody."
)


def shown_list(request: HttpRequest) -> tuple[dict[str, Any], list[int]]:
    """Give what the list shows, and of whom."""
    reader = request.person
    beside = beside_list(reader)
    places = places_of(reader, beside.whom)
    form = form_of(request, beside, places)
    chosen = chosen_by(form)
    page = _page(request, chosen, places, beside)
    lines = [pages.line(entry, reader.today) for entry in queries_list.shown(list(page))]
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "form": form,
        "page": page,
        "lines": lines,
        "summary": pages.summary(beside.count, beside.due, beside.nobodys),
        "as_of": beside.as_of,
        "csv_href": f"?{query.urlencode()}",
        "kept": beside.kept,
        "here": queries_list.as_query(chosen or {}),
        "unfit": UNFIT if chosen is None else "",
    }
    return context, [one.child_id for one in lines]


def _page(
    request: HttpRequest, chosen: dict[str, str] | None, places: Places, beside: Beside
) -> Page:
    """Give the numbers of one page's entries; the whole list is counted already."""
    asked = dict(chosen or {})
    children = places.children(asked.pop("setting", ""), asked.pop("ward", ""))
    rows = queries_list.numbers_of(request.person, children, **asked)
    paginator = Paginator(rows if chosen is not None else rows.none(), PER_PAGE)
    if chosen is not None and not any(chosen.values()):
        paginator.count = beside.count
    return paginator.get_page(request.GET.get("page"))


def chosen_by(form: ListFilter) -> dict[str, str] | None:
    """Give what is asked for; nothing where that cannot be, so that it never shows everybody."""
    return {} if not form.is_bound else form.cleaned_data if form.is_valid() else None
