"""Who is this? Persons of files whom no rule could settle: one after another, by keyboard."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.child.pages.search import asked_for
from plait.child.queries_search import ask_for, children_in
from plait.intake import jobs
from plait.intake import pages_recognising as pages
from plait.intake import queries_recognising as queries
from plait.intake.deciding import decide_incoming, leave_incoming
from plait.intake.forms_recognising import Leave, Undo
from plait.intake.loaders import LOADERS
from plait.intake.undoing import undo_link
from plait.journal.actions import looked
from plait.ui.answers import drawn

PER_PAGE, FOUND = 50, 10
NOT_FOUND = "There is no such person of a file, or the file is not yours to load."
ON_REVIEW = "Said on the page of two records side by side."
AT_ONCE = "Taken back at once by whoever had decided it."
deciders = for_roles(*LOADERS, to="say who a person in a file is")


@require_safe
@deciders
def waiting(request: HttpRequest) -> HttpResponse:
    """Everybody who waits, and what was decided lately."""
    reader = request.person
    child = queries.child_to_link(reader, _number(request.GET.get("child")))
    links = queries.links_of(reader, child.pk) if child else queries.decided_lately(reader)
    page = Paginator(queries.waiting(reader), PER_PAGE).get_page(request.GET.get("page"))
    links = list(links)
    ids = sorted({one.child_id for one in links if one.child_id})
    looked(area=reader.area, by=reader.user, parts="persons of files", children=ids)
    context = {
        "page": page,
        "rows": pages.waiting_rows(page),
        "said": pages.left_to_do(page.paginator.count),
        "first": page.object_list[0].pk if page.object_list else None,
        "links": pages.link_rows(links),
        "child": child,
        "last": _last(request),
        "may_set": reader.writes_all("area_rule"),
    }
    return render(request, "intake/recognise_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deciders
def one(request: HttpRequest, incoming_id: int) -> HttpResponse:
    """One person beside the children it may be; say who it is, and the next follows at once."""
    person = _found(request, incoming_id)
    if person.state not in queries.WAITING and request.method != "POST":
        return redirect("intake:link", incoming_id)
    form = Leave(request.POST if request.POST.get("what") == "leave" else None)
    if request.method == "POST" and (form.is_valid() if form.is_bound else True):
        after = queries.place_of(request.person, person).after
        try:
            done = _said(request, person, form)
        except Refused as why:
            messages.error(request, f"{why.why} {why.who_can}".strip())
            return redirect("intake:recognise_one", incoming_id)
        messages.success(request, done)
        return _to(after, last=incoming_id)
    return drawn(request, "intake/recognise.html", {"form": form, **_shown(request, person)})


def _said(request: HttpRequest, person: Any, form: Leave) -> str:
    what, by, at = request.POST.get("what"), request.person, timezone.now()
    name = pages.name_of(person)
    if what == "leave":
        leave_incoming(incoming=person, why=form.cleaned_data["why"], by=by, at=at)
        return f"{name} is left to a colleague."
    child = None
    if what == "same":
        child = queries.child_to_link(by, _number(request.POST.get("child")))
        if child is None:
            raise Refused("Choose the child first.", who_can="Search for the child by name.")
    elif what != "new":
        raise Refused("Choose one of the answers.")
    rows = decide_incoming(incoming=person, child=child, why=ON_REVIEW, by=by, at=at)
    into = f"is {pages.born(child)}" if child else "has a record of their own"
    return f"{name} {into}. Rows taken in: {rows}."


def _shown(request: HttpRequest, person: Any) -> dict[str, Any]:
    reader = request.person
    chosen = [pk for pk in (_number(request.GET.get("child")),) if pk]
    held = queries.beside(reader, person, chosen)
    family = queries.family_near(reader, person)
    question = asked_for(request.GET.get("q", ""))
    found = children_in(ask_for(reader, question.by, question.value))[:FOUND]
    ids = [*(one.child.pk for one in (*held, *family)), *(child.pk for child in found)]
    looked(area=reader.area, by=reader.user, parts="two records side by side", children=ids)
    return {
        "one": person,
        "name": pages.name_of(person),
        "choices": [pages.choice(person, one) for one in held],
        "alone": pages.alone(person),
        "family": pages.family_warnings(family, queries.same_family_sent(reader, person)),
        "came": pages.came_from(person, queries.file_of(reader, person)),
        "by_hash": pages.told_by_hash(person),
        "question": question,
        "found": [(child.pk, pages.born(child), child.postcode) for child in found],
        "place": queries.place_of(reader, person),
        "last": _last(request),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@deciders
def link(request: HttpRequest, incoming_id: int) -> HttpResponse:
    """How a person of a file came to be linked, each step; and the way to undo it."""
    person = _found(request, incoming_id)
    at_once = request.POST.get("why") == "at once"
    form = Undo({"why": AT_ONCE} if at_once else request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data["why"]
            rows = undo_link(incoming=person, why=said, by=request.person, at=timezone.now())
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            jobs.rows_again_soon(incoming=incoming_id, by=request.person)
            messages.success(request, f"The link is undone; rows taken out: {rows}.")
            return redirect("intake:recognise_one", incoming_id)
    ids = [pk for pk in (person.child_id, *person.not_these) if pk]
    reader, changes = request.person, queries.history_of(person)
    looked(area=reader.area, by=reader.user, parts="how a file's person was linked", children=ids)
    names = queries.names_of({change.by_ref for change in changes if change.by_ref})
    context = {
        "form": form,
        "one": person,
        "name": pages.name_of(person),
        "waits": person.state in queries.WAITING,
        "facts": pages.facts_of_link(person),
        "choices": [pages.choice(person, held) for held in queries.beside(reader, person)],
        "past": pages.past_of_link(person, changes, names),
        "came": pages.came_from(person, queries.file_of(reader, person)),
    }
    return drawn(request, "intake/link.html", context)


def _found(request: HttpRequest, incoming_id: int) -> Any:
    person = queries.one_person(request.person, incoming_id)
    if person is None:
        raise Http404(NOT_FOUND)
    return person


def _last(request: HttpRequest) -> Any:
    """Give whom the reader decided upon a moment ago, if that can still be undone."""
    person = queries.one_person(request.person, _number(request.GET.get("last")))
    done = person and person.child_id and person.decided_by_id == request.person.user.pk
    return (person.pk, pages.name_of(person)) if done else None


def _to(after: int | None, *, last: int) -> HttpResponse:
    name = ("intake:recognise_one", [after]) if after else ("intake:recognise", [])
    return redirect(f"{reverse(name[0], args=name[1])}?last={last}")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0
