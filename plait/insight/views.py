"""The area for its leaders, and the children behind a figure for those who may see them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.insight import national, pages, queries
from plait.insight.forms import BehindForm
from plait.insight.measures import MEASURES
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.standards.small_numbers import FEWEST
from plait.ui.downloads import csv_answer

PER_PAGE = 50
FOR = (Role.SEND_MANAGER, Role.DATA_OFFICER, Role.AREA_LEADER, Role.DCO)


@require_safe
@for_roles(*FOR, to="see the area's figures")
def area(request: HttpRequest) -> HttpResponse:
    """How the area is doing: timeliness, standing, needs, placements."""
    reader = request.person
    opens = queries.may_open(reader)
    context = {
        "sections": [
            pages.section(measure, queries.figures(reader, measure), opens=opens)
            for measure in MEASURES
        ],
        "counted_at": queries.counted_at(reader),
        "opens": opens,
        "fewest": FEWEST,
        "licence": national.LICENCE,
    }
    return render(request, "insight/area.html", context)


@require_safe
@for_roles(*FOR, to="see the area's figures")
def behind(request: HttpRequest, measure: str) -> HttpResponseBase:
    """The children behind a figure."""
    reader = request.person
    if measure not in MEASURES:
        raise Http404
    if not queries.may_open(reader):
        raise Refused(
            "You see this area's figures, not the children behind them.",
            who_can="The SEND manager can open them with you.",
        )
    form = BehindForm(request.GET)
    if not form.is_valid():
        raise Http404
    found = queries.children_behind(reader, measure, **form.cleaned_data)
    if request.GET.get("as") == "csv":
        looked(area=reader.area, by=reader.user, parts=f"Children behind {measure}, saved as CSV")
        rows = ((child.pk, child.name, child.birth_date) for child in found)
        return csv_answer(measure, ("Record", "Child", "Birth date"), rows)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    looked(
        area=reader.area,
        by=reader.user,
        parts=f"Children behind a figure: {MEASURES[measure].title}",
        children=[child.pk for child in page],
    )
    query = request.GET.copy()
    query["as"] = "csv"
    chosen = form.cleaned_data
    context = {
        "measure": MEASURES[measure],
        "page": page,
        "month": chosen["month"],
        "group": pages.words(measure, chosen["group"]) if chosen["group"] else "",
        "csv_href": f"?{query.urlencode()}",
    }
    return render(request, "insight/behind.html", context)
