"""A child's plan: its versions, who was asked, and what can be done next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from plait.access.guards import signed_in
from plait.cases.queries import child_open_to, requests_of
from plait.cases.queries_standing import standing_of
from plait.journal.actions import looked
from plait.plans import queries
from plait.plans.actions import versions as actions
from plait.plans.pages import around, read, sections
from plait.plans.views.doors import NOT_FOUND, open_version


@require_GET
@signed_in
def plan(request: HttpRequest, child_id: int) -> HttpResponse:
    """List the versions of a child's plan that the reader sees, and say what comes next."""
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or not standing.may_read("plan"):
        raise Http404(NOT_FOUND)
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="versions of the plan",
        through=standing.through,
    )  # fmt: skip
    requests = requests_of(child_id)
    newest = requests[-1] if requests else None
    context = {
        "child": child,
        "standing": standing,
        "versions": [read.line(one) for one in queries.versions_of_child(child_id)],
        "where": queries.where_the_plan_is(newest.pk) if newest else None,
        "newest_request": newest,
        "consultations": [
            around.consultation_line(one, today=reader.today)
            for one in (queries.consultations_of(newest.pk) if newest else [])
        ],
        "help": queries.help_page_of(child_id) if standing.may_read("help") else None,
    }
    return render(request, "plans/plan.html", context)


@require_POST
@signed_in
def begin(request: HttpRequest, child_id: int, request_id: int) -> HttpResponse:
    """Begin the plan, or the version after the draft that is with the family."""
    found = queries.request_of(child_id, request_id)
    if found is None:
        raise Http404(NOT_FOUND)
    version = actions.begin_plan(request=found, by=request.person, at=timezone.now())
    return redirect("plans:write", version.pk)


@require_GET
@signed_in
def version(request: HttpRequest, version_id: int) -> HttpResponse:
    """Read one version, whole."""
    found, standing = open_version(request, version_id, parts=f"plan, version {version_id}")
    if found.stage == "writing" and standing.may_write("plan_draft"):
        return redirect("plans:write", version_id)
    comments = queries.comments_of(version_id)  # the family sees its own, officers every one
    context = {
        "version": found,
        "child": found.child,
        "standing": standing,
        "title": read.title(found),
        "lede": read.lede(found, today=request.person.today),
        "sections": sections.sections_of(found, with_faults=False),
        "placement": read.placement(found),
        "comments": around.by_ref(comments),
        "may_comment": found.stage == "served" and standing.may_write("comment"),
        "may_answer": standing.may_write("plan_draft"),
        "as_family": standing.as_family,
    }
    return render(request, "plans/read.html", context)
