"""Files in: upload, look, load, stop, go on, take back; every fault with its line and mend."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plait.access.guards import for_roles
from plait.intake import (
    applying,
    columns,
    delivering,
    jobs,
    pages,
    queries,
    queries_feeds,
    queries_recognising,
)
from plait.intake.feeds import FEEDS, template_of, with_template
from plait.intake.forms import FaultsForm, UploadForm
from plait.intake.loaders import LOADERS, may_load
from plait.ui.answers import drawn
from plait.ui.downloads import csv_answer

PER_PAGE = 50
officers = for_roles(*LOADERS, to="load files into the area")
HEADINGS = (
    "Rule", "How grave", "Row", "Line", "Field", "Value", "What is wrong", "How to mend it",
    "Who mends it",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@officers
def deliveries(request: HttpRequest) -> HttpResponse:
    """The files that came, and the door for the next."""
    reader = request.person
    kinds = [kind for kind in may_load(reader) if kind in FEEDS]
    form = UploadForm(request.POST or None, request.FILES or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        one, again = delivering.receive(
            by=reader,
            name=given.name,
            chunks=given.chunks(),
            at=timezone.now(),
            kind=form.cleaned_data["kind"],
            sender=form.cleaned_data["sender"],
        )
        if not again and one.state != pages.State.REFUSED:
            jobs.soon("read", delivery=one.pk, by=reader)
        address = redirect("intake:delivery", one.pk)
        address["Location"] += "?again=1" if again else ""
        return address
    page = Paginator(queries.deliveries(reader), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "tag": pages.tag,
        "counts": pages.counts,
        "overdue": queries_feeds.needing_somebody(reader),
        "templates": pages.named(with_template(kinds)),
    }
    return drawn(request, "intake/deliveries.html", context)


@require_safe
@officers
def template(request: HttpRequest, kind: str) -> HttpResponseBase:
    """A table without rows, with the headings a kind of file is read by."""
    if kind not in may_load(request.person) or not (headings := template_of(kind)):
        raise Http404
    return csv_answer(f"template-{kind}", headings, ())


@require_safe
@officers
def delivery(request: HttpRequest, delivery_id: int) -> HttpResponseBase:
    """One file: how far it is, what it would change or changed, and every fault."""
    reader = request.person
    one = _found(request, delivery_id)
    form = FaultsForm(request.GET, rules=queries.rules(one))
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.faults(one, **chosen)
    if request.GET.get("as") == "csv":
        return csv_answer(f"faults-{one.pk}", HEADINGS, queries.fault_rows(found))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "one": one,
        "again": "again" in request.GET,
        "working": one.state in pages.WORKING,
        "tag": pages.tag(one),
        "counts": pages.counts(one),
        "speaks_for": pages.speaks_for(one),
        "acts": pages.acts(one),
        "may_name": columns.may_be_named(one, by=reader),
        "form": form,
        "page": page,
        "csv_href": f"?{query.urlencode()}",
        "wait": queries_recognising.waiting_of(reader, one),
        "left": queries.left_alone(reader, one)[:PER_PAGE],
    }
    answer = render(request, "intake/delivery.html", context)
    if context["working"]:
        answer["Refresh"] = "3"  # works without JavaScript; the page can be left
    return answer


@require_POST
@officers
def act(request: HttpRequest, delivery_id: int, what: str) -> HttpResponseBase:
    """Load, stop, go on or take back."""
    one = _found(request, delivery_id)
    if what not in [possible.what for possible in pages.acts(one)]:
        return redirect("intake:delivery", one.pk)
    if what == "stop":
        applying.ask_to_stop(one, by=request.person)
    elif what == "take_back" and "sure" not in request.POST:
        return render(request, "intake/take_back.html", {"one": one})
    else:
        jobs.soon(what, delivery=one.pk, by=request.person)
        delivering.mark_waiting(one, what=what)
    return redirect("intake:delivery", one.pk)


def _found(request: HttpRequest, delivery_id: int):
    one = queries.delivery(request.person, delivery_id)
    if one is None:
        raise Http404
    return one
