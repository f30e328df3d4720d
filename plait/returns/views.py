"""Returns going out, and the faults that would stand in the next one."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from plait.access.guards import for_roles
from plait.journal import actions as journal
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.returns import pages, queries
from plait.returns.forms import FaultsForm
from plait.returns.inspection.write import LISTS, workbook
from plait.returns.later import check_soon
from plait.returns.sen2.export import write_csv, write_xml
from plait.returns.sen2.period import current_year
from plait.standards.sen2.layout import YEARS
from plait.ui.downloads import csv_answer

PER_PAGE = 50
FOR = (Role.DATA_OFFICER, Role.SEND_MANAGER)
WRITERS = {"xml": (write_xml, "application/xml"), "zip": (write_csv, "application/zip")}


@require_safe
@for_roles(*FOR, to="see the area's returns")
def returns(request: HttpRequest) -> HttpResponse:
    """What was returned, and what can be written now."""
    reader = request.person
    context = {
        "held": queries.returns_held(reader),
        "years": list(reversed(YEARS)),
        "current": current_year(reader.today),
        "missing": LISTS[1].what_is_missing(reader.area),
        "missing_support": LISTS[2].what_is_missing(reader.area),
        "checked": queries.last_check(reader),
    }
    return render(request, "returns/returns.html", context)


@require_safe
@for_roles(*FOR, to="write the SEN2 return")
def sen2(request: HttpRequest, year: int, kind: str) -> HttpResponseBase:
    """Write the return of a year from the live record."""
    if year not in YEARS or kind not in WRITERS:
        raise Http404
    reader = request.person
    write, media_type = WRITERS[kind]
    name = f"SEN2-{reader.area.code}-{year}.{kind}"
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        written = write(path, area=reader.area, year=year, on=reader.today, at=timezone.localtime())
        out = path.open("rb")  # stays readable when the folder is gone; the answer closes it
    journal.write(
        "return_written", area=reader.area, by=reader.user, year=year, persons=written.persons
    )
    return FileResponse(out, as_attachment=True, filename=name, content_type=media_type)


@require_safe
@for_roles(*FOR, to="write the inspection list")
def inspection(request: HttpRequest, kind: str, number: int = 1) -> HttpResponseBase:
    """Write the inspection's list of children with a plan (1) or on SEN support (2)."""
    reader = request.person
    if number not in LISTS:
        raise Http404
    journal.write("inspection_list_written", area=reader.area, by=reader.user, list=number)
    if kind == "csv":
        which = LISTS[number]
        return csv_answer(
            f"annex-a-list-{number}", which.HEADINGS, which.rows(reader.area, on=reader.today)
        )
    body = workbook(reader.area, number=number, on=reader.today)
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = HttpResponse(body, content_type=sheet)
    answer["Content-Disposition"] = f'attachment; filename="annex-a-list-{number}.xlsx"'
    return answer


@require_safe
@for_roles(*FOR, to="see the faults of the area's data")
def quality(request: HttpRequest) -> HttpResponse:
    """Every rule that is broken, how often, how to mend it and who can."""
    reader = request.person
    context = {
        "rules": queries.faults_by_rule(reader),
        "checked": queries.last_check(reader),
        "year": current_year(reader.today),
    }
    return render(request, "returns/quality.html", context)


@require_safe
@for_roles(*FOR, to="see the faults of the area's data")
def faults(request: HttpRequest) -> HttpResponseBase:
    """The faults themselves, each opening to its child."""
    reader = request.person
    form = FaultsForm(request.GET)
    found = queries.faults(reader, **(form.cleaned_data if form.is_valid() else {}))
    if request.GET.get("as") == "csv":
        looked(area=reader.area, by=reader.user, parts="Faults of the return, saved as CSV")
        return csv_answer("faults", pages.HEADINGS, queries.fault_rows(found))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    ids = [fault.child_id for fault in page if fault.child_id]
    looked(area=reader.area, by=reader.user, parts="Faults of the return", children=ids)
    query = request.GET.copy()
    query["as"] = "csv"
    context = {"form": form, "page": page, "csv_href": f"?{query.urlencode()}"}
    return render(request, "returns/faults.html", context)


@require_POST
@for_roles(*FOR, to="check the area's data")
def check(request: HttpRequest) -> HttpResponseBase:
    """Ask the worker to look for faults now."""
    check_soon(area=request.person.area.pk)
    return redirect("returns:quality")
