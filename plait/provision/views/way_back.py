"""A plan of the way back to a setting: its steps, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.provision.actions import way_back as acts
from plait.provision.forms import elsewhere as forms
from plait.provision.pages import elsewhere as pages
from plait.provision.queries import missing as queries
from plait.provision.views.doors import act_page, found_or_404, open_for, to_write

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "provision"


@require_safe
@signed_in
def way(request: HttpRequest, child_id: int, way_id: int) -> HttpResponse:
    """One plan: its steps, with whom it is agreed, full-time by when, and its outcome."""
    child, standing = open_for(request, child_id, KIND, parts="the way back")
    row = found_or_404(queries.way_one(child_id, way_id))
    today = request.person.today
    context = {
        "child": child,
        "way": row,
        "stands": pages.way_words(row, today),
        "steps": pages.steps(row.steps, today),
        "may": standing.may_write(KIND) and row.ended_on is None,
    }
    return render(request, "provision/way_back.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Plan a way back."""
    child = to_write(request, child_id, KIND, to="plan a way back")

    def act(given: dict) -> None:
        acts.plan(child=child, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.WayBack(request.POST or None), act, child=child, title="Plan the way back",
        button="Keep the plan", done="The plan is on the record.",
        back=reverse("provision:child", args=[child_id]),
    )  # fmt: skip


@EITHER
@signed_in
def step(request: HttpRequest, child_id: int, way_id: int, number: int) -> HttpResponse:
    """Record that a step was taken."""
    child = to_write(request, child_id, KIND, to="record a step")
    row = found_or_404(queries.way_one(child_id, way_id))
    what = row.steps[number - 1]["what"] if 0 < number <= len(row.steps) else None

    def act(given: dict) -> None:
        acts.step_done(way=row, step=number, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.OnDay(request.POST or None, initial={"on": request.person.today}), act,
        child=child, title="This step was taken", button="Record it", done="The step is recorded.",
        back=_back(row), lede=found_or_404(what),
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, way_id: int) -> HttpResponse:
    """End a plan with its outcome."""
    child = to_write(request, child_id, KIND, to="end a plan")
    row = found_or_404(queries.way_one(child_id, way_id))

    def act(given: dict) -> None:
        acts.end(way=row, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EndWay(request.POST or None), act, child=child, title="End the plan",
        button="End it", done="The plan is ended, with its outcome.", back=_back(row),
    )  # fmt: skip


def _back(row) -> str:
    return reverse("provision:way", args=[row.child_id, row.pk])
