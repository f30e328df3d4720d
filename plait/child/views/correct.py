"""Correct any date of a case; the old stays readable beside the new."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.cases.actions_dates import correct_date
from plait.cases.answers import answer
from plait.cases.dated_facts import DatedRow, rows_of
from plait.cases.queries import requests_of
from plait.child import forms
from plait.child.pages.corrections import date_rows, past_values
from plait.child.queries import changes_to
from plait.child.views.doors import may_or_refuse, open_child
from plait.ui.words import long_day


@require_GET
@signed_in
def dates(request: HttpRequest, child_id: int) -> HttpResponse:
    """List every date of the case with a way to correct it."""
    child, standing = open_child(request, child_id, parts="dates of the case")
    may_or_refuse(standing, "case", to="correct a date")
    rows = date_rows(child, requests_of(child_id))
    return render(request, "child/dates.html", {"child": child, "rows": rows})


@require_http_methods(["GET", "POST"])
@signed_in
def correct(request: HttpRequest, child_id: int, fact: str, row_id: int) -> HttpResponse:
    """Put one date right, with the reason."""
    child, standing = open_child(request, child_id, parts="dates of the case")
    may_or_refuse(standing, "case", to="correct a date")
    case, dated = _found(child_id, fact, row_id)
    table = dated.row._meta.db_table
    changes = changes_to(child_id, rows={table: [row_id]})
    before = past_values(changes, dated.fact.column, dated.value)
    form = forms.CorrectDate(request.POST or None, initial={"shown": _carried(dated.value)})
    return answer(
        request,
        "child/correct.html",
        form,
        lambda given: correct_date(
            request=case,
            fact=fact,
            row_id=row_id,
            shown=given["shown"],
            to=given["to"],
            why=given["why"],
            by=request.person,
            at=timezone.now(),
        ),
        done=f"{dated.fact.words} corrected. It said {long_day(dated.value)}; that stays readable.",
        to=reverse("child:dates", args=[child_id]),
        context={"child": child, "dated": dated, "before": before},
    )


def _carried(value: date | None) -> str:
    return value.isoformat() if value else ""


def _found(child_id: int, fact: str, row_id: int) -> tuple[object, DatedRow]:
    for case in requests_of(child_id):
        for dated in rows_of(case):
            if dated.fact.key == fact and dated.row.pk == row_id:
                return case, dated
    raise Http404("There is no such date on this case.")
