"""Decide a proposed budget sum by sum, and look again at a refused direct payment on request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import GROUNDS, REASONS, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases import clocks_of_acts
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.cases.models import Clock, Plan
from plait.law.budget import DIRECT, grounds, paid_for
from plait.plans.actions.budget import State, held_budget, not_to_come
from plait.plans.actions.telling import tell
from plait.plans.models import BudgetSum, PersonalBudget

FIRST_REVIEW = "pb-r11-first-review"


@dataclass(frozen=True)
class Said:
    """What is decided of one direct payment: agreed, or refused on a ground and with reasons."""

    agreed: bool
    ground: str = ""
    why: str = ""


@transaction.atomic
def decide_budget(
    *, budget: PersonalBudget, said: Mapping[int, Said], family_said: str, on: date,
    starts_on: date, by: Reader, at: datetime,
) -> PersonalBudget:  # fmt: skip
    """Decide each direct payment; what the authority arranges is agreed as it was proposed."""
    budget = held_budget(budget, by, "decide a personal budget", State.PROPOSED)
    not_to_come(on, by)
    if budget.proposed_on and on < budget.proposed_on:
        raise OutOfOrder("It cannot be decided before it was proposed to the family.")
    if starts_on < on:
        raise OutOfOrder("It cannot begin before it was decided.")
    say_why("Decide a personal budget")
    for row in budget.sums.order_by("id"):
        _decide(row, said.get(row.pk) if row.how == DIRECT else Said(agreed=True), starts_on)
    budget.state, budget.decided_on, budget.decided_by = State.DECIDED, on, by.user
    budget.starts_on, budget.family_said = starts_on, fits(family_said, GROUNDS, "What it said")
    budget.save()
    tell("budget_decided", child=budget.child, by=by, at=at, budget=budget.pk, on=on.isoformat())
    _begins(budget)
    return budget


def _decide(row: BudgetSum, said: Said | None, starts_on: date) -> None:
    if said is None:
        raise Refused(f"{row.provision}: say whether the direct payment is agreed.")
    if not said.agreed and said.ground not in grounds():
        raise Refused(f"{row.provision}: choose the ground on which it is refused.")
    if not said.agreed and not said.why.strip():
        raise Refused(f"{row.provision}: give the reasons; the family reads them (reg 7).")
    ensure_no_hidden_address(row.child_id, (said.why,))
    row.agreed, row.starts_on = said.agreed, starts_on if said.agreed else None
    row.ground, row.why = ("", "") if said.agreed else (said.ground, said.why)
    fits(row.why, REASONS, "The reasons")
    row.save(update_fields=["agreed", "starts_on", "ground", "why"])


def _begins(budget: PersonalBudget) -> None:
    """Direct payments have a first look within three months; the spine knows of the budget."""
    paid = budget.sums.filter(how=DIRECT, agreed=True)
    begun = Clock.objects.filter(ref=budget.ref, duty=FIRST_REVIEW).exists()
    starts = [on for row in paid if (on := row.starts_on or budget.starts_on)]
    if starts and not begun:
        clocks_of_acts.begin(
            request=budget.request, duty=FIRST_REVIEW, on=min(starts), ref=budget.ref
        )
    mark_plan(budget.request_id)


def mark_plan(request_id: int) -> None:
    """Say on the plan what the return asks: that there is a budget, and what is paid directly.

    All that was agreed counts, whichever of its budgets it was agreed in.
    """
    agreed = BudgetSum.objects.filter(
        budget__request=request_id, budget__state=State.DECIDED, agreed=True
    )
    if not agreed.exists():
        return
    code = paid_for(set(agreed.filter(how=DIRECT).values_list("section", flat=True)))
    Plan.objects.filter(request=request_id, ceased_on__isnull=True).update(
        personal_budget=True, direct_payment=code
    )


@transaction.atomic
def ask_review(
    *, budget: PersonalBudget, on: date, said: str, by: Reader, at: datetime
) -> PersonalBudget:
    """Record that the family asks to look again at a refused direct payment (reg 7)."""
    budget = held_budget(budget, by, "record a request for a review", State.DECIDED)
    not_to_come(on, by)
    if not budget.sums.filter(agreed=False).exists():
        raise Refused("No direct payment was refused, so there is nothing to look at again.")
    if budget.review_asked_on and not budget.reviewed_on:
        raise Refused("A review was asked for already and waits for its outcome.")
    if budget.decided_on and on < budget.decided_on:
        raise OutOfOrder("It cannot be asked for before the refusal.")
    say_why("A review of a refused direct payment was asked for")
    if budget.reviewed_on and budget.review_asked_on:
        first = {
            "asked_on": budget.review_asked_on.isoformat(), "asked": budget.review_asked,
            "on": budget.reviewed_on.isoformat(), "why": budget.review_why,
        }  # fmt: skip
        budget.earlier_reviews = [*budget.earlier_reviews, first]
    budget.review_asked_on, budget.review_asked = on, fits(said, GROUNDS, "What the family said")
    budget.reviewed_on, budget.reviewed_by, budget.review_why = None, None, ""
    budget.save()
    tell(
        "budget_review_asked", child=budget.child, by=by, at=at, budget=budget.pk,
        on=on.isoformat(),
    )  # fmt: skip
    return budget


@transaction.atomic
def decide_review(
    *, budget: PersonalBudget, agreed: set[int], on: date, why: str, by: Reader, at: datetime
) -> PersonalBudget:
    """Give the outcome of a review with its reasons: which refused payments are now agreed."""
    budget = held_budget(budget, by, "decide a review", State.DECIDED)
    not_to_come(on, by)
    if budget.review_asked_on is None or budget.reviewed_on:
        raise Refused("No review waits for its outcome.")
    if on < budget.review_asked_on:
        raise OutOfOrder("It cannot be decided before it was asked for.")
    if not why.strip():
        raise Refused("Give the reasons for the outcome; the family reads them (reg 7).")
    ensure_no_hidden_address(budget.child_id, (why,))
    say_why("Decide the review of a refused direct payment")
    starts = max(budget.starts_on or on, on)
    now = budget.sums.filter(pk__in=agreed, agreed=False)
    now.update(agreed=True, starts_on=starts, ground="", why="")
    budget.reviewed_on, budget.reviewed_by = on, by.user
    budget.review_why = fits(why, REASONS, "The reasons")
    budget.save()
    tell("budget_reviewed", child=budget.child, by=by, at=at, budget=budget.pk, on=on.isoformat())
    _begins(budget)
    return budget
