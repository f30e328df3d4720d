"""Serve a draft, go on from it, make it final."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.plans.actions import letters
from plait.plans.actions import versions as actions
from plait.plans.forms.around import Day, Final
from plait.plans.pages import read, sections
from plait.plans.queries import settings_to_choose
from plait.plans.views.doors import open_to_writers
from plait.ui.answers import drawn


@require_http_methods(["GET", "POST"])
@signed_in
def serve(request: HttpRequest, version_id: int) -> HttpResponse:
    """Serve a draft on the family."""
    version = open_to_writers(request, version_id)
    form = Day(request.POST or None, initial={"on": request.person.today})

    def act(given: dict[str, Any]) -> None:
        at = timezone.now()
        served = actions.serve_draft(version=version, by=request.person, at=at, **given)
        _say_written(request, letters.with_a_draft(version=served, by=request.person, at=at))

    context = {"counts": sections.levels(version), "title": read.title(version)}
    return _ask(request, version, form, act, "plans/serve.html", context)


@require_POST
@signed_in
def go_on(request: HttpRequest, version_id: int) -> HttpResponse:
    """Begin the version after a served draft."""
    version = open_to_writers(request, version_id)
    after = actions.begin_next(version=version, by=request.person, at=timezone.now())
    return redirect("plans:write", after.pk)


@require_http_methods(["GET", "POST"])
@signed_in
def final(request: HttpRequest, version_id: int) -> HttpResponse:
    """Make a version final: name the placement, sign, send."""
    version = open_to_writers(request, version_id)
    today = request.person.today
    form = Final(
        request.POST or None, settings=settings_to_choose(version.child_id, version.request_id),
        initial={"signed_on": today, "on": today, "otherwise": version.otherwise},
    )  # fmt: skip

    def act(given: dict[str, Any]) -> None:
        at = timezone.now()
        done = actions.make_final(version=version, by=request.person, at=at, **given)
        _say_written(request, letters.with_a_final_plan(version=done, by=request.person, at=at))

    beyond = actions.beyond_the_draft(version) if version.stage == "writing" else []
    context = {"beyond": beyond, "counts": sections.levels(version)}
    return _ask(request, version, form, act, "plans/final.html", context)


def _say_written(request: HttpRequest, drafts: Sequence[object]) -> None:
    """Say that letters wait: the law asks that each person has their own."""
    if drafts:
        words = f"{len(drafts)} letters are written and wait under Letters to be read and sent."
        messages.info(request, words)


def _ask(
    request: HttpRequest, version: Any, form: forms.Form, act: Any, template: str,
    context: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except (Refused, OutOfOrder) as why:
            form.add_error(None, _said(why))
        else:
            messages.success(request, "Done. The legal dates follow from it.")
            return redirect("plans:plan", version.child_id)
    page = {"version": version, "child": version.child, "form": form, **context}
    return drawn(request, template, page)


def _said(why: Exception) -> str:
    return f"{why.why} {why.who_can}".strip() if isinstance(why, Refused) else str(why)
