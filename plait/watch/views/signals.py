"""Signals, and the questions they opened: keep, move or end."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.cases.queries_standing import standing_of
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.watch import actions, pages, pages_team, queries
from plait.watch import queries_team as teams
from plait.watch.forms import Answer, EndSignal
from plait.watch.telling_again import lines_of
from plait.watch.views.doors import act_or_say

PER_PAGE = 25
FOR = (Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER)
ASKED = (*FOR, Role.CASEWORKER, Role.DCO, Role.HEALTH_ADVISER, Role.SOCIAL_CARE)
NOT_FOUND = "There is no such signal, or it is not open to you."
WEEKS_OF_NOISE = 4


@require_safe
@for_roles(*FOR, to="see the signals")
def signals(request: HttpRequest) -> HttpResponse:
    """What a rule noticed and nobody has answered yet; and how much noise each rule makes."""
    reader = request.person
    page = Paginator(queries.open_signals(reader), PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="signals", children=ids)
    context = {
        "page": page,
        "lines": [(one, pages.rule_words(one), " ".join(one.facts)) for one in page],
        "today": reader.today,
    }
    return render(request, "watch/signals.html", context)


@require_safe
@for_roles(*FOR, to="see how much noise the rules make")
def noise(request: HttpRequest) -> HttpResponse:
    """How often each rule fired, what came of it, and why it was dismissed."""
    reader = request.person
    run = queries.last_run(reader)
    since = reader.today - timedelta(weeks=WEEKS_OF_NOISE)
    context = {
        "noise": pages.noise(
            queries.noise(reader, since=since), run.children if run else 0, WEEKS_OF_NOISE
        ),
        "reasons": pages.reasons(queries.dismissed(reader, since=since)),
        "may_set": reader.writes_all("area_rule"),
    }
    return render(request, "watch/noise.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def signal(request: HttpRequest, signal_id: int) -> HttpResponse:
    """One signal: the facts that fired it, what it asked of whom, and how it ends."""
    reader = request.person
    held = queries.signal_open_to(reader, signal_id)
    if held is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(reader, held.child_id)
    looked(
        area=reader.area, by=reader.user, child=held.child_id, parts="a signal",
        through=standing.through,
    )  # fmt: skip
    form = EndSignal(request.POST or None)

    def act(said: dict) -> None:
        actions.end_signal(signal=held, **said, on=reader.today, by=reader, at=timezone.now())

    team = teams.team_of(held.child_id, reader)
    posts = teams.posts_of_people([team.lead.person_id] if team.lead else [], reader)
    context = {
        "asks_for_lead": team.vacant and pages.is_tripwire(held) and held.state == "open",
        "vacancy": pages_team.vacancy(team),
        "lead": pages_team.leads(team, posts),
        "may_lead": standing.may_write("team"),
        "signal": held,
        "child": held.child,
        "heading": pages.rule_words(held),
        "questions": [(one, pages.answered(one)) for one in queries.questions_of(held)],
        "board": pages.board(lines_of(held)),
        "may_end": held.state == "open" and standing.may_write("signal"),
    }
    here = ("watch:signal", signal_id)
    return act_or_say(
        request, "watch/signal.html", form, act, here, "The signal is ended.", context
    )


@require_safe
@for_roles(*ASKED, to="see what is asked of you")
def asked(request: HttpRequest) -> HttpResponse:
    """What waits for keep, move or end, in the strands the reader works in."""
    reader = request.person
    rows = queries.open_questions(reader)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="questions", children=ids)
    return render(request, "watch/asked.html", {"page": page, "today": reader.today})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def question(request: HttpRequest, asked_id: int) -> HttpResponse:
    """Keep, move or end one thing that is open for a child."""
    reader = request.person
    held = queries.question_open_to(reader, asked_id)
    if held is None:
        raise Http404(NOT_FOUND)
    if not held.answer and not actions.may_answer(held, reader):
        raise Refused(
            f"You cannot answer this: it is asked of {actions.WHOSE[held.strand]}.",
            who_can="Tell them that it waits; it is on their page “Keep, move or end?”.",
        )
    form = Answer(request.POST or None)

    def act(said: dict) -> None:
        actions.answer(question=held, **said, on=reader.today, by=reader, at=timezone.now())

    heading = f"Keep, move or end? {held.what}"
    context = {"child": held.child, "entry": None, "question": held, "heading": heading}
    here = ("watch:signal", held.signal_id)
    return act_or_say(request, "watch/form.html", form, act, here, "Your answer is kept.", context)
