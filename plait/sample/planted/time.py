"""Duties that were missed, or are about to be, and cases exactly on the edge."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.sample.plans import NO_END, draw_plan
from plait.sample.stories import Child, PhaseTransfer, Plan, Review

from .plant import Fits, Plant, Workshop


def plant(shop: Workshop) -> Iterator[Plant]:
    yield Plant(
        "late_decision",
        [shop.asking(shop.ago(days))[0] for days in (50, 68, 101)],
        "A request with no decision more than six weeks after it was received: "
        "look on Today for the duty to decide whether to assess, oldest first.",
        files=(shop.today,),
    )
    yield Plant(
        "late_plan",
        [_assessed(shop, days) for days in (150, 205, 390)],
        "An assessment still open more than twenty weeks after the request: "
        "the clock of the final plan stands late on the child's page.",
        files=(shop.today,),
    )
    yield from _edges(shop)
    yield from _reviews(shop)
    yield from _transfers(shop)


def _assessed(shop: Workshop, days: int) -> Child:
    child, request = shop.asking(shop.ago(days))
    request.decided = shop.ago(days - 36)
    return child


def _edges(shop: Workshop) -> Iterator[Plant]:
    """Two sides of each limit, so that a wrong way of counting shows."""
    received = date(shop.views[1].ends.year, 3, 3)
    for days in (42, 43):
        child, request = shop.asking(received)
        request.outcome, request.decided = "N", received + timedelta(days=days)
        said = "in time" if days == 42 else "late by one day"
        yield Plant(
            f"decided_on_day_{days}",
            [child],
            f"The request was decided on day {days} after it was received: {said}.",
            ("TIM01",) if days == 43 else (),
            (shop.january,),
        )
    for days in (140, 141):
        said = "in time" if days == 140 else "late by one day"
        yield Plant(
            f"plan_on_day_{days}",
            [_finished(shop, received, days)],
            f"The final plan was issued on day {days} after the request was received: {said}.",
            ("TIM02",) if days == 141 else (),
            (shop.january,),
        )


def _finished(shop: Workshop, received: date, days: int) -> Child:
    child, request = shop.asking(received)
    request.decided = received + timedelta(days=40)
    request.ended, request.ended_as = received + timedelta(days=days), "Y"
    nursery = shop.nursery
    request.plan = draw_plan(
        child.born, request.ended, nursery.since, nursery.on, NO_END, nursery.register, shop.rng
    )
    return child


def _reviews(shop: Workshop) -> Iterator[Plant]:
    never = [shop.planned(_begun_before(shop.ago(900))) for _ in range(2)]
    long_ago = [shop.planned(_begun_before(shop.ago(1300))) for _ in range(2)]
    for child in never:
        _plan(child).reviews = []
    for child in long_ago:
        _plan(child).reviews = [Review(shop.ago(910), "M", shop.ago(890))]
    find = "sort the plans by the day of their last review, those without one first."
    yield Plant(
        "review_never_held",
        never,
        f"A plan more than two years old without any review meeting: {find}",
        ("TIM05",),
        (shop.today,),
    )
    yield Plant(
        "review_lapsed",
        long_ago,
        f"The last review meeting was more than two years ago: {find}",
        ("TIM05",),
        (shop.today,),
    )


def _begun_before(day: date) -> Fits:
    return lambda born, plan: plan.starts < day and not plan.transfers


def _transfers(shop: Workshop) -> Iterator[Plant]:
    past = [shop.planned(_moved_up(shop.on)) for _ in range(3)]
    for child in past:
        _plan(child).transfers = [PhaseTransfer(date(shop.on.year, 2, 15), None)]
    yield Plant(
        "phase_transfer_missed",
        past,
        "The phase transfer was due this February and no final plan was sent: the day has "
        "passed and can no longer be met, though the plan is still owed.",
        ("TIM06",),
        (shop.today,),
    )
    due = date(shop.on.year + (shop.on.month > 2), 2, 15)
    if timedelta(0) < due - shop.on < timedelta(days=98):
        yield _out_of_reach(shop, due)


def _moved_up(on: date) -> Fits:
    """Plans of children who started secondary school this September."""
    return lambda born, plan: born.year + (12 if born.month > 8 else 11) == on.year


def _out_of_reach(shop: Workshop, due: date) -> Plant:
    children = [shop.planned(_moved_up(date(due.year, 1, 1))) for _ in range(2)]
    for child in children:
        plan = _plan(child)
        plan.transfers = [PhaseTransfer(due, None)]
        plan.reviews = [r for r in plan.reviews if (shop.on - r.meeting).days > 250][-1:]
    return Plant(
        "phase_transfer_out_of_reach",
        children,
        "The child moves school in September and no review was held this school year: two weeks' "
        "notice, four weeks to decide and eight to finish end after the due day in February, so "
        "at the law's own pace it can no longer be met.",
        (),
        (shop.today,),
    )


def _plan(child: Child) -> Plan:
    assert child.plan
    return child.plan
