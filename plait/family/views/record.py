"""The family's own pages: my children, one child, and everybody who has looked."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.assessment.pages.advice import for_family, in_a_sentence, shown
from plait.assessment.queries.advice import advice_of, interim_of
from plait.cases.queries_dates import BY_LETTER
from plait.child.pages import heading, legal_dates
from plait.child.pages.next import next_of
from plait.child.queries import LOOKS_SHOWN, looks_at
from plait.child.views.doors import NOT_FOUND, open_child, open_record
from plait.family.pages import letters as letter_pages
from plait.family.pages import record as pages
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
    heading = "My record" if len(mine) == 1 and is_young_person(reader) else "My children"
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
    letters = [one for one in record.letters if one.sent_on and one.to_user_id == me.pk]
    windows = letter_pages.my_windows(letters, today=today)
    if windows:  # the letter's own days are the reader's; those of the record would be others
        still_open = [shown for shown in still_open if shown.clock.duty not in BY_LETTER]
    lead = heading.lead_of(standing.ties)
    advice = shown(advice_of(child_id), today=today)
    context = {
        "child": found,
        "where": heading.where_the_case_is(record.newest),
        "lede": heading.lede(record, today),
        "next": next_of(still_open, has_case=bool(record.cases)),
        "lead": lead,
        "late": pages.was_late([*still_open, *closed]),
        "steps": [pages.step(shown) for shown in still_open],
        "done": [pages.step(shown) for shown in closed],
        "letters": letter_pages.lines(letters),
        "windows": windows,
        "advice": [for_family(one, me) for one in advice],
        "advice_sentence": in_a_sentence(advice),
        "interim": interim_of(child_id),
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
