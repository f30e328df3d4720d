"""Write a version: the whole draft on one page, each statement with a form of its own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.plans import queries
from plait.plans.actions import statements as actions
from plait.plans.forms.statements import FORM_OF, Threads, Whole
from plait.plans.pages import read, sections, threads
from plait.plans.pages.clash import clash_of
from plait.plans.views.doors import NOT_FOUND, open_to_writers
from plait.standards.plan_file.json_file import NotAPlan
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


@require_http_methods(["GET", "POST"])
@signed_in
def statement(request: HttpRequest, version_id: int, ref: str) -> HttpResponse:
    """Write one statement: its words, its particulars and its threads."""
    version = open_to_writers(request, version_id)
    row = version.statements.filter(ref=ref).first()
    if row is None or row.section not in FORM_OF:
        raise Http404(NOT_FOUND)
    kind = FORM_OF[row.section]
    initial = kind.from_facts(row.facts) | {"text": row.text, "base": row.text}
    initial["media"] = row.media_id
    shown = queries.media_of(request.person, version.child_id)
    form = kind(request.POST or None, initial=initial, documents=shown)
    tied = threads.tied(version, row)
    ties = Threads(
        request.POST or None, targets=threads.targets(version, row), prefix="t",
        passages=threads.choices(queries.passages_of(version.request_id), row), initial=tied,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and ties.is_valid():
        try:
            _save(request, version, ref, form, ties)
        except actions.Clashed as clashed:
            page = {"version": version, "child": version.child, "clash": clash_of(clashed)}
            return render(request, "plans/clash.html", page, status=409)
        except (NotAPlan, Refused) as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{ref} is saved.")
            return redirect(f"{reverse('plans:write', args=[version_id])}#{ref}")
    context = {
        "version": version, "child": version.child, "row": row, "form": form, "ties": ties,
        "section": sections.section_title(row.section), "belongs": sections.BELONGS[row.section],
        "wording": threads.wording(row),
    }  # fmt: skip
    return drawn(request, "plans/statement.html", context)


def _save(request: HttpRequest, version: Any, ref: str, form: Any, ties: Any) -> None:
    by, at = request.person, timezone.now()
    actions.save_statement(
        version=version, ref=ref, base=form.cleaned_data["base"],
        text=form.cleaned_data["text"], facts=form.facts(), by=by, at=at,
    )  # fmt: skip
    if "media" in form.fields:
        document = form.cleaned_data["media"]
        actions.show_media(version=version, ref=ref, document=document, by=by)
    actions.tie_all(
        version=version, source=ref, targets=ties.cleaned_data.get("targets", []),
        passages=ties.cleaned_data.get("passages", []), by=by,
    )  # fmt: skip


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
    initial = Whole.from_facts(version) if request.method != "POST" else None
    form = Whole(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.say_of_the_whole(version=version, facts=form.facts(), by=request.person)
        messages.success(request, "Saved.")
        return redirect("plans:write", version_id)
    context = {"version": version, "child": version.child, "form": form}
    return drawn(request, "plans/whole.html", context)
