"""Record what was decided in a case; each decision keeps the clocks and is journalled once."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.cases.actions_dates import ensure_unchanged, request_held
from plait.cases.clocks_of_acts import end_all
from plait.cases.dated_facts import OutOfOrder, rows_of
from plait.cases.keeping import keep_clocks
from plait.cases.models import Assessment, Clock, Plan, Request, Review
from plait.journal import actions as journal
from plait.law.wording import day_in_words
from plait.people.models import Child


@transaction.atomic
def decide_request(
    *, request: Request, outcome: str, on: date, shown: str, by: Reader, at: datetime
) -> None:
    """Record whether the authority will assess (Y, N), or that the request ended (W)."""
    request = _held(request, by, "record a decision", shown=shown, field="outcome")
    _in_order(request, on, by, after=("request-received",))
    if outcome == "Y":
        Assessment.objects.get_or_create(
            request=request, defaults={"area": by.area, "child": request.child}
        )
    request.outcome, request.outcome_on = outcome, on
    request.save(update_fields=["outcome", "outcome_on"])
    _done("request_decided", request, by, at, on, outcome=outcome)


@transaction.atomic
def end_assessment(
    *, request: Request, outcome: str, on: date, shown: str, by: Reader, at: datetime
) -> None:
    """Record how an assessment ended: a plan issued (Y), no plan (N), or withdrawn (W)."""
    request = _held(request, by, "record a decision")
    assessment = Assessment.objects.select_for_update().filter(request=request).first()
    if assessment is None:
        raise Refused(
            "No assessment has been started for this request, so it cannot have ended.",
            who_can="First record the decision to assess (SEND Regulations 2014, reg 5(1)).",
        )
    ensure_unchanged(shown, assessment.outcome)
    _in_order(request, on, by, after=("request-received", "request-decided"))
    assessment.outcome, assessment.outcome_on = outcome, on
    assessment.save(update_fields=["outcome", "outcome_on"])
    end_all(request=request, starting="advice:", on=on, why="The assessment ended.")
    if outcome == "Y":
        Plan.objects.get_or_create(
            request=request, defaults={"area": by.area, "child": request.child, "started_on": on}
        )
    _done(
        "plan_issued" if outcome == "Y" else "assessment_ended",
        request,
        by,
        at,
        on,
        outcome=outcome,
    )


@transaction.atomic
def hold_review(*, request: Request, on: date, by: Reader, at: datetime) -> Review:
    """Record that a review meeting was held."""
    request = _held(request, by, "record a review meeting")
    plan = Plan.objects.filter(request=request).first()
    if plan is None or plan.ceased_on:
        raise Refused(
            "There is no EHC plan in force to review.",
            who_can="If there is one, record that it was issued first.",
        )
    _in_order(request, on, by, after=("plan-started",))
    if Review.objects.filter(request=request, meeting_on=on).exists():
        raise OutOfOrder("A review meeting on that day is recorded already.")
    review = Review.objects.create(
        area=by.area, child=request.child, request=request, meeting_on=on
    )
    _done("review_held", request, by, at, on, review=review.pk)
    return review


@transaction.atomic
def decide_after_review(
    *,
    request: Request,
    review_id: int,
    outcome: str,
    on: date,
    shown: str,
    by: Reader,
    at: datetime,
) -> None:
    """Record whether the plan is kept (M), amended (A) or ended (C) after a review."""
    request = _held(request, by, "record the decision after a review")
    review = Review.objects.select_for_update().get(pk=review_id, request=request)
    ensure_unchanged(shown, review.outcome)
    if review.meeting_on and on < review.meeting_on:
        raise OutOfOrder(
            "The decision cannot come before the review meeting of "
            f"{day_in_words(review.meeting_on)}."
        )
    _not_to_come(on, by)
    review.outcome, review.decided_on = outcome, on
    review.save(update_fields=["outcome", "decided_on"])
    _done("review_decided", request, by, at, on, outcome=outcome, review=review.pk)


@transaction.atomic
def record_done(*, clock: Clock, on: date, by: Reader, at: datetime) -> None:
    """Record the day a duty was done that no file tells, as when an amended plan was sent."""
    require_write("case", child=clock.child, by=by, to="record that it was done")
    clock = Clock.objects.select_for_update(of=("self",)).get(pk=clock.pk)
    ensure_unchanged(None, clock.done_on)
    _not_to_come(on, by)
    if on < clock.started_on:
        raise OutOfOrder(f"It cannot have been done before {day_in_words(clock.started_on)}.")
    say_why("Record that it was done")
    clock.done_on, clock.ended_on, clock.ended_why = on, None, ""
    clock.save(update_fields=["done_on", "ended_on", "ended_why"])
    _tell("duty_done", clock.child, by, at, clock=clock.pk, duty=clock.duty, on=on.isoformat())


def _held(
    request: Request, by: Reader, to: str, *, shown: str | None = None, field: str = ""
) -> Request:
    require_write("case", child=request.child, by=by, to=to)
    held = request_held(request.pk)
    if shown is not None:
        ensure_unchanged(shown, getattr(held, field))
    say_why(to[0].upper() + to[1:])
    return held


def _in_order(request: Request, on: date, by: Reader, *, after: tuple[str, ...]) -> None:
    _not_to_come(on, by)
    for row in rows_of(request):
        if row.fact.key in after and row.value and on < row.value:
            raise OutOfOrder(
                f"The date is before “{row.fact.words}”, which is {day_in_words(row.value)}. "
                "Check both; if that one is wrong, correct it first."
            )


def _not_to_come(on: date, by: Reader) -> None:
    if on > by.today:
        raise OutOfOrder("The date is still to come. Record a decision once it is made.")


def _done(what: str, request: Request, by: Reader, at: datetime, on: date, **facts: object) -> None:
    """The record now speaks for that day; its clocks follow, and the journal has the act."""
    if request.known_to and request.known_to < on:
        request.known_to = on
        request.save(update_fields=["known_to"])
    keep_clocks(request, why=what.replace("_", " "), by=by.user, at=at)
    _tell(what, request.child, by, at, request=request.pk, on=on.isoformat(), **facts)


def _tell(what: str, child: Child, by: Reader, at: datetime, **facts: object) -> None:
    journal.write(
        what,
        area=by.area,
        child=child,
        by=by.user,
        through=through(child.pk, by),
        at=at,
        **facts,
    )
