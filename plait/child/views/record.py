"""The child's page, who has looked, what was done, where facts came from."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plait.access import kept_pages
from plait.access.guards import signed_in
from plait.attendance.pages.year import sentence, year_of
from plait.attendance.queries.registers import registers_from
from plait.cases.queries import Record, looks_in, record_from, requests_of
from plait.cases.queries_dates import windows_of
from plait.cases.queries_owed import owed_after
from plait.cases.record_sql import ask, lasting
from plait.child.pages import acts, heading, legal_dates, people, three_strands
from plait.child.pages import letters as letter_pages
from plait.child.pages.next import next_of
from plait.child.queries import LOOKS_SHOWN, acts_on, looks_at, whose_advice
from plait.child.queries_sight import strands_of
from plait.child.views.doors import NOT_FOUND, note_look, open_child
from plait.child.views.sight import in_sight
from plait.law.takeover import whose_rights
from plait.ui.answers import part_of_page

A_PAGE = 50
WHOLE = "whole record"


@require_GET
@signed_in
def record(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show one child: what happens next, the plait, legal dates, people, papers, who looked."""
    answer = ask(child_id, today=request.person.today)
    key, fill = lasting(answer), {"looks": lambda: _looks_drawn(child_id, looks_in(answer))}
    if held := kept_pages.find(request, key):
        note_look(request, child_id, parts=WHOLE, through=held.told)
        return kept_pages.again(request, held, fill)
    found = record_from(answer, request.person)
    if found is None:
        raise Http404(NOT_FOUND)
    if to := _elsewhere(found):
        note_look(request, child_id, parts=WHOLE, through=found.standing.through)
        return redirect(*to)
    response = kept_pages.drawn(
        request,
        key,
        "child/record.html",
        lambda: page_of(request, found),
        told=found.standing.through,
        fill=fill,
    )
    # Noted last: what a transaction has itself written is nothing to keep a page by.
    note_look(request, child_id, parts=WHOLE, through=found.standing.through)
    return response


def _elsewhere(found: Record) -> tuple[str, int] | None:
    """Give the page that stands in this one's place, if there is one."""
    if found.child.merged_into_id:
        return "child:record", found.child.merged_into_id
    return ("family:child", found.child.pk) if found.standing.as_family else None


def _looks_drawn(child_id: int, looks: list[Any]) -> str:
    """Draw who has looked, which is another list at every reading."""
    lines, more = people.look_lines(looks[:LOOKS_SHOWN]), len(looks) > LOOKS_SHOWN
    found = {"looks": lines, "more_looks": more, "child_id": child_id}
    return part_of_page("child/looks_part.html", found)


def page_of(request: HttpRequest, found: Record) -> dict[str, object]:
    """Give what the child's page shows, every part already in words."""
    today, child = request.person.today, found.child
    still_open, closed = legal_dates.in_order(
        found.clocks,
        today=today,
        targets=found.targets,
        about=whose_advice(found.clocks),
    )
    health, care = strands_of(found)
    plait = three_strands.plait_of(found, still_open, today=today, health=health, care=care)
    return {
        "child": child,
        "standing": found.standing,
        "allocate_href": reverse("access:allocate_child", args=[child.pk]),
        "lede": heading.lede(found, today),
        "lead": heading.lead_of(found.standing.ties),
        **in_sight(found),
        "next": next_of(still_open, has_case=bool(found.cases)),
        "plait": plait,
        "sentence": three_strands.sentence_of(plait, still_open, today=today),
        "open_dates": [shown.row() for shown in still_open],
        "closed_dates": [shown.row() for shown in closed],
        "family": people.relatives(found.family),
        "ties": people.tie_lines(found.standing.ties),
        "looks_drawn": kept_pages.hole("looks"),
        "documents": found.documents,
        **_letters(found, today),
        **_attendance(found, today),
        "notes": found.notes,
        "whose_rights": whose_rights(child.birth_date, today),
    }


def _letters(found: Record, today: date) -> dict[str, object]:
    """Give what the page says of letters, to those who may read them."""
    if not found.standing.may_read("letter"):
        return {}
    owed = owed_after(found.child, found.acts, found.letters, today=today)
    windows = windows_of(found.letters, today=today)
    return {
        "owed": owed,
        "letters_owed": letter_pages.owed_words(owed),
        "windows": letter_pages.window_words(windows),
    }


def _attendance(found: Record, today: date) -> dict[str, object]:
    """Give the school year as a strip, to those who may read it."""
    if not found.standing.may_read("attendance"):
        return {"attendance_sentence": ""}
    held = registers_from(found.also["registers"])
    year = year_of(held, today=today)
    return {
        "attendance": year,
        "attendance_sentence": year.sentence if year else sentence(held, today=today),
    }


@require_GET
@signed_in
def looks(request: HttpRequest, child_id: int) -> HttpResponse:
    """List every reading of this child's record."""
    child, _ = open_child(request, child_id, parts="who has looked", for_staff=True)
    page = Paginator(looks_at(child_id), A_PAGE).get_page(request.GET.get("page"))
    lines = people.look_lines(page)
    return render(request, "child/looks.html", {"child": child, "page": page, "lines": lines})


@require_GET
@signed_in
def history(request: HttpRequest, child_id: int) -> HttpResponse:
    """List what was done on this child's record, by whom and why."""
    child, _ = open_child(request, child_id, parts="what was done", for_staff=True)
    page = Paginator(acts_on(child_id), A_PAGE).get_page(request.GET.get("page"))
    lines = [acts.line(entry) for entry in page]
    return render(request, "child/history.html", {"child": child, "page": page, "lines": lines})


@require_GET
@signed_in
def origin(request: HttpRequest, child_id: int) -> HttpResponse:
    """Say which file and line each date came from."""
    child, standing = open_child(request, child_id, parts="where facts came from", for_staff=True)
    requests = requests_of(child_id) if standing.may_read("case") else []
    rows = people.origin_rows(child, requests)
    return render(request, "child/origin.html", {"child": child, "rows": rows})
