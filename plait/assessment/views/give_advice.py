"""Giving advice: signed in or through a link, written here or as a report, checked, then sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_guest, signed_in
from plait.access.refusals import Refused
from plait.assessment.actions import advice_giving as acts
from plait.assessment.forms.advice import Confirm
from plait.assessment.pages import advice as words
from plait.assessment.pages import advice_given as pages
from plait.assessment.queries import advice as queries
from plait.assessment.specific import points_of
from plait.assessment.views.advice_doors import (
    NOT_FOUND,
    REFUSALS,
    file_answer,
    words_of,
)
from plait.cases.documents import NotKept
from plait.journal.actions import looked
from plait.ui.sent_once import result

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@dataclass
class Door:
    """Through which somebody came to one piece of advice, and where its pages are for them."""

    advice: Any
    by: Any  # a Reader, or nobody through a link
    today: Any
    args: list[int] = field(default_factory=list)

    def href(self, page: str, *more: int) -> str:
        kind = "my" if self.by else "give"
        return reverse(f"assessment:{kind}_{page}", args=[*self.args, *more])


def through_a_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open the one piece of advice that the visitor's link names."""

    @for_guest("advice")
    @wraps(view)
    def guarded(request: HttpRequest, **more: Any) -> HttpResponse:
        found = queries.behind_link(request.guest.row)
        if found is None:
            raise Http404(NOT_FOUND)
        return _private(view(request, Door(found, None, request.guest.today), **more))

    return guarded


def of_my_own(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open advice that is asked of the reader, or of the setting whose SENCO they are."""

    @signed_in
    @wraps(view)
    def guarded(request: HttpRequest, advice_id: int, **more: Any) -> HttpResponse:
        reader = request.person
        found = queries.mine_to_give(reader, advice_id)
        if found is None:
            raise Http404(NOT_FOUND)
        looked(area=reader.area, by=reader.user, child=found.child_id, parts="advice asked of me")
        return _private(view(request, Door(found, reader, reader.today, [advice_id]), **more))

    return guarded


@require_safe
@signed_in
def my_advice(request: HttpRequest) -> HttpResponse:
    """List what is asked of me, the most pressing first."""
    reader = request.person
    rows = queries.asked_of(reader)
    if rows:
        ids = [one.child_id for one in rows]
        looked(area=reader.area, by=reader.user, children=ids, parts="advice asked of me")
    shown = words.shown(rows, today=reader.today)
    return render(request, "assessment/my_advice.html", {"rows": shown})


def _write(request: HttpRequest, door: Door) -> HttpResponse:
    """Show what is asked and what is written so far; save it, add to it, take a report."""
    advice, refused = door.advice, ""
    if advice.state != "asked":
        return _over(request, door)
    if request.method == "POST":
        try:
            return _saved(request, door)
        except (Refused, *REFUSALS) as why:
            refused = words_of(why)
    passages = queries.passages_of(advice)
    posted = request.POST if refused else {}
    context = {
        "door": door, "one": words.Shown(advice, door.today), "advice": advice,
        "told": pages.told(advice), "refused": refused,
        "sections": pages.sections(passages, posted, more=request.GET.get("more", "")),
        "reported": pages.reported(passages, posted),
        "kinds": pages.KINDS,
        "version": request.POST.get("version", advice.version) if refused else advice.version,
    }  # fmt: skip
    return render(request, "assessment/give_advice.html", context, status=422 if refused else 200)


def _saved(request: HttpRequest, door: Door) -> HttpResponse:
    shown = pages.version(request.POST)
    advice = acts.save_words(
        advice=door.advice, rows=pages.rows(pages.typed(request.POST)), shown=shown, by=door.by
    )
    upload, do = request.FILES.get("report"), request.POST.get("do", "save")
    if upload is not None:
        _take(request, door, advice, upload)
        return redirect(door.href("advice"))
    if do == "check":
        return redirect(door.href("check"))
    if do.startswith("add-"):
        kind = do.removeprefix("add-")
        return redirect(f"{door.href('advice')}?more={kind}#new-{kind}")
    messages.success(request, pages.SAVED)
    return redirect(door.href("advice"))


def _take(request: HttpRequest, door: Door, advice: Any, upload: Any) -> None:
    """Take a report; the words beside it are saved already, whatever becomes of the file."""
    try:
        _, found = acts.take_report(
            advice=advice, upload=upload, shown=advice.version, by=door.by, at=timezone.now()
        )
    except NotKept as why:
        messages.error(request, f"The report was not kept. {why}")
    else:
        messages.success(request, pages.report_taken(found))


def _check(request: HttpRequest, door: Door) -> HttpResponse:
    """Show what the wording leaves open; take what was mended or why it stays; then send."""
    advice, refused = door.advice, ""
    if advice.state != "asked":
        return _over(request, door)
    sending = request.method == "POST" and request.POST.get("do") == "send"
    form = Confirm(
        request.POST if sending else None,
        initial={"name": advice.giver_name, "role": advice.giver_post, "dated_on": door.today},
    )
    if request.method == "POST":
        try:
            if not sending:
                sent = pages.typed(request.POST)
                acts.leave_so(
                    advice=advice, texts=pages.mended(sent), why=sent,
                    shown=pages.version(request.POST),
                )  # fmt: skip
                return redirect(door.href("check"))
            if form.is_valid():
                return _sent(request, door, form.cleaned_data)
        except (Refused, *REFUSALS) as why:
            refused = words_of(why)
    passages = queries.passages_of(advice)
    points = points_of(passages)
    context = {
        "door": door, "one": words.Shown(advice, door.today), "advice": advice, "form": form,
        "refused": refused, "groups": pages.by_passage(points, request.POST),
        "open": sum(not point.why_left for point in points), "points": points,
        "passages": passages, "version": advice.version,
        "empty": not passages and not advice.report_file,
    }  # fmt: skip
    context["posted"] = pages.typed(request.POST) if refused else {}
    bad = refused or form.errors
    return render(request, "assessment/check_advice.html", context, status=422 if bad else 200)


def _sent(request: HttpRequest, door: Door, given: dict[str, Any]) -> HttpResponse:
    given = {name: given[name] for name in ("name", "role", "dated_on")}
    advice = acts.give(
        advice=door.advice, shown=pages.version(request.POST), by=door.by, today=door.today,
        at=timezone.now(), **given,
    )  # fmt: skip
    if door.by:
        messages.success(request, "Your advice is sent. Thank you.")
        return redirect("assessment:my_advice_list")
    return result(render(request, "assessment/advice_sent.html", {"advice": advice}))


def _over(request: HttpRequest, door: Door) -> HttpResponse:
    """Say that the advice was given or is no longer asked for, and show the giver their words."""
    context = {
        "advice": door.advice, "one": words.Shown(door.advice, door.today), "door": door,
        "passages": list(enumerate(queries.passages_of(door.advice), 1)),
    }  # fmt: skip
    status = 409 if request.method == "POST" else 200
    return render(request, "assessment/advice_over.html", context, status=status)


def _paper(request: HttpRequest, door: Door, number: int) -> HttpResponse:
    """Hand over one of the family's papers that go with the request (reg 6(3))."""
    papers = door.advice.told.get("papers", [])
    if number >= len(papers):
        raise Http404(NOT_FOUND)
    return file_answer(papers[number])


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


give_advice = EITHER(through_a_link(_write))
give_check = EITHER(through_a_link(_check))
give_paper = require_safe(through_a_link(_paper))
my_one = EITHER(of_my_own(_write))
my_check = EITHER(of_my_own(_check))
my_paper = require_safe(of_my_own(_paper))
