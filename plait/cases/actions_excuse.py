"""Record an exception against one legal date: it forgives a missed limit and never moves it."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import EXPLAINED, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.cases.models import Clock
from plait.journal import actions as journal
from plait.law.calendar import Closure as Days
from plait.law.closures import closure_excuses
from plait.law.exceptions import may_excuse, provision_of
from plait.law.wording import day_in_words
from plait.people.models import Closure, Organisation

CLOSED = ("school_closed", "early_years_closed")


@transaction.atomic
def record_exception(
    *,
    clock: Clock,
    excuse: str,
    why: str,
    by: Reader,
    at: datetime,
    setting: Organisation | None = None,
    advice_asked_on: date | None = None,
    ended_on: date | None = None,
) -> Clock:
    """Record why a limit could not be met; what the law does not name is refused, and why."""
    require_write("case", child=clock.child, by=by, to="record an exception")
    clock = Clock.objects.select_for_update(of=("self",)).get(pk=clock.pk)
    _may(clock, excuse)
    if excuse in CLOSED:
        why = f"{why} {_closed(setting, advice_asked_on)}"
    say_why(why)
    clock.excuse, clock.excuse_why = excuse, fits(why, EXPLAINED, "The reason")
    clock.excuse_by, clock.excused_at, clock.excuse_ended_on = by.user, at, ended_on
    clock.save(update_fields=["excuse", "excuse_why", "excuse_by", "excused_at", "excuse_ended_on"])
    provision = provision_of(clock.duty, excuse)
    _tell("exception_recorded", clock, why, by, at, excuse=excuse, provision=provision)
    return clock


@transaction.atomic
def take_back_exception(*, clock: Clock, why: str, by: Reader, at: datetime) -> None:
    """Take an exception off a legal date; that it was there stays in the history."""
    require_write("case", child=clock.child, by=by, to="take back an exception")
    clock = Clock.objects.select_for_update(of=("self",)).get(pk=clock.pk)
    was = clock.excuse
    say_why(why)
    clock.excuse = clock.excuse_why = ""
    clock.excuse_by = clock.excused_at = clock.excuse_ended_on = None
    clock.save(update_fields=["excuse", "excuse_why", "excuse_by", "excused_at", "excuse_ended_on"])
    _tell("exception_taken_back", clock, why, by, at, excuse=was)


def _may(clock: Clock, excuse: str) -> None:
    refusal = may_excuse(clock.duty, excuse)
    if refusal:
        raise Refused(refusal.why, who_can="Ask the SEND manager or a solicitor if in doubt.")
    if clock.superseded_by_id:
        raise Refused("This date was counted anew.", who_can="Record it on the date in force.")


def _closed(setting: Organisation | None, asked_on: date | None) -> str:
    """Check the closure against the setting's own closures, and say which one it was."""
    if setting is None or asked_on is None:
        raise Refused(
            "A closure excuses only when the setting, and the day it was asked, are known.",
            who_can="Choose the setting, and give the day it was asked.",
        )
    rows = Closure.objects.filter(organisation=setting)
    window = closure_excuses(asked_on, [Days(row.first_day, row.last_day) for row in rows])
    if window is None:
        raise Refused(
            f"{setting.name} has no closure of four continuous weeks from a week before which "
            f"to a week before its end advice was asked for on {day_in_words(asked_on)} "
            "(SEND Regulations 2014, reg 10(4)(a)).",
            who_can="If its closures are not loaded, a data officer can load them.",
        )
    shut = window.closure
    return (
        f"{setting.name} was closed from {day_in_words(shut.first)} to {day_in_words(shut.last)}; "
        f"advice was asked for on {day_in_words(asked_on)}."
    )


def _tell(what: str, clock: Clock, why: str, by: Reader, at: datetime, **facts: object) -> None:
    journal.write(
        what,
        area=by.area,
        child=clock.child,
        by=by.user,
        through=through(clock.child_id, by),
        why=why,
        at=at,
        clock=clock.pk,
        duty=clock.duty,
        **facts,
    )
