"""What came in: the list, one request beside the records it may belong to, taken on or answered."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access import mail
from plait.access.actions.guest_links import make_guest_link
from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.assessment.actions.answering import answer_asking, ways_to_answer
from plait.assessment.actions.taking import take_on
from plait.assessment.forms.asked import Answer, TakeOn
from plait.assessment.pages import asked as pages
from plait.assessment.queries import askings
from plait.assessment.queries.likely import child_among, likely
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.area_rules import targets_of
from plait.cases.dated_facts import OutOfOrder
from plait.cases.documents import opened
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.ui.downloads import attachment

EITHER = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 50
manager = for_roles(Role.SEND_MANAGER.value, to="take requests on")


@require_safe
@manager
def asked(request: HttpRequest) -> HttpResponse:
    """List what came in and waits, the oldest first, and what became of the rest."""
    reader, targets = request.person, targets_of(request.person.area)
    page = Paginator(askings.ended(reader), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "waiting": [
            pages.row(one, today=reader.today, href=_href(one), targets=targets)
            for one in askings.waiting(reader)
        ],
        "ended": [pages.ended_row(one, href=_href(one)) for one in page],
        "page": page,
    }
    return render(request, "assessment/asked.html", context)


def _href(one: Any) -> str:
    return reverse("assessment:asked_one", args=[one.pk])


@EITHER
@manager
def one(request: HttpRequest, asking_id: int) -> HttpResponse:
    """Show one request beside the records it may belong to, and take it on."""
    found = _found(request, asking_id)
    near = _near(request, found)
    form = TakeOn(request.POST or None, choices=pages.choices(near))
    if request.method == "POST" and found.state == "sent" and form.is_valid():
        try:
            made = take_on(
                asking=found, child=child_among(near, form.cleaned_data["child"]),
                why=form.cleaned_data["why"], by=request.person, at=timezone.now(),
            )  # fmt: skip
        except (Refused, ChangedMeanwhile, OutOfOrder) as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "It is on the record. The legal dates count from receipt.")
            return redirect("child:road", made.child_id)
    return _page(request, "assessment/asked_one.html", found, near, form)


@EITHER
@manager
def answer(request: HttpRequest, asking_id: int) -> HttpResponse:
    """Answer a request that can go no further, with its reasons."""
    found = _found(request, asking_id)
    near = _near(request, found)
    form = Answer(request.POST or None, stops=_stops(found, near), choices=pages.choices(near))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            answer_asking(
                asking=found, stop=given["stop"], why=given["why"], by=request.person,
                child=child_among(near, given["child"]), at=timezone.now(),
            )  # fmt: skip
        except (Refused, ChangedMeanwhile, OutOfOrder) as why:
            form.add_error(None, str(why))
        else:
            _tell(request, found)
            messages.success(request, "Answered with its reasons.")
            return redirect("assessment:asked")
    return _page(request, "assessment/asked_answer.html", found, near, form)


def _found(request: HttpRequest, asking_id: int) -> Any:
    found = askings.asking_of(asking_id)
    if found is None or found.received_on is None or found.area_id != request.person.area.pk:
        raise Http404("There is no such request, or it was not sent.")
    return found


def _near(request: HttpRequest, found: Any) -> list[Any]:
    near = likely(request.person, found, named=request.GET.get("q", "").replace("\0", ""))
    looked(
        area=request.person.area, by=request.person.user, parts="a request that came in",
        children=[child.pk for child, _ in near],
    )  # fmt: skip
    return near


def _stops(found: Any, near: list[Any]) -> list[Any]:
    """Every reason that holds for a record shown, or that the officer may know."""
    children = [None, *(child for child, _ in near)]
    every = {s.code: s for child in children for s in ways_to_answer(found, child, also=True)}
    return list(every.values())


def _page(
    request: HttpRequest, template: str, found: Any, near: list[Any], form: Any
) -> HttpResponse:
    context = {
        "asking": found, "name": pages.name_of(found), "answers": pages.answers(found),
        "receipt": _receipt(request, found), "form": form, "near": near, "files": found.files.all(),
        "stops": ways_to_answer(found, None), "q": request.GET.get("q", ""),
    }  # fmt: skip
    return render(request, template, context, status=422 if form.errors else 200)


def _receipt(request: HttpRequest, found: Any) -> list[tuple[str, object]]:
    reader = request.person
    return pages.receipt(found, today=reader.today, targets=targets_of(reader.area))


def _tell(request: HttpRequest, found: Any) -> None:
    """Send whoever asked on the web a link to the answer; others get a letter."""
    if not found.email or found.made_by_id:
        return
    token = make_guest_link(
        purpose="asking", row=found.pk, area=found.area, sent_to=found.email,
        made_by=request.person.user, at=timezone.now(),
    )  # fmt: skip
    link = request.build_absolute_uri(f"/open/{token}/")
    mail.send_guest_link(to=found.email, link=link, area=found.area.name)


@require_safe
@signed_in
def file(request: HttpRequest, asking_id: int, file_id: int) -> HttpResponse:
    """Give a file that was sent with a request, to those who may read the request."""
    found = askings.file_of(asking_id, file_id)
    if found is None:
        raise Http404("There is no such file, or it is not open to you.")
    try:
        return attachment(opened(found.sha256), found.file_name, found.media_type)
    except FileNotFoundError:
        raise Http404("The file is missing from the store. Tell the administrator.") from None
