"""The clocks of a plan in force: reviews year by year, their decisions, and phase transfers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plait.cases.wanted import CaseFacts, ReviewFacts, TransferFacts, WantedClock, wanted
from plait.law.counting import months

REVIEW = "cfa-s44-annual-review"
REVIEW_DECISION = "sr-r20-10-decision"
FINAL_AMENDED = "sr-r22-3-final-amended"
TO_COLLEGE = "sr-r18-1a-phase-post16"
TO_NEXT_SCHOOL = "sr-r18-1b-phase-other"
CEASED = "The plan ceased."


def plan_clocks(case: CaseFacts) -> Iterator[WantedClock | None]:
    """Give the clocks of reviews and transfers; without a plan there are none."""
    if case.plan_started_on is None:
        return
    reviews = sorted(
        (review for review in case.reviews if _day_of(review)), key=lambda r: _day_of(r) or date.max
    )
    yield from _yearly(case, reviews)
    for number, review in enumerate(reviews):
        later = next((_day_of(r) for r in reviews[number + 1 :]), None)
        yield _decision(case, review, later)
        yield _amended(case, review, later)
    for transfer in case.transfers:
        yield _transfer(case, transfer)


def _day_of(review: ReviewFacts) -> date | None:
    return review.meeting_on or review.decided_on


def _reviewed_on(review: ReviewFacts, later: date | None) -> date | None:
    """The day a review counts as held: its decision, or a meeting whose outcome is known.

    A meeting that another review followed counts too, as its decision is no longer asked for.
    """
    return review.decided_on or (review.meeting_on if review.outcome or later else None)


def _yearly(case: CaseFacts, reviews: list[ReviewFacts]) -> Iterator[WantedClock | None]:
    """Count twelve months from the plan, then from each review to the next."""
    later = [*(_day_of(review) for review in reviews[1:]), None]
    held = [
        (day, review.id)
        for review, after in zip(reviews, later, strict=False)
        if (day := _reviewed_on(review, after))
    ]
    began, facts = _first_year(case)
    starts = [(began, None), *sorted(held, key=lambda h: h[0])]
    for (start, review_id), (after, _) in zip(starts, [*starts[1:], (None, None)], strict=True):
        told = facts if review_id is None else None
        clock = wanted(REVIEW, start, case, review_id=review_id, facts=told) if start else None
        if clock is None:
            continue
        yield _reviewed(clock, case, after) if after else _ceased(clock, case)


def _first_year(case: CaseFacts) -> tuple[date | None, dict[str, date | None]]:
    """Say where counting begins: the plan, or its last anniversary of which nothing is known.

    Of the reviews before the first return nothing is known, so none of them is called late.
    """
    started, told_from = case.plan_started_on, case.told_from
    if started is None or told_from is None or months(started, 12) > told_from:
        return started, {}
    years = told_from.year - started.year
    anniversary = months(started, 12 * years)
    if anniversary > told_from:
        anniversary = months(started, 12 * (years - 1))
    return anniversary, {"plan_started": started, "told_from": told_from}


def _reviewed(clock: WantedClock, case: CaseFacts, on: date) -> WantedClock:
    """A return tells only the newest review: a wide gap may hide one, so it is not called late."""
    live = case.kept_here_since is not None and clock.due_on >= case.kept_here_since
    if on > clock.due_on and not live:
        return clock.ended(on, "Whether there was a review in between is not known.")
    return clock.done(on)


def _decision(case: CaseFacts, review: ReviewFacts, later: date | None) -> WantedClock | None:
    if review.meeting_on is None:
        return None
    clock = wanted(REVIEW_DECISION, review.meeting_on, case, review_id=review.id)
    if clock is None or review.decided_on:
        return clock and clock.done(review.decided_on)
    if later:
        return clock.ended(later, "A later review followed; this decision's day is not known.")
    return _ceased(clock, case)


def _amended(case: CaseFacts, review: ReviewFacts, later: date | None) -> WantedClock | None:
    """The return never tells when the amended plan was sent: known only to the draft's day."""
    if review.draft_on is None:
        return None
    clock = wanted(
        FINAL_AMENDED, review.draft_on, case,
        facts={"review_meeting": review.meeting_on}, review_id=review.id,
    )  # fmt: skip
    if clock is None:
        return None
    live = case.kept_here_since is not None and review.draft_on >= case.kept_here_since
    clock = replace(clock, told_by_people=True, known_to=None if live else review.draft_on)
    if later:
        return clock.ended(later, "A later review followed; the day it was sent is not known.")
    return _ceased(clock, case)


def _transfer(case: CaseFacts, transfer: TransferFacts) -> WantedClock | None:
    """The month of the reported limit says which move it is; another month says nothing."""
    duties = {2: TO_NEXT_SCHOOL, 3: TO_COLLEGE}
    if transfer.due_on is None or transfer.due_on.month not in duties:
        return None
    moves_on = date(transfer.due_on.year, 9, 1)
    clock = wanted(duties[transfer.due_on.month], moves_on, case, transfer_id=transfer.id)
    if clock is None or transfer.final_on:
        return clock and clock.done(transfer.final_on)
    return _ceased(clock, case)


def _ceased(clock: WantedClock, case: CaseFacts) -> WantedClock:
    return clock.ended(case.plan_ceased_on, CEASED) if case.plan_ceased_on else clock
