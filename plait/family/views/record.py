"""The family's own pages: my children, one child, and everybody who has looked."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plait.access.guards import signed_in
from plait.access.queries.takeover import answers_of
from plait.access.reader import Reader
from plait.assessment.pages.advice import for_family, in_a_sentence, shown
from plait.assessment.pages.again import for_family as asked_again
from plait.assessment.pages.appointments import for_family as appointment
from plait.assessment.queries.advice import advice_of, interim_of
from plait.assessment.queries.appointments import appointments_of
from plait.attendance.pages.concerns import shown as shown_concern
from plait.attendance.pages.year import sentence
from plait.attendance.queries.concerns import concerns_of
from plait.attendance.queries.registers import registers_of
from plait.cases.queries import Record
from plait.cases.queries_dates import BY_LETTER
from plait.child.pages import heading, legal_dates
from plait.child.queries import LOOKS_SHOWN, looks_at, whose_advice
from plait.child.queries_road import facts_for
from plait.child.queries_sight import lead_in
from plait.child.views.doors import NOT_FOUND, open_child, open_record
from plait.family.pages import letters as letter_pages
from plait.family.pages import record as pages
from plait.family.pages import rights, road
from plait.family.queries import is_young_person, my_children
from plait.health.pages.for_family import MyWait, my_wait, still_waits
from plait.health.queries.episodes import episodes_of, expected_of
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.plans.pages.budget import for_family as budget
from plait.plans.queries_budget import budgets_of
from plait.provision.queries.at_home import entries_of
from plait.watch.pages_team import leads

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
    if not record.standing.as_family:
        raise Http404(NOT_FOUND)
    context = {
        "child": record.child,
        "standing": record.standing,
        **_where_we_are(record, request.person),
        **_dates_and_papers(record, request.person),
        **_rights_and_looks(record, request.person),
        "leads": leads(*lead_in(record)),
        "appointments": _appointments(record),
        "budgets": [budget(one) for one in budgets_of(child_id)],
        "waits": _waits(record, request.person),
        **_attendance(record, request.person),
        "own": is_young_person(request.person),
        "at_home": record.standing.may_read("home_education") and entries_of(child_id),
    }
    return render(request, "family/child.html", context)


def _attendance(record: Record, reader: Reader) -> dict[str, object]:
    """Say how the school year stands, and whether a concern waits for an answer."""
    standing, child = record.standing, record.child.pk
    if not standing.may_read("attendance"):
        return {"attendance": "", "concerns": []}
    concerns = concerns_of(child) if standing.may_read("concern") else []
    return {
        "attendance": sentence(registers_of(child), today=reader.today),
        "concerns": [one for one in map(shown_concern, concerns) if one.open],
    }


def _appointments(record: Record) -> list[dict[str, str]]:
    """Give the newest case's appointments, what is booked first."""
    found = appointments_of(record.child.pk)
    mine = [one for one in found if record.newest and one.request_id == record.newest.request.pk]
    return [appointment(one) for one in sorted(mine, key=lambda one: one.state != "booked")]


def _waits(record: Record, reader: Reader) -> list[MyWait]:
    """Give each wait for a health service, with how long those before waited."""
    return [
        my_wait(one, expected_of(one.service, one.kind), today=reader.today)
        for one in episodes_of(record.child.pk)
        if still_waits(one, reader.today)
    ]


def _where_we_are(record: Record, reader: Reader) -> dict[str, object]:
    """Say how far the case has come, whose turn it is, and what happens next."""
    still_open, _closed = _dated(record, reader)
    facts = facts_for(record, reader)
    following = road.next_step(facts, still_open)
    return {
        "lede": heading.lede(record, reader.today),
        "again": [asked_again(one, today=reader.today) for one in facts.again],
        "road": road.steps(facts),
        "turn": road.whose_turn(facts, following),
        "no_letter_yet": road.waits_for_a_letter(facts),
        "next": following,
        "lead": heading.lead_of(record.standing.ties),
    }


def _dated(record: Record, reader: Reader) -> tuple[list[legal_dates.LegalDate], ...]:
    about = whose_advice(record.clocks)
    return legal_dates.in_order(record.clocks, today=reader.today, about=about)


def _dates_and_papers(record: Record, reader: Reader) -> dict[str, object]:
    """Give every date with its reason, what was late and why, and every paper."""
    today, me = reader.today, reader.user
    still_open, closed = _dated(record, reader)
    letters = [one for one in record.letters if one.sent_on and one.to_user_id == me.pk]
    windows = letter_pages.my_windows(letters, today=today)
    if windows:  # the letter's own days are the reader's; those of the record would be others
        still_open = [one for one in still_open if one.clock.duty not in BY_LETTER]
    advice = shown(advice_of(record.child.pk), today=today)
    return {
        "late": pages.was_late([*still_open, *closed]),
        "steps": [pages.step(one) for one in still_open],
        "done": [pages.step(one) for one in closed],
        "letters": letter_pages.lines(letters),
        "windows": windows,
        "advice": [for_family(one) for one in advice],
        "advice_sentence": in_a_sentence(advice),
        "interim": interim_of(record.child.pk),
        "documents": record.documents,
        "notes": record.notes,
    }


def _rights_and_looks(record: Record, reader: Reader) -> dict[str, object]:
    """Say whose the rights are, who may see the record, and who has looked."""
    child, me, looked_at = record.child, reader.user, record.looks
    answers = answers_of([child.pk], today=reader.today)[child.pk]
    mine = Role.YOUNG_PERSON in record.standing.roles
    return {
        "whose_rights": rights.whose(child.birth_date, reader.today, mine=mine),
        "who_acts": rights.lines(answers),
        "access": pages.who_has_access(record.standing.ties, reader=me),
        "looks": pages.who_looked(looked_at[:LOOKS_SHOWN], reader=me),
        "more_looks": len(looked_at) > LOOKS_SHOWN,
    }


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
