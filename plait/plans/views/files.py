"""A plan as files: PDF, Word, large print, easy read, and the open JSON."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.plans import queries
from plait.plans.actions import papers as actions
from plait.plans.forms.around import Approved, EasyAnswers, HowToHelp
from plait.plans.pages import papers, read
from plait.plans.views.doors import NOT_FOUND, open_version
from plait.ui.answers import drawn
from plait.ui.paper import NoPdf

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[str, str, Callable[..., bytes]]] = {
    "plan.pdf": (PDF, "plan.pdf", papers.pdf),
    "large.pdf": (PDF, "plan large print.pdf", papers.large_pdf),
    "plan.docx": (WORD, "plan.docx", papers.word),
    "plan.json": ("application/json", "plan.json", papers.open_file),
    "easy.pdf": (PDF, "my plan.pdf", papers.easy_pdf),
    "easy.docx": (WORD, "my plan.docx", papers.easy_word),
}


@require_GET
@signed_in
def file(request: HttpRequest, version_id: int, name: str) -> HttpResponse:
    """Give a version as a file, made from what is read here."""
    if name not in MADE:
        raise Http404(NOT_FOUND)
    version, _ = open_version(request, version_id, parts=f"plan as a file: {name}")
    kind, called, made = MADE[name]
    try:
        body = made(version, authority=request.area.name)
    except NoPdf as why:
        messages.error(request, f"{why} The Word file can be made.")
        return redirect("plans:version", version_id)
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{called}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def easy(request: HttpRequest, version_id: int) -> HttpResponse:
    """Write the easy-read version: people fill it, nothing is made up."""
    version, standing = open_version(request, version_id, parts="easy-read plan")
    held = queries.easy_read_of(version_id)
    may = standing.may_write("plan_draft")
    form = EasyAnswers(
        request.POST or None, questions=papers.EASY_QUESTIONS, initial=held.answers if held else {}
    )
    if request.method == "POST" and may and form.is_valid():
        actions.write_easy_read(
            version=version, answers=form.cleaned_data, by=request.person, at=timezone.now()
        )
        for one in papers.not_easy(form.cleaned_data):
            messages.warning(request, f"This sentence is long for easy read: “{one}”")
        messages.success(request, "The easy-read version is saved.")
        return redirect("plans:easy", version_id)
    context = {
        "version": version, "child": version.child, "title": read.title(version),
        "form": form if may else None, "held": held,
    }  # fmt: skip
    return drawn(request, "plans/easy.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def help_page(request: HttpRequest, child_id: int) -> HttpResponse:
    """Read and write the half page: how to help me."""
    child, standing = papers_door(request, child_id)
    page = queries.help_page_of(child_id)
    may = standing.may_write("help")
    form = HowToHelp(request.POST or None, initial=papers.help_words(page))
    if request.method == "POST" and may and form.is_valid():
        actions.write_help_page(
            child=child, said=form.cleaned_data, by=request.person, at=timezone.now()
        )
        messages.success(request, "Saved. It is shown to every adult once it is approved.")
        return redirect("plans:help", child_id)
    approved = queries.approved_help_page_of(child_id)
    context = {"child": child, "form": form if may else None, "page": page, "approved": approved}
    return drawn(request, "plans/help.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def approve_help(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record who approved the half page."""
    child, standing = papers_door(request, child_id)
    page = queries.help_page_of(child_id)
    if page is None:
        raise Http404(NOT_FOUND)
    if not standing.may_write("help"):
        raise Refused("Only the caseworker and SEND managers record who approved it.")
    form = Approved(request.POST or None, initial={"on": request.person.today})
    if request.method == "POST" and form.is_valid():
        actions.approve_help_page(
            page=page, names=form.cleaned_data["names"].splitlines(), on=form.cleaned_data["on"],
            by=request.person, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, "Approved: every adult who meets the child can read it now.")
        return redirect("plans:help", child_id)
    return drawn(request, "plans/approve_help.html", {"child": child, "form": form})


def papers_door(request: HttpRequest, child_id: int):
    """Find a child whose half page the reader may read, and note the look."""
    from plait.cases.queries import child_open_to
    from plait.cases.queries_standing import standing_of
    from plait.journal.actions import looked

    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or not standing.may_read("help"):
        raise Http404(NOT_FOUND)
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="how to help me",
        through=standing.through,
    )  # fmt: skip
    return child, standing
