"""The one list of children not known to be in full-time school, and the board of who was told."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access import kept_pages
from plait.access.guards import for_roles, signed_in
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.queries_standing import standing_of
from plait.journal.actions import looked
from plait.ui.downloads import csv_answer
from plait.watch import actions, pages, queries, queries_list
from plait.watch.beside_list import beside_list
from plait.watch.beside_today import beside_today
from plait.watch.forms import Correct, Entry, Off, TellThem
from plait.watch.places import places_of
from plait.watch.queries_team import without_lead
from plait.watch.roles import KEEPERS
from plait.watch.views.doors import act_or_say
from plait.watch.views.filters import form_of
from plait.watch.views.shown_list import UNFIT, chosen_by, shown_list

FIRST = 10
NOT_FOUND = "There is no such entry, or it is not open to you."
HEADINGS = (
    "Child", "Age", "Setting, now or last", "Ward", "Reason", "Since", "Owner", "Next check",
    "Last seen by a professional", "By whom", "Education", "Hours a week",
)  # fmt: skip


@require_safe
@for_roles(*KEEPERS, to="see the list of children not in full-time school")
def one_list(request: HttpRequest) -> HttpResponseBase:
    """Every child on the list, those to be looked at first first."""
    reader = request.person
    if request.GET.get("as") == "csv":
        beside = beside_list(reader)
        chosen = chosen_by(form_of(request, beside, places_of(reader, beside.whom)))
        if chosen is None:
            raise Refused(UNFIT, who_can="Go back to the list, and choose again.")
        return _as_file(reader, list(queries_list.the_list(reader, **chosen)))
    if held := kept_pages.find(request):
        response, children = kept_pages.again(request, held), held.told
    else:
        response, children = kept_pages.drawn_once(
            request, "watch/list.html", lambda: shown_list(request)
        )
    looked(area=reader.area, by=reader.user, parts="the one list", children=children)
    return response


def _as_file(reader: Reader, entries: list) -> HttpResponseBase:
    ids = [one.child_id for one in entries]
    looked(area=reader.area, by=reader.user, parts="the one list, as a file", children=ids)
    rows = (pages.for_file(one, pages.line(one, reader.today), reader.today) for one in entries)
    return csv_answer("not-in-school", HEADINGS, rows)


@require_safe
@for_roles(*KEEPERS, to="see what the watch found for today")
def today(request: HttpRequest) -> HttpResponse:
    """What needs me today: signals to answer, and children somebody should look at again."""
    reader = request.person
    waiting, due = queries.open_signals(reader), queries_list.the_list(reader, due="yes")
    signals, entries = list(waiting[:FIRST]), list(due[:FIRST])
    led_by_nobody = without_lead(reader)
    nobody = list(led_by_nobody[:FIRST])
    ids = [one.child_id for one in (*signals, *entries, *nobody)]
    looked(area=reader.area, by=reader.user, parts="Today", children=ids)
    context = {
        "signals": [(one, pages.rule_words(one), " ".join(one.facts)) for one in signals],
        "entries": [pages.line(one, reader.today) for one in entries],
        "cards": beside_today(reader),
        "nobody": [(one, pages.rule_words(one)) for one in nobody],
        "led_by_nobody": led_by_nobody.count(),
        "summary": pages.for_today(waiting.count(), due.count()),
        "today": reader.today,
    }
    return render(request, "watch/today.html", context)


def _open(request: HttpRequest, entry_id: int):
    entry = queries.entry_open_to(request.person, entry_id)
    if entry is None:
        raise Http404(NOT_FOUND)
    reader = request.person
    through = standing_of(reader, entry.child_id).through
    looked(
        area=reader.area, by=reader.user, child=entry.child_id, parts="the one list",
        through=through,
    )  # fmt: skip
    return entry


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One child of the list: why, whose, when next, and who has been told."""
    held = _open(request, entry_id)
    owners = queries.owners(request.person)
    begin = {
        "version": held.version, "owner": held.owner_id, "next_check_on": held.next_check_on,
        "last_seen_on": held.last_seen_on, "last_seen_by": held.last_seen_by,
        "education": held.education, "hours": held.hours_a_week,
    }  # fmt: skip
    form = Entry(request.POST or None, initial=begin, owners=owners)

    def act(said: dict) -> None:
        owner = next((one for one in owners if one.pk == said["owner"]), None)
        actions.keep_entry(
            entry=held, owner=owner, next_check_on=said["next_check_on"],
            last_seen_on=said["last_seen_on"], last_seen_by=said["last_seen_by"],
            education=said["education"], hours=said["hours"], version=said["version"],
            by=request.person, at=timezone.now(),
        )  # fmt: skip

    context = {
        "entry": held,
        "child": held.child,
        "line": pages.line(held, request.person.today),
        "place": pages.place_of(held),
        "board": pages.board(queries.board_of(held.child_id)),
    }
    here = ("watch:entry", entry_id)
    return act_or_say(request, "watch/entry.html", form, act, here, "Saved.", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def reason(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Give another reason than the facts did."""
    held = _open(request, entry_id)
    form = Correct(request.POST or None, initial={"version": held.version, "reason": held.reason})

    def act(said: dict) -> None:
        actions.correct_reason(entry=held, **said, by=request.person, at=timezone.now())

    context = {"entry": held, "child": held.child, "heading": "Correct the reason"}
    here = ("watch:entry", entry_id)
    return act_or_say(
        request, "watch/form.html", form, act, here, "The reason is corrected.", context
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def off(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Take a child off the list."""
    held = _open(request, entry_id)
    form = Off(request.POST or None, initial={"version": held.version, "on": request.person.today})

    def act(said: dict) -> None:
        actions.take_off(entry=held, **said, by=request.person, at=timezone.now())

    context = {"entry": held, "child": held.child, "heading": "Take off the list"}
    done = f"{held.child.name} is off the list."
    return act_or_say(request, "watch/form.html", form, act, ("watch:list",), done, context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def told(request: HttpRequest, told_id: int) -> HttpResponse:
    """Note that a party was told, or that it said it knows."""
    held = queries.told_open_to(request.person, told_id)
    if held is None:
        raise Http404(NOT_FOUND)
    form = TellThem(request.POST or None)

    def act(said: dict) -> None:
        by, at = request.person, timezone.now()
        if said["how"] == "knows":
            actions.acknowledge(told=held, who=said["who"], by=by, at=at)
        else:
            actions.tell(told=held, who=said["who"], how=said["how"], by=by, at=at)

    context = {
        "child": held.child,
        "heading": f"{pages.PARTIES.get(held.party, held.party)}: who was told",
        "lede": pages.happened(held),
        "entry": None,
    }
    here = ("child:record", held.child_id)
    return act_or_say(request, "watch/form.html", form, act, here, "Noted.", context)
