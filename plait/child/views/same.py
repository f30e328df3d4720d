"""Two records that may be one child: a list of open questions, and one question with its answer."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import for_roles
from plait.cases.actions_merge import join_records, keep_apart, take_records_apart
from plait.cases.answers import answer
from plait.child import forms
from plait.child.pages.same import differences
from plait.child.queries import beside, question, questions_open
from plait.journal.actions import looked

A_PAGE = 50
deciding = for_roles("send_manager", "data_officer", to="say whether two records are one child")


@require_GET
@deciding
def questions(request: HttpRequest) -> HttpResponse:
    """List the pairs of records that wait for a person."""
    page = Paginator(questions_open(request.person), A_PAGE).get_page(request.GET.get("page"))
    ids = [key for pair in page for key in (pair.child_id, pair.other_id)]
    _look(request, ids, "records that may be one child")
    return render(request, "child/same_list.html", {"page": page})


@require_http_methods(["GET", "POST"])
@deciding
def same(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show two records side by side, and ask whether they are one child."""
    pair = _found(request, question_id)
    first, second = beside(pair.child), beside(pair.other)
    rows = differences(first, second)
    if pair.answer != "open":
        context = {"pair": pair, "rows": rows, "joined": pair.answer == "same"}
        return render(request, "child/same_answered.html", context)
    return answer(
        request,
        "child/same.html",
        forms.SameForm(request.POST or None),
        lambda given: _answer(request, pair, given),
        done="Your answer is kept.",
        to=reverse("child:same", args=[question_id]),
        context={"pair": pair, "rows": rows},
    )


def _answer(request: HttpRequest, pair: Any, given: dict[str, Any]) -> None:
    said = {"question": pair, "why": given["why"], "by": request.person, "at": timezone.now()}
    if given["answer"] == "different":
        keep_apart(**said)
    else:
        join_records(keep=pair.child if given["answer"] == "keep-first" else pair.other, **said)


@require_http_methods(["GET", "POST"])
@deciding
def apart(request: HttpRequest, question_id: int) -> HttpResponse:
    """Take two joined records apart again."""
    pair = _found(request, question_id)
    return answer(
        request,
        "child/act.html",
        forms.WhyOnly(request.POST or None),
        lambda given: take_records_apart(
            question=pair, by=request.person, at=timezone.now(), **given
        ),
        done="The records are apart again, as they were; the question is open again.",
        to=reverse("child:same", args=[question_id]),
        context={
            "child": pair.child,
            "title": "Take these records apart",
            "lede": "Every row the joining moved goes back. What was added since stays.",
            "button_words": "Take them apart",
        },
    )


def _found(request: HttpRequest, question_id: int) -> Any:
    pair = question(request.person, question_id)
    if pair is None:
        raise Http404("There is no such question.")
    _look(request, [pair.child_id, pair.other_id], "two records side by side")
    return pair


def _look(request: HttpRequest, ids: list[int], parts: str) -> None:
    reader = request.person
    looked(area=reader.area, by=reader.user, children=ids, parts=parts)
