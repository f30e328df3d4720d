"""The health lane of one child, and the forms of its acts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.health.actions import episodes as acts
from plait.health.forms import acts as forms
from plait.health.pages import lane as pages
from plait.health.queries import episodes as queries
from plait.health.views.doors import act_page, found_or_404, open_health, to_write

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@signed_in
def child(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show what health does for a child: each wait, help meanwhile, need that grew, equipment."""
    found, standing = open_health(request, child_id, parts="health")
    today = request.person.today
    shown = [pages.Shown(row, today) for row in queries.episodes_of(child_id)]
    expected = {
        (one.row.service, one.row.kind): pages.expected_words(
            queries.expected_of(one.row.service, one.row.kind)
        )
        for one in shown
        if one.waits
    }
    context = {
        "child": found,
        "may": standing.may_write("health"),
        "shown": shown,
        "expected": expected,
        "equipment": [
            (item, *pages.equipment_words(item, today)) for item in queries.equipment_of(child_id)
        ],
    }
    return render(request, "health/child.html", context)


@EITHER
@signed_in
def open_episode(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record a referral that no file told of."""
    found = to_write(request, child_id, to="record a referral")

    def act(given: dict) -> None:
        acts.open_episode(child=found, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.OpenForm(request.POST or None), act, child=found,
        title="Record a referral to a health service", button="Record it",
        done="The referral is on the record, and its wait is counted.",
    )  # fmt: skip


@EITHER
@signed_in
def contact(request: HttpRequest, child_id: int, episode_id: int) -> HttpResponse:
    """Record a contact, seen or booked."""
    found, episode = _episode(request, child_id, episode_id, to="record a contact")

    def act(given: dict) -> None:
        acts.record_contact(episode=episode, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.ContactForm(request.POST or None), act, child=found,
        title="Record a contact", button="Record it", done="The contact is on the record.",
        lede=f"{_title(episode, request)}. The first day the child is seen stops the clock.",
    )  # fmt: skip


@EITHER
@signed_in
def treated(request: HttpRequest, child_id: int, episode_id: int) -> HttpResponse:
    """Record that what was waited for began."""
    found, episode = _episode(request, child_id, episode_id, to="record that treatment began")

    def act(given: dict) -> None:
        acts.record_treatment(episode=episode, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.TreatedForm(request.POST or None), act, child=found,
        title="What was waited for began", button="Record it", done="The wait is over.",
        lede=_title(episode, request),
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, episode_id: int) -> HttpResponse:
    """End an episode, with a reason."""
    found, episode = _episode(request, child_id, episode_id, to="end an episode")

    def act(given: dict) -> None:
        acts.end_episode(episode=episode, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EndForm(request.POST or None), act, child=found,
        title="End this referral", button="End it", done="It is ended, with its reason.",
        lede=_title(episode, request),
    )  # fmt: skip


def _episode(request: HttpRequest, child_id: int, episode_id: int, *, to: str) -> tuple:
    found = to_write(request, child_id, to=to)
    return found, found_or_404(queries.episode_one(child_id, episode_id))


def _title(episode, request: HttpRequest) -> str:
    return pages.Shown(episode, request.person.today).title
