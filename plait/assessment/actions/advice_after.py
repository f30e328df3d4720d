"""What an officer does about advice that was asked: remind, end, note, write down, keep."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files import File
from django.db import transaction

from plait.access import lengths
from plait.access.context import say_why
from plait.access.lengths import fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.assessment.actions.advice_asking import close, link_for, reach, tell
from plait.assessment.actions.advice_giving import FROM_REPORT, Row, file_of, held, seal
from plait.assessment.actions.advice_letters import CHASE, letter_of
from plait.assessment.models import Advice, Chase, InterimSupport, Missed
from plait.assessment.reports import take
from plait.assessment.specific import points_of
from plait.cases.actions_excuse import record_exception
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Passage, Request
from plait.law.exceptions import may_excuse

BY_POST = "It came by post or e-mail; its giver was not asked through the page."


@transaction.atomic
def chase(
    *, advice: Advice, how: str, to_whom: str, said: str, by: Reader, at: datetime
) -> tuple[Chase, str]:
    """Note a reminder that a person makes; gives the token of a new link where one is needed."""
    require_write("chase", child=advice.child, by=by, to="remind somebody of advice")
    advice = held(advice)
    made = Chase.objects.create(
        area=by.area, child_id=advice.child_id, advice=advice, at=at, how=how,
        to_whom=to_whom or advice.giver_name, by=by.user,
        said=fits(said, lengths.EXPLAINED, "What was said"),
    )  # fmt: skip
    token = link_for(advice, by=by.user, at=at) if how == "email" else ""
    if how in ("email", "letter"):
        to = reach(advice, by.today) if how == "email" else ""
        letter_of(advice=advice, kind=CHASE, to=to, by=by, at=at)
    _tell("advice_chased", advice, by, at, chase=made.pk, how=how)
    return made, token


@transaction.atomic
def end_advice(*, advice: Advice, why: str, by: Reader, at: datetime) -> None:
    """Stop asking somebody: their clock falls away, their link opens nothing."""
    require_write("advice", child=advice.child, by=by, to="stop asking for advice")
    advice = held(advice)
    say_why(why)
    close(advice, why=why, on=by.today, at=at)
    _tell("advice_ended", advice, by, at, why=why)


@transaction.atomic
def record_missed(
    *, advice: Advice, on: date, what: str, by_family: bool | None, by: Reader, at: datetime
) -> tuple[Missed, str]:
    """Note an appointment that was not kept; it excuses the limit where the law says so.

    Gives, in words, what it means for the limit.
    """
    require_write("advice", child=advice.child, by=by, to="record a missed appointment")
    if on > by.today:
        raise OutOfOrder("The day of the appointment is still to come.")
    missed = Missed.objects.create(
        area=by.area, child_id=advice.child_id, advice=advice, on=on, by_family=by_family,
        written_by=by.user,
        what=fits(what, lengths.WHY, "What it was for"),
    )  # fmt: skip
    _tell("appointment_missed", advice, by, at, missed=missed.pk, on=on.isoformat())
    return missed, _excused(advice, missed, by, at)


def _excused(advice: Advice, missed: Missed, by: Reader, at: datetime) -> str:
    if missed.by_family is not True:
        return "It excuses nothing: only an appointment that the child or young person misses does."
    if advice.clock is None:
        return "It is noted. No limit runs here, so there is nothing to excuse."
    refusal = may_excuse(advice.clock.duty, "missed_appointment")
    if refusal:
        return f"It is noted. {refusal.why}"
    if advice.clock.excuse:
        return "It is noted. An exception is recorded for this limit already."
    why = f"Appointment of {missed.on:%d/%m/%Y} missed: {missed.what}"
    record_exception(clock=advice.clock, excuse="missed_appointment", why=why, by=by, at=at)
    return "It is recorded on the limit as an exception (reg 8(2)(c)); the day does not move."


@transaction.atomic
def record_received(
    *, advice: Advice, rows: Sequence[Row], upload: File | None, name: str, role: str,
    dated_on: date, received_on: date, by: Reader, at: datetime,
) -> Advice:  # fmt: skip
    """Write down advice that came by post or e-mail: the same record as if its giver had sent it.

    What the check of wording says is kept with it; the words are the giver's and stay.
    """
    require_write("advice", child=advice.child, by=by, to="record advice that came")
    advice = held(advice)
    _days(advice, dated_on, received_on, by)
    texts = [
        (row.kind, fits(row.text.strip(), lengths.PASSAGE, f"Passage {place}"), place)
        for place, row in enumerate(rows, 1)
    ]
    if upload is not None:
        texts += _from_report(advice, upload, at)
    passages = [_passage(advice, *one, by) for one in texts if one[1]]
    if not passages and not advice.report_file:
        raise Refused("There is nothing to record. Write the words down, or add the report.")
    for passage in passages:
        passage.left_so = [point.kept(BY_POST) for point in points_of([passage])]
    say_why("Advice that came by post or e-mail")
    seal(advice, passages, name=name, role=role, dated_on=dated_on, on=received_on, by=by, at=at)
    return advice


def _days(advice: Advice, dated_on: date, received_on: date, by: Reader) -> None:
    if received_on > by.today:
        raise OutOfOrder("The day it came is still to come.")
    if received_on < advice.asked_on:
        raise OutOfOrder("It cannot have come before it was asked for. Record it as advice held.")
    if dated_on > received_on:
        raise OutOfOrder("It cannot be dated after the day it came.")


def _from_report(advice: Advice, upload: File, at: datetime) -> list[tuple[str, str, int]]:
    kept, found = take(upload)
    advice.report_file = file_of(kept, upload, at)
    advice.save(update_fields=["report_file"])
    return [(Passage.Kind.OTHER, text, place) for place, text in enumerate(found, FROM_REPORT)]


def _passage(advice: Advice, kind: str, text: str, place: int, by: Reader) -> Passage:
    return Passage(
        area=by.area, child_id=advice.child_id, request_id=advice.request_id, ref=advice.ref,
        kind=kind, text=text, place=place, written_by=by.user,
    )  # fmt: skip


@transaction.atomic
def agree_interim(
    *, request: Request, what: str, who: str, since: date, until: date | None,
    agreed_with: str, by: Reader, at: datetime,
) -> InterimSupport:  # fmt: skip
    """Record help that was agreed while the assessment goes on; the family reads it too."""
    require_write("case", child=request.child, by=by, to="record help that was agreed")
    if until and until < since:
        raise OutOfOrder("The help cannot end before it begins.")
    fits(what, lengths.INTERIM, "What will be done")
    made = InterimSupport.objects.create(
        area=by.area, child=request.child, request=request, what=what, who=who, since=since,
        until=until, agreed_with=agreed_with, written_by=by.user, at=at,
    )  # fmt: skip
    tell("interim_agreed", request, by, at, interim=made.pk)
    return made


def _tell(what: str, advice: Advice, by: Reader, at: datetime, **facts: object) -> None:
    tell(what, advice.request, by, at, advice=advice.pk, kind=advice.kind, **facts)
