"""An officer writes down advice that came by post or e-mail: the same record as through a link."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.assessment.actions import advice_after as acts
from plait.assessment.forms.advice import ReceivedForm
from plait.assessment.pages import advice as words
from plait.assessment.pages import advice_given as pages
from plait.assessment.views.advice_doors import (
    REFUSALS,
    may_or_refuse,
    one_or_404,
    open_child,
    words_of,
)

ROWS = 6  # boxes of words; "more boxes" adds as many again


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def record_advice(request: HttpRequest, child_id: int, advice_id: int) -> HttpResponse:
    """Take the report or the words, who gave them, the day on them and the day they came."""
    child, standing = open_child(request, child_id, parts="advice")
    may_or_refuse(standing, "advice", to="record advice that came")
    found = one_or_404(child_id, advice_id)
    given = request.POST if request.method == "POST" else {}
    more = "more" in given
    form = ReceivedForm(
        None if more or not given else request.POST,
        request.FILES or None,
        initial={name: given.get(name, "") for name in ("name", "role")} if more
        else {"name": found.giver_name, "role": found.giver_post},
    )  # fmt: skip
    if given and not more and form.is_valid():
        try:
            return _recorded(request, found, form.cleaned_data)
        except (Refused, *REFUSALS) as why:
            form.add_error(None, words_of(why))
    boxes = sum(name.startswith("new-") for name in given) or ROWS
    context = {
        "child": child, "one": words.Shown(found, request.person.today), "form": form,
        "kinds": pages.KINDS, "given": given, "boxes": range(boxes + (ROWS if more else 0)),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "assessment/record_advice.html", context, status=status)


def _recorded(request: HttpRequest, found: object, given: dict) -> HttpResponse:
    kinds = {name: request.POST.get(f"as-{name}", "") for name in request.POST}
    rows = [
        acts.Row(pages.kind_named(kinds[name]), text)
        for name, text in pages.typed(request.POST).items()
        if name.startswith("new-") and text.strip()
    ]
    acts.record_received(
        advice=found, rows=rows, upload=given["report"], name=given["name"], role=given["role"],
        dated_on=given["dated_on"], received_on=given["received_on"], by=request.person,
        at=timezone.now(),
    )  # fmt: skip
    messages.success(request, "The advice is on the record, and its limit is met that day.")
    return redirect("assessment:passages", found.child_id, found.pk)
