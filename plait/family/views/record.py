"""The family's own pages: my children, one child, and everybody who has looked."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.access.queries.takeover import answers_of
from plait.child.pages import heading, legal_dates
from plait.child.pages.next import next_of
from plait.child.queries import LOOKS_SHOWN, looks_at
from plait.child.queries_road import facts_for
from plait.child.views.doors import NOT_FOUND, open_child, open_record
from plait.family.pages import record as pages
from plait.family.pages import rights, road
from plait.family.queries import is_young_person, my_children
from plait.journal.actions import looked

A_PAGE = 50


@require_GET
@signed_in
def children(request: HttpRequest) -> HttpResponse:
    """List my children; a list is one reading."""
    reader = request.person
    mine = my_children(reader)
    if mine:
        ids = [child.pk for child in mine]
        looked(area=reader.area, by=reader.user, children=ids, parts="my children")
    own = len(mine) == 1 and is_young_person(reader)
    heading = _("My record") if own else _("My children")
    return render(request, "family/children.html", {"children": mine, "heading": heading})


@require_GET
@signed_in
def child(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show my child: where we are, what happens next, every date with its reason, who looked."""
    record = open_record(request, child_id, parts="family page")
    found, standing, looks = record.child, record.standing, record.looks
    if not standing.as_family:
        raise Http404(NOT_FOUND)
    today, me = request.person.today, request.person.user
    still_open, closed = legal_dates.in_order(record.clocks, today=today)
    lead = heading.lead_of(standing.ties)
    following = next_of(still_open, has_case=bool(record.cases))
    facts = facts_for(record, request.person)
    answers = answers_of([child_id], today=today)[child_id]
    mine = "young_person" in standing.roles
    context = {
        "child": found,
        "where": heading.where_the_case_is(record.newest),
        "lede": heading.lede(record, today),
        "road": road.steps(facts),
        "turn": road.whose_turn(facts, following),
        "next": following,
        "whose_rights": rights.whose(found.birth_date, today, mine=mine),
        "who_acts": rights.lines(answers),
        "standing": standing,
        "lead": lead,
        "late": pages.was_late([*still_open, *closed]),
        "steps": [pages.step(shown) for shown in still_open],
        "done": [pages.step(shown) for shown in closed],
        "documents": record.documents,
        "notes": record.notes,
        "access": pages.who_has_access(standing.ties, reader=me),
        "looks": pages.who_looked(looks[:LOOKS_SHOWN], reader=me),
        "more_looks": len(looks) > LOOKS_SHOWN,
    }
    return render(request, "family/child.html", context)


@require_GET
@signed_in
def looks(request: HttpRequest, child_id: int) -> HttpResponse:
    """List everybody who has looked at my child's record."""
    found, standing = open_child(request, child_id, parts="who has looked")
    if not standing.as_family:
        raise Http404(NOT_FOUND)
    page = Paginator(looks_at(child_id), A_PAGE).get_page(request.GET.get("page"))
    lines = pages.who_looked(page, reader=request.person.user)
    return render(request, "family/looks.html", {"child": found, "page": page, "lines": lines})
