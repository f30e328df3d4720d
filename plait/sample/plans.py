"""The life of a plan: its needs, its reviews, its budget, and how it ended."""

from datetime import date, timedelta
from random import Random

from . import figures
from .days import age_on, weekday_from
from .placements import draw_placements, draw_transfers, second_placement
from .settings import Register
from .shares import chance
from .stories import Plan, Review

YEAR = timedelta(days=365)
End = tuple[date | None, str]
NO_END: End = (None, "")


def draw_plan(born: date, starts: date, since: date, until: date, end: End,
              register: Register, rng: Random) -> Plan:  # fmt: skip
    """A plan from its first day to today, or to the end it came to."""
    ceased, reason = end
    last = ceased or until
    placements = draw_placements(born, max(starts, since), last, register, rng)
    if ceased:
        for placement in placements:
            placement.ends = placement.ends or max(placement.starts, ceased)
    if placements and chance(rng, figures.SECOND_PLACEMENTS):
        placements.append(second_placement(placements[-1]))
    return Plan(
        starts=starts,
        needs=_needs(rng),
        placements=placements,
        reviews=draw_reviews(starts, max(starts, since - 3 * YEAR), last, rng),
        transfers=draw_transfers(placements, born, starts, last, rng),
        budget=figures.PERSONAL_BUDGETS.draw(rng),
        ceased=ceased,
        reason=reason,
    )


def age_limit(born: date) -> date:
    """The end of the academic year in which a young person turns 25."""
    return date(born.year + (26 if born.month > 8 else 25), 7, 31)


def draw_end(born: date, since: date, until: date, rng: Random) -> End:
    """Ask once a year whether the plan ends; leavers of school age go at any time."""
    limit = age_limit(born)
    day = since
    while day < until:
        span = min(365, (until - day).days)
        age = age_on(born, day)
        band = "school" if age < 16 else "16 to 18" if age < 19 else "19 and over"
        if chance(rng, figures.CEASED_A_YEAR[band] * span / 365):
            shares = figures.CEASED_AT_SCHOOL if age < 16 else figures.CEASED_AFTER_SIXTEEN
            ends = weekday_from(day + timedelta(days=rng.randrange(1, span + 1)))
            if ends > until:
                return NO_END
            return (ends, _fit(shares.draw(rng), age)) if ends < limit else (limit, "1")
        day += timedelta(days=span)
    return (limit, "1") if since < limit <= until else NO_END


def _fit(reason: str, age: int) -> str:
    """Nobody goes to university at sixteen."""
    return "6" if reason == "3" and age < 18 else reason


def _needs(rng: Random) -> list[str]:
    first = figures.NEEDS.draw(rng)
    second = figures.NEEDS.draw(rng) if chance(rng, 0.4) else first
    return [first] if second == first else [first, second]


def draw_reviews(starts: date, since: date, until: date, rng: Random) -> list[Review]:
    """Meetings about a year apart, more often late than not, as nationally."""
    reviews = []
    day = starts + _interval(rng)
    while day <= until:
        if day >= since:
            reviews.append(_review(weekday_from(day), rng))
        day += _interval(rng)
    return [review for review in reviews if review.meeting <= until]


def _interval(rng: Random) -> timedelta:
    if chance(rng, 0.45):
        return timedelta(days=rng.randrange(320, 365))
    return timedelta(days=366 + int(rng.expovariate(1 / 170)))


def _review(meeting: date, rng: Random) -> Review:
    outcome = figures.REVIEW_OUTCOMES.draw(rng)
    if not outcome:
        return Review(meeting)
    quick = chance(rng, figures.REVIEW_DECIDED_IN_FOUR_WEEKS)
    days = rng.randrange(7, 27) if quick else 29 + int(rng.expovariate(1 / 45))
    decided = weekday_from(meeting + timedelta(days=days))
    draft = decided if outcome == "A" and chance(rng, 0.5) else None
    if outcome == "A" and not draft:
        draft = weekday_from(decided + timedelta(days=rng.randrange(3, 60)))
    return Review(meeting, outcome, decided, draft)
