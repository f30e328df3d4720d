"""Write one statement whole: its words, its particulars, its picture and its threads."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.plans import queries
from plait.plans.actions.particulars import Sheet, SheetClashed, save_sheet, sheet_of
from plait.plans.forms import sheet
from plait.plans.forms.statements import FORM_OF, Threads
from plait.plans.pages import sections, threads
from plait.plans.pages.clash import ShownFact, clash_of_sheet
from plait.plans.views.doors import NOT_FOUND, open_to_writers
from plait.standards.plan_file.json_file import NotAPlan
from plait.ui.answers import drawn


@require_http_methods(["GET", "POST"])
@signed_in
def statement(request: HttpRequest, version_id: int, ref: str) -> HttpResponse:
    """Show one statement to be written, and keep it; where two wrote the same, show both."""
    version = open_to_writers(request, version_id)
    row = version.statements.filter(ref=ref).first()
    if row is None or row.section not in FORM_OF:
        raise Http404(NOT_FOUND)
    held = sheet_of(row)
    form, ties = _forms(request, version, row, request.POST or None, held, held)
    if request.method == "POST" and form.is_valid() and ties.is_valid():
        try:
            save_sheet(
                version=version, ref=ref, base=sheet.seen_by(form, ties),
                mine=sheet.sent_by(form, ties), by=request.person, at=timezone.now(),
            )  # fmt: skip
        except SheetClashed as clashed:
            return _both(request, version, row, clashed)
        except (NotAPlan, Refused) as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{ref} is saved.")
            return redirect(f"{reverse('plans:write', args=[version_id])}#{ref}")
    context = {
        "version": version, "child": version.child, "row": row, "form": form, "ties": ties,
        "section": sections.section_title(row.section), "belongs": sections.BELONGS[row.section],
        "wording": threads.wording(row),
    }  # fmt: skip
    return drawn(request, "plans/statement.html", context)


def _forms(
    request: HttpRequest, version: Any, row: Any, data: Any, first: Sheet, seen: Sheet
) -> tuple[Any, Threads]:
    """Give the statement's form and its ties: with what was sent, or with their first values."""
    kind = FORM_OF[row.section]
    form = kind(
        data, initial=sheet.first_values(kind, first, seen),
        documents=queries.media_of(request.person, version.child_id),
    )  # fmt: skip
    ties = Threads(
        data, targets=threads.targets(version, row), prefix="t",
        passages=threads.choices(queries.passages_of(version.request_id), row),
        initial={"targets": first.targets, "passages": first.passages},
    )  # fmt: skip
    return form, ties


def _both(request: HttpRequest, version: Any, row: Any, clashed: SheetClashed) -> HttpResponse:
    """Show what each wrote, and the whole statement to be settled: nothing sent is lost."""
    form, ties = _forms(request, version, row, None, clashed.sheet, clashed.now)
    facts = [
        ShownFact(
            sheet.label_of(form, one.name),
            *(sheet.in_words(form, one.name, value) for value in (one.base, one.mine, one.theirs)),
        )
        for one in clashed.facts.clashes
    ]
    page = {
        "version": version, "child": version.child, "form": form, "ties": ties,
        "clash": clash_of_sheet(clashed, facts),
    }  # fmt: skip
    return render(request, "plans/clash_whole.html", page, status=409)
