"""Every date of a case that a person may correct, with its words and the order dates must keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist

from plait.cases.models import Assessment, PhaseTransfer, Placement, Plan, Request, Review
from plait.law.wording import day_in_words


@dataclass(frozen=True)
class DatedFact:
    """One kind of date: where it is kept, what it says, and whether the record needs it."""

    key: str
    table: type
    column: str
    words: str
    needed: bool = False


TOLD = "Letter of the decision sent"
FACTS = {
    fact.key: fact
    for fact in (
        DatedFact("request-received", Request, "received_on", "Request received"),
        DatedFact("request-decided", Request, "outcome_on", "Decision whether to assess"),
        DatedFact("request-told", Request, "told_on", f"{TOLD}: whether to assess"),
        DatedFact("assessment-ended", Assessment, "outcome_on", "Assessment ended"),
        DatedFact("assessment-told", Assessment, "told_on", f"{TOLD}: no plan"),
        DatedFact("plan-started", Plan, "started_on", "EHC plan started", needed=True),
        DatedFact("plan-told", Plan, "told_on", f"{TOLD}: final plan"),
        DatedFact("plan-ceased", Plan, "ceased_on", "EHC plan ceased"),
        DatedFact("placement-entered", Placement, "entered_on", "Placement began", needed=True),
        DatedFact("placement-left", Placement, "left_on", "Placement ended"),
        DatedFact("review-meeting", Review, "meeting_on", "Review meeting"),
        DatedFact("review-draft", Review, "draft_on", "Draft amended plan sent"),
        DatedFact("review-decided", Review, "decided_on", "Decision after the review"),
        DatedFact("transfer-final", PhaseTransfer, "final_on", "Plan amended for the next phase"),
    )
}
IN_ORDER = (
    ("request-received", "request-decided"),
    ("request-decided", "assessment-ended"),
    ("request-received", "assessment-ended"),
    ("request-received", "plan-started"),
    ("request-decided", "request-told"),
    ("assessment-ended", "assessment-told"),
    ("plan-started", "plan-told"),
    ("plan-started", "plan-ceased"),
    ("placement-entered", "placement-left"),
    ("review-meeting", "review-decided"),
    ("review-meeting", "review-draft"),
)


@dataclass(frozen=True)
class DatedRow:
    """One date of one row of a case."""

    fact: DatedFact
    row: Request | Assessment | Plan | Placement | Review | PhaseTransfer

    @property
    def value(self) -> date | None:
        return getattr(self.row, self.fact.column)


class OutOfOrder(ValueError):
    """A date that cannot be, beside the other dates of the case; its words say why."""


def rows_of(request: Request) -> Iterator[DatedRow]:
    """Give every date of one request and of all that hangs on it, in the order they happen."""
    holders: dict[type, list] = {
        Request: [request],
        Assessment: _one(request, "assessment"),
        Plan: _one(request, "plan"),
        Placement: list(request.placements.all()),
        Review: list(request.reviews.all()),
        PhaseTransfer: list(request.phase_transfers.all()),
    }
    for fact in FACTS.values():
        for row in holders[fact.table]:
            yield DatedRow(fact, row)


def _one(request: Request, name: str) -> list:
    try:
        return [getattr(request, name)]
    except ObjectDoesNotExist:
        return []


def check_order(chosen: DatedRow, new: date | None, rows: list[DatedRow], *, today: date) -> None:
    """Refuse a date that is to come, or that another date of the same case contradicts."""
    if new is None:
        if chosen.fact.needed:
            raise OutOfOrder(f"“{chosen.fact.words}” cannot be left without a date.")
        return
    if new > today:
        raise OutOfOrder("The date is still to come. Record what has happened.")
    if new < chosen.row.child.birth_date:
        raise OutOfOrder("The date is before the child was born.")
    for earlier, later in IN_ORDER:
        for other in rows:
            if other.value is None or not _beside(chosen, other):
                continue
            if (chosen.fact.key, other.fact.key) == (earlier, later) and new > other.value:
                raise OutOfOrder(_said(chosen, "after", other))
            if (other.fact.key, chosen.fact.key) == (earlier, later) and new < other.value:
                raise OutOfOrder(_said(chosen, "before", other))


def _beside(chosen: DatedRow, other: DatedRow) -> bool:
    """Two placements, or two reviews, say nothing about one another's days."""
    return type(chosen.row) is not type(other.row) or chosen.row.pk == other.row.pk


def _said(chosen: DatedRow, side: str, other: DatedRow) -> str:
    day = f"{day_in_words(other.value)}"
    return (
        f"“{chosen.fact.words}” would be {side} “{other.fact.words}”, which is {day}. "
        "If that one is wrong, correct it first."
    )
