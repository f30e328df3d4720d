"""An active plan: where the child is, needs, the year's review and phase transfer."""

from plait.cases.models import Placement, Review
from plait.returns.sen2.facts import RequestFacts
from plait.returns.sen2.period import Period
from plait.returns.sen2.plan import setting
from plait.returns.sen2.said import by_then, day, filled
from plait.returns.sen2.telling import Telling
from plait.standards.sen2.message import Record


def active_plan(facts: RequestFacts, how: Telling, when: Period) -> Record:
    """Give the ActivePlans group."""
    told: Record = {
        "TransferLA": how.transferred_from,
        "PlacementDetail": [_placement(place, when) for place in how.placements],
        "SENneed": [{"SENtype": need.kind, "SENtypeRank": need.rank} for need in how.needs],
    }
    if how.review:
        told |= _review(how.review, when)
    if how.transfer:
        told["PhaseTransferDueDate"] = day(how.transfer.due_on)
        told["PhaseTransferFinalDate"] = day(by_then(how.transfer.final_on, when))
    return filled(told)


def _placement(place: Placement, when: Period) -> Record:
    return setting(place) | filled(
        {
            "EntryDate": day(place.entered_on),
            "LeavingDate": day(by_then(place.left_on, when)),
            "Res": place.residential,
            "WBP": place.work_based,
        }
    )


def _review(review: Review, when: Period) -> Record:
    decided = by_then(review.decided_on, when)
    known = decided or not review.decided_on
    return {
        "ReviewMeeting": day(by_then(review.meeting_on, when)),
        "ReviewOutcome": review.outcome if known else "",
        "ReviewDraft": day(by_then(review.draft_on, when)),
        "LastReview": day(decided),
    }
