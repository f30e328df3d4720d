"""The feeds and how each is: last good file, faults, overdue or not, and who to ring."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles
from plait.intake import expected, queries_feeds, queries_watched
from plait.intake.feeds import FEEDS
from plait.intake.forms_feeds import FeedForm
from plait.intake.loaders import LOADERS, may_load
from plait.ui.answers import drawn

officers = for_roles(*LOADERS, to="look after the area's feeds")
ASKED = ("kind", "sender")


@require_http_methods(["GET", "HEAD", "POST"])
@officers
def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed that is expected, those that need somebody first; and what came beside them."""
    reader = request.person
    kinds = [kind for kind in may_load(reader) if kind in FEEDS]
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    form = FeedForm(request.POST or None, kinds=kinds, initial=asked)
    if request.method == "POST" and form.is_valid():
        expected.expect_feed(**form.cleaned_data, by=reader, at=timezone.now())
        messages.success(request, "The feed is expected from now on.")
        return redirect("intake:feeds")
    context = {
        "form": form,
        "feeds": queries_feeds.expected(reader),
        "folders": queries_watched.folders(reader, at=timezone.now()),
        "also": queries_feeds.also_came(reader),
    }
    return drawn(request, "intake/feeds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officers
def end_feed(request: HttpRequest, feed_id: int) -> HttpResponseBase:
    """Ask once, then expect a feed no more."""
    feed = queries_feeds.feed(request.person, feed_id)
    if feed is None:
        raise Http404
    if request.method == "POST":
        expected.expect_no_more(feed=feed, by=request.person, at=timezone.now())
        return redirect("intake:feeds")
    return render(request, "intake/feed_end.html", {"feed": feed})
