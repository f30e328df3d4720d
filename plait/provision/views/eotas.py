"""The register of education otherwise than at school, and one child's parts."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.journal.actions import looked
from plait.provision.actions import eotas as acts
from plait.provision.forms import elsewhere as forms
from plait.provision.pages import elsewhere as pages
from plait.provision.queries import eotas as queries
from plait.provision.views.alternative import PER_PAGE, READERS
from plait.provision.views.doors import act_page, found_or_404, open_for, to_write

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "provision"


@require_safe
@for_roles(*READERS, to="see the register of education otherwise than at school")
def register(request: HttpRequest) -> HttpResponse:
    """Each child's package, section 61 and section 19 apart, with hours, cost and checks."""
    reader = request.person
    form = forms.EotasFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.register(reader, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.parts[0].child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="the register of EOTAS", children=ids)
    context = {
        "form": form,
        "page": page,
        "rows": [pages.package_row(one) for one in page],
        "summary": pages.eotas_summary(queries.register(reader)),
    }
    return render(request, "provision/eotas_register.html", context)


@require_safe
@signed_in
def packages(request: HttpRequest, child_id: int) -> HttpResponse:
    """One child's parts with provider, hours, check, cost and outcome, and the weekly sums."""
    child, standing = open_for(request, child_id, KIND, parts="EOTAS")
    found = queries.packages_of(child_id, request.person.today)
    context = {
        "child": child,
        "packages": [pages.package(one) for one in found],
        "may": standing.may_write(KIND),
    }
    return render(request, "provision/eotas.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Add a part."""
    child = to_write(request, child_id, KIND, to="add a part")

    def act(given: dict) -> None:
        acts.add_part(child=child, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.AddPart(request.POST or None), act, child=child,
        title="Add a part of education otherwise than at school", button="Add it",
        done="The part is on the record.", back=_back(child_id),
    )  # fmt: skip


@EITHER
@signed_in
def change(request: HttpRequest, child_id: int, part_id: int) -> HttpResponse:
    """Change hours, cost, outcome or check of a part."""
    child = to_write(request, child_id, KIND, to="change a part")
    part = found_or_404(queries.part_one(child_id, part_id))
    begin = {
        "shown": acts.as_shown(part), "hours_a_week": part.hours_a_week,
        "weekly_cost": part.weekly_cost, "outcome_sought": part.outcome_sought,
        "checked_on": part.checked_on, "checked_by": part.checked_by,
    }  # fmt: skip

    def act(given: dict) -> None:
        acts.change_part(part=part, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.ChangePart(request.POST or None, initial=begin), act, child=child,
        title="Hours, cost, outcome and check", button="Save", done="Saved.",
        back=_back(child_id), lede=f"{part.what}, {part.provider_name}",
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, part_id: int) -> HttpResponse:
    """End a part, and say why."""
    child = to_write(request, child_id, KIND, to="end a part")
    part = found_or_404(queries.part_one(child_id, part_id))

    def act(given: dict) -> None:
        acts.end_part(part=part, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EndPart(request.POST or None), act, child=child, title="End this part",
        button="End it", done="The part is ended.", back=_back(child_id),
        lede=f"{part.what}, {part.provider_name}",
    )  # fmt: skip


def _back(child_id: int) -> str:
    return reverse("provision:eotas", args=[child_id])
