"""Forms during a wait: help meanwhile, checking in, need that grew, its answer, equipment."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.health.actions import equipment as things
from plait.health.actions import meanwhile as acts
from plait.health.forms import acts as forms
from plait.health.queries import episodes as queries
from plait.health.views.doors import act_page, found_or_404, to_write

EITHER = require_http_methods(["GET", "HEAD", "POST"])


@EITHER
@signed_in
def offer(request: HttpRequest, child_id: int, episode_id: int) -> HttpResponse:
    """Offer something meanwhile."""
    child = to_write(request, child_id, to="offer something meanwhile")
    episode = found_or_404(queries.episode_one(child_id, episode_id))

    def act(given: dict) -> None:
        acts.offer_meanwhile(episode=episode, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.MeanwhileForm(request.POST or None), act, child=child,
        title="Offer something meanwhile", button="Record it",
        done="The help is on the record, and the family reads it.",
    )  # fmt: skip


@EITHER
@signed_in
def checked(request: HttpRequest, child_id: int, meanwhile_id: int) -> HttpResponse:
    """Record that somebody asked whether it helps."""
    child = to_write(request, child_id, to="check in on help meanwhile")
    row = found_or_404(queries.meanwhile_one(child_id, meanwhile_id))

    def act(given: dict) -> None:
        acts.check_in(meanwhile=row, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.CheckInForm(request.POST or None), act, child=child,
        title="Does it help?", button="Record it", done="What the family said is on the record.",
        lede=row.what,
    )  # fmt: skip


@EITHER
@signed_in
def escalate(request: HttpRequest, child_id: int, episode_id: int) -> HttpResponse:
    """Say that need grew."""
    child = to_write(request, child_id, to="say that need grew")
    episode = found_or_404(queries.episode_one(child_id, episode_id))

    def act(given: dict) -> None:
        acts.escalate(episode=episode, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EscalateForm(request.POST or None), act, child=child,
        title="The need has grown", button="Record it",
        done="It is on the record, and the child moved up the list with this reason.",
    )  # fmt: skip


@EITHER
@signed_in
def answer(request: HttpRequest, child_id: int, escalation_id: int) -> HttpResponse:
    """Answer that need grew."""
    child = to_write(request, child_id, to="answer that need grew")
    row = found_or_404(queries.escalation_one(child_id, escalation_id))

    def act(given: dict) -> None:
        acts.answer_escalation(escalation=row, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.AnswerForm(request.POST or None), act, child=child,
        title="Answer that the need has grown", button="Record the answer",
        done="The answer is on the record.", lede=row.says,
    )  # fmt: skip


@EITHER
@signed_in
def equipment(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record equipment that is needed."""
    child = to_write(request, child_id, to="record equipment")

    def act(given: dict) -> None:
        things.record_equipment(child=child, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EquipmentForm(request.POST or None), act, child=child,
        title="Record equipment", button="Record it", done="The equipment is on the record.",
    )  # fmt: skip


@EITHER
@signed_in
def equipment_step(request: HttpRequest, child_id: int, equipment_id: int) -> HttpResponse:
    """Record how far equipment has come."""
    child = to_write(request, child_id, to="record how far equipment has come")
    row = found_or_404(queries.equipment_one(child_id, equipment_id))

    def act(given: dict) -> None:
        things.update_equipment(equipment=row, by=request.person, at=timezone.now(), **given)

    held = {name: getattr(row, name) for name in things.FIELDS}
    form = forms.EquipmentStepForm(request.POST or None, initial=held)
    return act_page(
        request, form, act, child=child, title=f"How far it has come: {row.what}",
        button="Record it", done="It is on the record.",
    )  # fmt: skip
