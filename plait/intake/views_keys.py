"""Keys for partners' systems: made and shown once, listed, ended."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.intake import keys, pages, queries_feeds
from plait.intake.feeds import FEEDS
from plait.intake.forms_keys import KeyForm
from plait.intake.loaders import LOADERS, may_load
from plait.ui.answers import drawn

officers = for_roles(*LOADERS, to="keep the keys of systems that send files")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@officers
def all_keys(request: HttpRequest) -> HttpResponse:
    """Every key, and the form that makes one; its secret is on this answer and nowhere else."""
    reader = request.person
    kinds = [kind for kind in may_load(reader) if kind in FEEDS]
    form = KeyForm(request.POST or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            key, secret = keys.make_key(
                name=given["name"].strip(), kinds=given["kinds"], until=given["until"],
                organisation=given["urn"], by=reader, at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            context = {"key": key, "secret": secret, "kinds": pages.named(key.kinds)}
            return render(request, "intake/key_made.html", context)
    context = {
        "form": form,
        "keys": [
            (key, pages.named(key.kinds), queries_feeds.opens(key, reader))
            for key in queries_feeds.keys(reader)
        ],
    }
    return drawn(request, "intake/keys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officers
def end_key(request: HttpRequest, key_id: int) -> HttpResponseBase:
    """Ask once, then end a key."""
    key = queries_feeds.key(request.person, key_id)
    if key is None:
        raise Http404
    if request.method == "POST":
        keys.end_key(key=key, by=request.person, at=timezone.now())
        return redirect("intake:keys")
    return render(request, "intake/key_end.html", {"key": key})
