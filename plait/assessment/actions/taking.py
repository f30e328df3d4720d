"""Take a request that came in onto a child's record: once, whoever presses, however often."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import NAME
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.actions.doors import held, require_asking
from plait.assessment.actions.taking_people import carers_of, child_of
from plait.assessment.models import Asking
from plait.assessment.queries.road import agreed, draft_is_out, facts_asked
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.keeping import keep_clocks
from plait.cases.models import Document, Request
from plait.cases.queries import case_of, requests_of
from plait.cases.state import require_lawful, state_of
from plait.journal import actions as journal
from plait.law.asking import stops
from plait.law.process import State
from plait.people.models import Child

CODES = {"parent": "1", "young_person": "1", "setting": "2"}  # SEN2's request_source
IN_HAND = (
    State.CONSIDERING_ASSESSMENT,
    State.ASSESSING,
    State.DRAFTING,
    State.DRAFT_WITH_FAMILY,
)


@transaction.atomic
def take_on(*, asking: Asking, child: Child | None, why: str, by: Reader, at: datetime) -> Request:
    """Take a request onto a child's record, or onto a new one; its clocks count from receipt.

    A second request while one is in hand joins it: the earlier day of receipt stands.
    """
    require_asking(by, to="take a request on")
    asking = held(asking)
    if asking.state == Asking.State.TAKEN:
        return _taken_already(asking, child)
    if asking.state != Asking.State.SENT:
        raise Refused("This request was answered, or was not sent, so it cannot be taken on.")
    _can_go_on(asking, child, by.today)
    say_why("A request was taken on")
    child = child or child_of(asking, by=by)
    carers_of(asking, child=child, by=by)
    request, joined = _request(asking, child, by, at)
    _keep_files(asking, child, by, at)
    asking.child, asking.request, asking.state = child, request, Asking.State.TAKEN
    asking.save(update_fields=["child", "request", "state"])
    _tell(asking, why=why, joined=joined, by=by, at=at)
    return request


def _taken_already(asking: Asking, child: Child | None) -> Request:
    if child is not None and child.pk != asking.child_id:
        raise ChangedMeanwhile(
            f"A colleague took this request onto the record of {asking.child.name} meanwhile. "
            "Look at that record; if it is the wrong child, tell the data officer."
        )
    return asking.request


def _can_go_on(asking: Asking, child: Child | None, today: date) -> None:
    """Refuse what the law lets go no further: it is answered with its reasons instead."""
    for stop in stops(facts_asked(asking, child)):
        if not stop.may_go_on:
            raise Refused(
                f"{stop.words} ({stop.provision}.)",
                who_can="Answer the request with these reasons; it must not be left.",
            )


def _request(asking: Asking, child: Child, by: Reader, at: datetime) -> tuple[Request, bool]:
    Child.objects.select_for_update().get(pk=child.pk)  # two requests for one child, at once
    cases = [case_of(request) for request in requests_of(child.pk)]
    state = state_of(cases, plan_agreed=agreed(child.pk, "plan"), draft_served=draft_is_out(cases))
    if state in IN_HAND:
        return cases[-1].request, True
    for case in cases:  # it came before the plan that is kept, so it belongs to that plan's road
        if case.plan and not case.plan.ceased_on and asking.received_on < case.plan.started_on:
            return case.request, True
    require_lawful(state, "assessment_requested")
    request = Request.objects.create(
        area=by.area,
        child=child,
        received_on=asking.received_on,
        asked_by=asked_by(asking),
    )
    keep_clocks(request, why="A request was taken on", by=by.user, at=at)
    return request, False


def asked_by(asking: Asking) -> str:
    """Give SEN2's code of who asked."""
    return CODES.get(asking.channel) or asking.answers.get("officer", {}).get("asked_by") or "5"


def _keep_files(asking: Asking, child: Child, by: Reader, at: datetime) -> None:
    """Put what was sent with it on the record, closed until somebody shares it; each file once."""
    for file in asking.files.order_by("pk"):
        if Document.objects.filter(child=child, sha256=file.sha256).exists():
            continue
        Document.objects.create(
            area=by.area, child=child, title=_title(file.file_name),
            file_name=file.file_name, media_type=file.media_type, size=file.size,
            sha256=file.sha256, shared=Document.Shared.AUTHORS, written_by=by.user,
            organisation=asking.setting, at=at,
        )  # fmt: skip


def _title(file_name: str) -> str:
    title = f"Sent with the request: {file_name}"
    return title if len(title) <= NAME else file_name


def _tell(asking: Asking, *, why: str, joined: bool, by: Reader, at: datetime) -> None:
    journal.write(
        "asking_taken",
        area=by.area,
        child=asking.child,
        by=by.user,
        why=why,
        at=at,
        asking=asking.pk,
        request=asking.request.pk,
        channel=asking.channel,
        received_on=asking.received_on.isoformat(),
        joined=joined,
    )
