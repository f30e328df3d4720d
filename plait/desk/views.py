"""The first page of each role, and the list of cases."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from plait.access import kept_pages
from plait.access.guards import for_roles, signed_in
from plait.access.reader import Reader
from plait.cases.area_rules import targets_of
from plait.cases.queries_clocks import ByRisk
from plait.desk import pages, pages_work, queries
from plait.desk.forms import CasesForm
from plait.desk.queries_work import Work, beside, work_of
from plait.desk.today import card_of
from plait.journal.actions import looked
from plait.people.roles import CASE_ROLES, FAMILY_ROLES, Role
from plait.ui.downloads import csv_answer

PER_PAGE = 25
CSV_MOST = 20_000


@require_safe
@signed_in
def today(request: HttpRequest) -> HttpResponse:
    """What needs me, in order of legal risk, and why."""
    reader = request.person
    if reader.holds(*FAMILY_ROLES):
        return redirect("family:children")
    if reader.holds(Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER):
        return redirect("watch:today")
    if not reader.holds(*CASE_ROLES):
        return render(request, "desk/today_other.html", {"cards": card_of(reader)})
    if held := kept_pages.find(request):
        response, children = kept_pages.again(request, held), held.told
    else:
        response, children = kept_pages.drawn_once(
            request, "desk/today.html", lambda: _today(reader)
        )
    looked(area=reader.area, by=reader.user, parts="Today", children=children)
    return response


def _today(reader: Reader) -> tuple[dict[str, Any], list[int]]:
    """Give what Today shows, and of whom."""
    desk, work = queries.desk_of(reader), work_of(reader)
    first, more = _lines_of(reader, desk, work)
    context = {
        "cards": card_of(reader),
        "lines": first,
        "more": more,
        "summary": pages.summary(desk, upto=queries.COUNT_UPTO),
        "today": reader.today,
    }
    return context, [line.child_id for line in (*first, *more)]


def _lines_of(reader: Reader, desk: queries.Desk, work: Work) -> tuple[list[pages.Line], ...]:
    """Give the gravest lines of legal dates and of things to do, and what else waits."""
    today, found = reader.today, beside(desk.clocks, reader)
    dates = pages.lines(
        desk.clocks,
        desk.around,
        today=today,
        may_prepare=reader.holds(Role.CASEWORKER, Role.SEND_MANAGER),
        targets=targets_of(reader.area),
    )
    dates = [
        pages_work.told(line, clock, found, work, today=today)
        for line, clock in zip(dates, desk.clocks, strict=True)
    ]
    around = queries.around(work.children)
    things = pages_work.work_lines(work, around, today=today)
    return pages_work.in_order(dates, things, count=queries.LINES)


@require_safe
@for_roles(*CASE_ROLES, to="see the list of cases")
def cases(request: HttpRequest) -> HttpResponseBase:
    """Every open legal date the reader may see, filtered."""
    if request.GET.get("as") == "csv":
        return _as_csv(request, _found(request)[1])
    if held := kept_pages.find(request):
        response, children = kept_pages.again(request, held), held.told
    else:
        response, children = kept_pages.drawn_once(
            request, "desk/cases.html", lambda: _cases(request)
        )
    reader = request.person
    looked(area=reader.area, by=reader.user, parts="List of cases", children=children)
    return response


def _found(request: HttpRequest) -> tuple[CasesForm, ByRisk]:
    reader = request.person
    form = CasesForm(request.GET, reader=reader)
    chosen = form.cleaned_data if form.is_valid() else {}
    return form, ByRisk(queries.cases(reader, **chosen), reader=reader)


def _cases(request: HttpRequest) -> tuple[dict[str, Any], list[int]]:
    """Give one page of the list, and of whom."""
    reader, (form, found) = request.person, _found(request)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    ids = [clock.child_id for clock in page]
    targets = targets_of(reader.area)
    lines = pages.lines(list(page), queries.around(ids), today=reader.today, targets=targets)
    query = request.GET.copy()
    query["as"] = "csv"
    csv_href = f"?{query.urlencode()}"
    return {"form": form, "page": page, "lines": lines, "csv_href": csv_href}, ids


def _as_csv(request: HttpRequest, found: ByRisk) -> HttpResponseBase:
    reader = request.person
    clocks = found[:CSV_MOST]
    ids = [clock.child_id for clock in clocks]
    lines = pages.lines(clocks, queries.around(ids), today=reader.today)
    looked(area=reader.area, by=reader.user, parts="List of cases, saved as CSV", children=ids)
    headings = ("Child", "Duty", "Due", "Standing", "Why here", "Setting", "Caseworker")
    rows = (
        (x.child, x.does, x.due_on.isoformat(), x.standing, x.why, x.setting, x.worker)
        for x in lines
    )
    return csv_answer("cases", headings, rows)
