"""Keys for hashes, of partners that may not send names: made and shown once, changed, ended."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.intake import hash_keys, pages
from plait.intake.feeds import FEEDS, by_hash
from plait.intake.forms_keys import HashKeyForm
from plait.intake.loaders import LOADERS, may_load
from plait.ui.answers import drawn

officers = for_roles(*LOADERS, to="keep the keys of partners that send hashes")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@officers
def all_hash_keys(request: HttpRequest) -> HttpResponseBase:
    """Every key for hashes and the form that makes one; it is on this answer and nowhere else."""
    reader, ends = request.person, request.POST.get("what") == "end"
    kinds = by_hash(may_load(reader))
    form = HashKeyForm(request.POST if request.method == "POST" and not ends else None, kinds=kinds)
    try:
        if ends:
            told = {name: request.POST.get(name, "") for name in ("kind", "mark")}
            hash_keys.end_hash_key(**told, by=reader, at=timezone.now())
            return redirect("intake:hash_keys")
        if form.is_bound and form.is_valid():
            return _made(request, form)
    except Refused as why:
        form.is_bound = True
        form.add_error(None, f"{why.why} {why.who_can}".strip())
    found = hash_keys.hash_keys(reader)
    labels = dict(pages.named([key.kind for key in found]))
    context = {"form": form, "keys": [(key, labels[key.kind]) for key in found]}
    return drawn(request, "intake/hash_keys.html", context)


def _made(request: HttpRequest, form: HashKeyForm) -> HttpResponse:
    given = form.cleaned_data
    key = hash_keys.make_hash_key(**given, by=request.person, at=timezone.now())
    label = pages.named([given["kind"]])[0][1]
    carried = ",".join(("their_number", *FEEDS[given["kind"]].needed))
    context = {"key": key, "label": label, "carried": carried, **given}
    return render(request, "intake/hash_key_made.html", context)
