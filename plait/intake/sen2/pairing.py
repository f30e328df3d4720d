"""Which request of the file is which request of the record."""

from collections.abc import Callable

from plait.intake.sen2.held import HeldCase
from plait.intake.sen2.reading import RequestIn

Pairs = list[tuple[RequestIn, HeldCase | None]]


def paired(told: list[RequestIn], held: list[HeldCase], *, year: int) -> Pairs:
    """Pair by the day received, else by the plan's start, else where only one can be meant."""
    found: dict[int, HeldCase] = {}
    left = list(held)

    def take(number: int, alike: Callable[[HeldCase], bool], *, alone: bool = False) -> None:
        fits = [case for case in left if alike(case)]
        if number not in found and fits and (len(fits) == 1 or not alone):
            found[number] = fits[0]
            left.remove(fits[0])

    for number, request in enumerate(told):
        take(number, lambda case, r=request: _same_day(r, case))
    for number, request in enumerate(told):
        take(number, lambda case, r=request: _same_plan(r, case))
    for number, request in enumerate(told):
        take(number, lambda case, r=request: _one_is_history(r, case), alone=True)
    if len(told) - len(found) == 1:
        for number, request in enumerate(told):
            take(number, lambda case, r=request: _corrected(r, case, year), alone=True)
    return [(request, found.get(number)) for number, request in enumerate(told)]


def _same_day(request: RequestIn, case: HeldCase) -> bool:
    received = request.values["received_on"]
    return received is not None and received == case.request.received_on


def _same_plan(request: RequestIn, case: HeldCase) -> bool:
    one, other = request.values["received_on"], case.request.received_on
    both_received = one is not None and other is not None
    return (
        not both_received
        and _plan_start(request) is not None
        and (case.plan is not None and case.plan.started_on == _plan_start(request))
    )


def _one_is_history(request: RequestIn, case: HeldCase) -> bool:
    """A request told with its day once, and only as history another time."""
    one, other = request.values["received_on"], case.request.received_on
    if one is not None and other is not None:
        return False
    if _plan_start(request) and case.plan:
        return False
    return not (request.as_history and case.request.outcome in ("N", "W"))


def _corrected(request: RequestIn, case: HeldCase, year: int) -> bool:
    """The same return again with another day, or another day that led to the same decision."""
    decided = request.values["outcome_on"]
    return year in case.reported or (decided is not None and decided == case.request.outcome_on)


def _plan_start(request: RequestIn) -> object:
    return request.plan and request.plan["started_on"]
