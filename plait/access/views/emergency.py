"""Break glass: find one child, say why, open the record until the end of tomorrow."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plait.access import mail, rights
from plait.access.actions import emergency as actions
from plait.access.emergency_sql import BREAKS_GLASS
from plait.access.forms.doors import Open, Search
from plait.access.guards import for_roles
from plait.access.queries import emergency as queries

may_break_glass = for_roles(*BREAKS_GLASS, to="open a record in an emergency")
watches = for_roles(rights.MANAGER, "data_officer", to="see the emergency accesses")


@require_http_methods(["GET", "HEAD", "POST"])
@may_break_glass
def emergency(request: HttpRequest) -> HttpResponse:
    """Look for the child; nothing is opened yet."""
    form = Search(request.POST or None)
    results = actions.search(by=request.person, **form.cleaned_data) if form.is_valid() else None
    return _page(request, form, results)


@require_POST
@may_break_glass
def open_record(request: HttpRequest) -> HttpResponse:
    """Open the record of the child found, with the reason given."""
    form = Open(request.POST)
    if not form.is_valid():
        again = Search(request.POST)
        results = (
            actions.search(by=request.person, **again.cleaned_data) if again.is_valid() else None
        )
        return _page(request, again, results, opening=form)
    given = form.cleaned_data
    searched = {name: given[name] for name in ("number", "surname", "born")}
    results = actions.search(by=request.person, **searched)
    child = next((one for one in results if one.id == given["child"]), None)
    if child is None:
        return _page(request, Search(request.POST), results)
    actions.open_record(found=child, why=given["why"], by=request.person)
    mail.tell_of_emergency(
        to=queries.who_watches(request.person),
        area=request.area.name,
        page=request.build_absolute_uri(reverse("access:emergencies")),
    )
    return redirect("child:record", child.id)


def _page(
    request: HttpRequest, form: Search, results: list | None, opening: Open | None = None
) -> HttpResponse:
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    context = {"form": form, "results": results, "given": given, "opening": opening}
    wrong = (form.is_bound and not form.is_valid()) or opening is not None
    return render(request, "access/emergency.html", context, status=422 if wrong else 200)


@require_safe
@watches
def emergencies(request: HttpRequest) -> HttpResponse:
    """Every emergency access of the area: who, which child, why."""
    accesses = queries.emergencies(request.person)[:500]
    return render(request, "access/emergencies.html", {"accesses": accesses})
