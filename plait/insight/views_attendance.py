"""Absence measured for the area, a setting or a SEND group, over any days."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.access.guards import for_roles
from plait.insight import attendance_figures, national
from plait.insight import pages_attendance as pages
from plait.insight import queries_attendance as queries
from plait.insight.forms_attendance import MeasureForm
from plait.insight.queries import counted_at
from plait.insight.views import FOR as AREA
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.ui.downloads import csv_answer
from plait.ui.tables import Column

FOR = (
    Role.SEND_MANAGER, Role.DATA_OFFICER, Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER,
    Role.SENCO, Role.CASEWORKER,
)  # fmt: skip
CONCERNS = (Role.ATTENDANCE_OFFICER, Role.SENCO, Role.SEND_MANAGER, Role.CASEWORKER)


@require_safe
@for_roles(*FOR, to="see how much school is missed")
def attendance(request: HttpRequest) -> HttpResponseBase:
    """Show absence with SEND against without, on both official bases and over any days."""
    reader = request.person
    names = dict(queries.settings_seen(reader))
    form = MeasureForm(request.GET, settings=names.items())
    chosen = form.cleaned_data if form.is_valid() else {}
    latest = min(queries.newest_day(reader) or reader.today, reader.today)
    periods = queries.periods(latest, first=chosen.get("first"), last=chosen.get("last"))
    found = queries.measured(
        reader, periods, setting=chosen.get("setting"), group=chosen.get("group") or ""
    )
    tables = [pages.table(one) for one in found]
    if request.GET.get("as") == "csv":
        looked(area=reader.area, by=reader.user, parts="Attendance measures, saved as CSV")
        return csv_answer("attendance", pages.CSV_HEADINGS, pages.as_csv(tables, found))
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "form": form,
        "tables": tables,
        "columns": pages.COLUMNS,
        "hide_columns": pages.HIDE_COLUMNS,
        "setting_columns": [Column("group", "Setting"), *pages.COLUMNS[1:]],
        "settings": pages.by_setting(found[0], names) if not chosen.get("setting") else [],
        "settings_days": tables[0],
        "sources": pages.sources(),
        "licence": national.LICENCE,
        "small": pages.SMALL,
        "as_of": pages.as_of(queries.on_day(periods)),
        "england": pages.ENGLAND,
        "csv_href": f"?{query.urlencode()}",
        "concerns": reader.holds(*CONCERNS),
        "sees_all": reader.sees_all("attendance"),
    }
    return render(request, "insight/attendance.html", context)


@require_safe
@for_roles(*AREA, to="see the area's figures")
def of_area(request: HttpRequest) -> HttpResponse:
    """Show the area's attendance to its leaders: the figures counted at night, and no child."""
    found = attendance_figures.found(request.person)
    context = {
        "tables": [pages.table(one) for one in found],
        "columns": pages.COLUMNS,
        "hide_columns": pages.HIDE_COLUMNS,
        "counted_at": counted_at(request.person),
        "sources": pages.sources(),
        "licence": national.LICENCE,
        "small": pages.FEW,
        "as_of": pages.as_of(queries.on_day([one.days for one in found])) if found else "",
        "england": pages.ENGLAND,
    }
    return render(request, "insight/area_attendance.html", context)
