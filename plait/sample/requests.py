"""A request and what the authority did with it, at the pace that authorities nationally keep."""

from datetime import date, timedelta
from random import Random

from . import figures
from .days import weekday_from
from .shares import chance
from .stories import Request


def draw_request(received: date, rng: Random) -> Request:
    """A request with its decision and, where it was agreed, the end of its assessment."""
    outcome = figures.REQUEST_OUTCOMES.draw(rng)
    refused = outcome == "N"
    request = Request(
        received=received,
        source=figures.REQUEST_SOURCES.draw(rng),
        outcome=outcome,
        decided=received + timedelta(days=_days_to_decide(rng)),
        mediation=chance(rng, figures.MEDIATION_OF_REFUSED if refused else 0.004),
        appeal=chance(rng, figures.APPEAL_OF_REFUSED if refused else 0.002),
    )
    if outcome == "Y":
        _assess(request, rng)
    return request


def _days_to_decide(rng: Random) -> int:
    if chance(rng, figures.DECIDED_WITHIN_SIX_WEEKS):
        return int(rng.triangular(14, 42, 40))
    return 43 + int(rng.expovariate(1 / 25))


def _assess(request: Request, rng: Random) -> None:
    """Finish the assessment, or say where the family moved before it was finished."""
    assert request.received
    assert request.decided
    if chance(rng, figures.EXPORTED_SHARE):
        request.exported_to = rng.choice(("830", "855", "891", "XXX"))
        request.exported_on = request.decided + timedelta(days=rng.randrange(5, 60))
        return
    request.ended_as = figures.ASSESSMENT_OUTCOMES.draw(rng)
    earliest = request.decided + timedelta(days=21)
    days = _days_to_plan(rng) if request.ended_as == "Y" else _days_to_refuse(rng)
    request.ended = max(earliest, request.received + timedelta(days=days))
    if request.ended > request.received + timedelta(days=140) or days == 140:
        request.ended = weekday_from(request.ended)
    request.exception = chance(rng, figures.EXCEPTION_SHARE)


def _days_to_plan(rng: Random) -> int:
    pace = figures.FINAL_PLANS.draw(rng)
    if pace == "within 20 weeks":
        return int(rng.triangular(90, 141, 139))
    if pace == "within a year":
        return min(365, 141 + int(rng.expovariate(1 / 75)))
    return 366 + int(rng.expovariate(1 / 70))


def _days_to_refuse(rng: Random) -> int:
    if chance(rng, figures.REFUSED_PLAN_IN_TIME):
        return rng.randrange(70, 113)
    return 113 + int(rng.expovariate(1 / 50))
