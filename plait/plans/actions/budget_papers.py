"""What a decided budget brings: its letters, and its sums in section J with their threads."""

from datetime import date, datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.actions_letters import make
from plait.cases.models import Letter
from plait.law.budget import DIRECT, WHOLE
from plait.law.wording import day_in_words
from plait.plans.actions.statements import add_statement, held, tie_all
from plait.plans.models import BudgetSum, PersonalBudget, Statement, Version
from plait.standards.letter_facts import Fact

AGREED, REFUSED, REVIEWED = (
    "personal-budget-agreed", "direct-payment-refused", "direct-payment-reviewed",
)  # fmt: skip
NONE_PAID = "No direct payment: the refusal stands."


def letters_due(budget: PersonalBudget) -> list[tuple[str, date]]:
    """Give the letters of what was decided last, each with the day of its decision."""
    if budget.outcomes:
        return [(REVIEWED, budget.outcomes[-1][0])]
    if budget.decided_on is None:
        return []
    said = {row.agreed for row in budget.sums.all()}
    kinds = [(AGREED, True), (REFUSED, False)]
    return [(kind, budget.decided_on) for kind, agreed in kinds if agreed in said]


def letters_of_budget(*, budget: PersonalBudget, by: Reader, at: datetime) -> list[Letter]:
    """Write the drafts of what was decided last: what is agreed, what is refused and why."""
    due = letters_due(budget)
    if not due:
        raise Refused("Nothing is decided yet, so there is no letter to write.")
    return [
        letter
        for kind, on in due
        for letter in _made(budget, kind, on, _given(kind, budget), by, at)
    ]


def _given(kind: str, budget: PersonalBudget) -> dict[str, Fact]:
    rows = list(budget.sums.order_by("id"))
    agreed, refused = [r for r in rows if r.agreed], [r for r in rows if r.agreed is False]
    if kind == REVIEWED:
        paid = [f"{in_words(row)}, from {_starts(row)}" for row in agreed if row.how == DIRECT]
        return {"reasons": budget.outcomes[-1][1], "budget": paid or [NONE_PAID]}
    if kind == REFUSED:
        return {"reasons": "\n\n".join(f"{row.what}: {row.why}" for row in refused)}
    starts = budget.starts_on or budget.decided_on
    assert starts is not None  # a budget with sums agreed was decided on a day
    return {"budget": [in_words(row) for row in agreed], "starts_on": starts}


def _starts(row: BudgetSum) -> str:
    on = row.starts_on or row.budget.starts_on
    return day_in_words(on) if on else "the day we agree with you"


def _made(
    budget: PersonalBudget, kind: str, on: date, given: dict[str, Fact], by: Reader, at: datetime
) -> list[Letter]:
    return make(
        child=budget.child, request=budget.request, kind=kind, given={"decided_on": on, **given},
        decided_on=on, ref=budget.ref, by=by, at=at,
    )  # fmt: skip


def in_words(row: BudgetSum) -> str:
    """Say one sum as a letter and section J say it."""
    if row.how == WHOLE:
        return f"{row.what} ({row.provision}): no sum can be separated out. {row.why_whole}"
    paid = ", as a direct payment" if row.how == DIRECT else ""
    return f"{row.what} ({row.provision}): £{row.pounds_a_year:,} a year{paid}"


@transaction.atomic
def into_section_j(
    *, budget: PersonalBudget, version: Version, by: Reader, at: datetime
) -> list[Statement]:
    """Write each agreed sum into section J of a version, tied to its provision, needs and outcomes.

    A sum that stands there already, word for word, is not written twice.
    """
    version = held(version.pk, by, "write a plan")
    if version.request_id != budget.request_id:
        raise Refused("This version belongs to another request.")
    there = set(version.statements.filter(section="J").values_list("text", flat=True))
    refs = set(version.statements.values_list("ref", flat=True))
    rows = [row for row in budget.sums.filter(agreed=True) if in_words(row) not in there]
    gone = [row.provision for row in rows if row.provision not in refs]
    if gone:
        raise Refused(f"{', '.join(gone)} is no longer in this version of the plan.")
    return [_statement(row, version, by, at) for row in rows]


def _statement(row: BudgetSum, version: Version, by: Reader, at: datetime) -> Statement:
    facts = {
        "pounds_a_year": row.pounds_a_year, "direct_payment": row.how == DIRECT or None,
        "flexibility": row.flexibility,
    }  # fmt: skip
    made = add_statement(
        version=version, section="J", text=in_words(row), facts=facts, by=by, at=at
    )
    threads = version.threads.filter(source=row.provision).exclude(target="")
    beside = [to for to in threads.values_list("target", flat=True) if to[:1] in "BCDE"]
    tie_all(version=version, source=made.ref, targets=[row.provision, *beside], passages=[], by=by)
    return made
