"""Say what a file is and which of its columns is which; the sender's next file is read alike."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.intake import columns, jobs, pages, queries
from plait.intake.forms_columns import ColumnsForm
from plait.intake.loaders import LOADERS
from plait.ui.answers import drawn


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*LOADERS, to="say what a file's columns are")
def name_columns(request: HttpRequest, delivery_id: int) -> HttpResponseBase:
    """Each column with examples of its values, and which field it is."""
    reader = request.person
    one = queries.delivery(reader, delivery_id)
    if one is None or not columns.may_be_named(one, by=reader):
        raise Http404
    kinds = columns.table_kinds(reader)
    asked = request.POST.get("kind") or request.GET.get("kind") or one.kind
    kind = asked if asked in kinds else kinds[0]
    found = columns.columns(one, by=reader, kind=kind)
    form = ColumnsForm(request.POST or None, kind=kind, columns=found)
    if request.method == "POST" and form.is_valid():
        try:
            columns.name_columns(one, kind=kind, mapping=form.mapping, by=reader, at=timezone.now())
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            jobs.soon("read", delivery=one.pk, by=reader)
            return redirect("intake:delivery", one.pk)
    context = {"one": one, "form": form, "kind": kind, "kinds": pages.named(kinds)}
    return drawn(request, "intake/columns.html", context)
