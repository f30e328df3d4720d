"""Write a version: the whole draft on one page, section by section."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.access.guards import signed_in
from plait.plans import queries
from plait.plans.actions import statements as actions
from plait.plans.actions.whole import WholeClashed, said_of, say_of_the_whole
from plait.plans.forms.statements import FORM_OF
from plait.plans.forms.whole import Whole
from plait.plans.pages import read, sections, threads
from plait.plans.views.doors import NOT_FOUND, open_to_writers
from plait.ui.answers import drawn


@require_GET
@signed_in
def write(request: HttpRequest, version_id: int) -> HttpResponse:
    """Show the whole draft, section by section, with what the checks find beside each statement."""
    version = open_to_writers(request, version_id, parts="plan being written")
    if version.stage != "writing":
        return redirect("plans:version", version_id)
    context = {
        "version": version,
        "child": version.child,
        "title": read.title(version),
        "sections": sections.sections_of(version, with_faults=True),
        "counts": sections.levels(version),
        "facts": version.facts,
    }
    return render(request, "plans/write.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def add(request: HttpRequest, version_id: int, section: str) -> HttpResponse:
    """Add a statement: empty, or quoted from a passage of advice."""
    version = open_to_writers(request, version_id)
    if section not in FORM_OF:
        raise Http404(NOT_FOUND)
    if request.method == "POST":
        passage = _passage(request, version)
        row = actions.add_statement(
            version=version, section=section, text=passage.text if passage else "",
            passage=passage.pk if passage else None, by=request.person, at=timezone.now(),
        )  # fmt: skip
        return redirect("plans:statement", version_id, row.ref)
    context = {
        "version": version,
        "child": version.child,
        "title": read.title(version),
        "section": section,
        "passages": threads.passages(queries.passages_of(version.request_id)),
    }
    return render(request, "plans/add.html", context)


def _passage(request: HttpRequest, version: Any) -> Any:
    wanted = request.POST.get("passage", "")
    if not wanted.isdecimal():
        return None
    return queries.passages_of(version.request_id).filter(pk=int(wanted)).first()


@require_POST
@signed_in
def take_out(request: HttpRequest, version_id: int, ref: str) -> HttpResponse:
    """Take a statement out."""
    version = open_to_writers(request, version_id)
    actions.take_out(version=version, ref=ref, by=request.person)
    messages.success(request, f"{ref} was taken out. Its words are kept in the history.")
    return redirect("plans:write", version_id)


@require_POST
@signed_in
def move(request: HttpRequest, version_id: int, ref: str) -> HttpResponse:
    """Move a statement up or down."""
    version = open_to_writers(request, version_id)
    if not version.statements.filter(ref=ref).exists():
        raise Http404(NOT_FOUND)
    up = request.POST.get("way") == "up"
    actions.move(version=version, ref=ref, up=up, by=request.person)
    return redirect(f"{reverse('plans:write', args=[version_id])}#{ref}")


@require_POST
@signed_in
def none(request: HttpRequest, version_id: int, section: str) -> HttpResponse:
    """Say that a section holds nothing because none was identified."""
    version = open_to_writers(request, version_id)
    if section not in FORM_OF:
        raise Http404(NOT_FOUND)
    actions.say_none(version=version, section=section, by=request.person, at=timezone.now())
    return redirect("plans:write", version_id)


@require_http_methods(["GET", "POST"])
@signed_in
def whole(request: HttpRequest, version_id: int) -> HttpResponse:
    """Say what is true of the whole plan."""
    version = open_to_writers(request, version_id)
    initial = {**Whole.from_facts(version), "base_facts": json.dumps(said_of(version))}
    form, status = Whole(request.POST or None, initial=initial), 200
    if request.method == "POST" and form.is_valid():
        try:
            say_of_the_whole(
                version=version, facts=form.facts(), by=request.person, base=form.base()
            )
        except WholeClashed as clashed:
            form, status = form.both(clashed.merged, clashed.now, str(clashed)), 409
        else:
            messages.success(request, "Saved.")
            return redirect("plans:write", version_id)
    context = {"version": version, "child": version.child, "form": form}
    if status == 409:
        return render(request, "plans/whole.html", context, status=status)
    return drawn(request, "plans/whole.html", context)
