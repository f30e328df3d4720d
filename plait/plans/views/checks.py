"""The thread of a plan, its checks and its week; reasons for what is left."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.cases.queries_standing import Standing
from plait.plans import kept
from plait.plans.actions import statements as actions
from plait.plans.forms.around import Why
from plait.plans.pages import checks as pages
from plait.plans.pages import read, threads
from plait.plans.views.doors import NOT_FOUND, kept_or_drawn, open_to_writers, open_version
from plait.ui.answers import drawn


@require_GET
@signed_in
def thread(request: HttpRequest, version_id: int) -> HttpResponse:
    """Show need, provision, outcome, evidence and author on one page, and what hangs loose."""
    return kept_or_drawn(
        request, version_id, "plans/thread.html", _threads, parts="threads of the plan"
    )


def _threads(version: Any, standing: Standing) -> dict[str, object]:
    may_write = version.stage == "writing" and standing.may_write("plan_draft")

    def of_threads() -> dict[str, object]:
        found = threads.drawn(version)
        unused = threads.unused(version, found)
        title = read.title(version)
        return {
            "version": version, "title": title, "threads": found, "unused": unused,
            "may_write": may_write,
        }  # fmt: skip

    return {
        "version": version,
        "child": version.child,
        "drawn": kept.drawn("plans/thread_drawn.html", of_threads, version, more=may_write),
    }


@require_http_methods(["GET", "POST"])
@signed_in
def unused(request: HttpRequest, version_id: int, passage_id: int) -> HttpResponse:
    """Say why a passage of advice is used nowhere."""
    version = open_to_writers(request, version_id)
    form = Why(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.leave_unused(
            version=version, passage=passage_id, why=form.cleaned_data["why"], by=request.person
        )
        return redirect("plans:thread", version_id)
    context = {"version": version, "child": version.child, "form": form}
    context |= {"what": "Advice that is used nowhere", "quoted": ""}
    return drawn(request, "plans/why.html", context)


@require_GET
@signed_in
def checks(request: HttpRequest, version_id: int) -> HttpResponse:
    """List what stops the issue, what asks for a reason, and the week in hours."""
    version, standing = open_version(request, version_id, parts="checks of the plan")
    if standing.as_family:
        raise Http404(NOT_FOUND)  # officers' reasons among themselves; the family reads the plan
    context = {
        "version": version,
        "child": version.child,
        "title": read.title(version),
        "groups": pages.groups(version),
        "refs": pages.refs(version),
        "week": pages.week(version),
        "may_write": version.stage == "writing" and standing.may_write("plan_draft"),
    }
    return render(request, "plans/checks.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def reason(request: HttpRequest, version_id: int, code: str, ref: str) -> HttpResponse:
    """Give the reason why a warning is left as it is."""
    version = open_to_writers(request, version_id)
    quoted = pages.words_of(version, code, ref)
    if request.method == "POST" and not quoted:
        raise Http404("The checks say nothing of the kind now; the words may have been mended.")
    form = Why(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.answer_warning(
            version=version, code=code, ref=ref, why=form.cleaned_data["why"],
            by=request.person, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, "The reason is kept with the plan.")
        return redirect("plans:checks", version_id)
    context = {"version": version, "child": version.child, "form": form}
    context |= {"what": f"{code}, {ref}", "quoted": quoted}
    return drawn(request, "plans/why.html", context)
