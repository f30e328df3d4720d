"""Filters of the one list that somebody keeps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from plait.access.guards import for_roles
from plait.watch import actions_filters as actions
from plait.watch import queries_list
from plait.watch.beside_list import Beside, beside_list
from plait.watch.forms_list import KeepFilter, ListFilter
from plait.watch.places import Places, places_of
from plait.watch.roles import KEEPERS
from plait.watch.views.doors import act_or_say


def form_of(request: HttpRequest, beside: Beside, places: Places) -> ListFilter:
    """Give the filters of the list as the address says them."""
    return ListFilter(
        request.GET or None, owners=beside.owners, settings=places.settings, wards=places.wards
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*KEEPERS, to="keep a filter of the list")
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the filters the address names under a name; show those that are kept."""
    reader = request.person
    beside = beside_list(reader)
    chosen = form_of(request, beside, places_of(reader, beside.whom))
    query = queries_list.as_query(chosen.cleaned_data) if chosen.is_valid() else ""
    form = KeepFilter(request.POST or None)

    def act(said: dict) -> None:
        actions.save_filter(**said, query=query, by=reader, at=timezone.now())

    context = {
        "query": query,
        "kept": [(one, one.user_id == reader.user.pk) for one in queries_list.filters_of(reader)],
    }
    return act_or_say(
        request,
        "watch/filters.html",
        form,
        act,
        ("watch:list",),
        "The filter is kept, and stands above the list.",
        context,
    )


@require_POST
@for_roles(*KEEPERS, to="take a filter of the list away")
def remove(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Take a filter away."""
    reader = request.person
    kept = next((one for one in queries_list.filters_of(reader) if one.pk == filter_id), None)
    if kept is None:
        raise Http404("There is no such filter, or it is not yours.")
    actions.remove_filter(kept=kept, by=reader, at=timezone.now())
    messages.success(request, f"“{kept.name}” is taken away.")
    return redirect("watch:filters")
