"""A personal budget in words, for officers and for the family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.cases.models import Letter
from plait.law.budget import DIRECT, HOW, WHEN, WHOLE, grounds
from plait.plans.actions.budget_papers import letters_due
from plait.plans.models import BudgetSum, PersonalBudget
from plait.ui.words import long_day

State = PersonalBudget.State
TAGS = {State.ASKED: "at-risk", State.PROPOSED: "running", State.DECIDED: "met"}


@dataclass(frozen=True)
class Line:
    """One sum as a page shows it."""

    title: str
    facts: list[tuple[str, str]]
    stands: str
    tag: str
    out_at: str = ""


@dataclass(frozen=True)
class Shown:
    """One budget as officers see it."""

    budget: PersonalBudget
    tag: str
    facts: list[tuple[str, str]]
    lines: list[Line]
    acts: list[tuple[str, str]]
    letters: list[tuple[str, str, str]]
    letters_at: str
    into_j_at: str


def shown(budget: PersonalBudget, letters: Sequence[Letter], *, into_j: bool) -> Shown:
    """Say how a budget stands: its days, its sums, what can be done."""
    sums = sorted(budget.sums.all(), key=lambda row: row.pk)
    at = [budget.child_id, budget.pk]
    agreed = any(row.agreed for row in sums)
    return Shown(
        budget=budget, tag=TAGS[State(budget.state)], facts=_facts(budget),
        lines=[_line(row, budget) for row in sums], acts=_acts(budget, sums),
        letters=[(x.to_name, _sent(x), reverse("child:letter", args=[x.pk])) for x in letters],
        letters_at=reverse("plans:budget_letters", args=at) if _owed(budget, letters) else "",
        into_j_at=reverse("plans:budget_into_j", args=at) if agreed and into_j else "",
    )  # fmt: skip


def _owed(budget: PersonalBudget, letters: Sequence[Letter]) -> bool:
    """Say whether a letter of what was decided last is not written yet."""
    written = {(one.kind, one.decided_on) for one in letters}
    return any(due not in written for due in letters_due(budget))


def _facts(budget: PersonalBudget) -> list[tuple[str, str]]:
    found = [
        ("Asked", f"{budget.asked_by}, {long_day(budget.asked_on)}. {WHEN[budget.asked_when]}")
    ]
    if budget.proposed_on:
        found.append(("Proposed to the family", long_day(budget.proposed_on)))
    if budget.decided_on:
        who = f", {budget.decided_by.name}" if budget.decided_by else ""
        found.append(("Decided", f"{long_day(budget.decided_on)}{who}"))
    for one in budget.earlier_reviews:
        told = f"{long_day(date.fromisoformat(one['on']))}. {one['why']}"
        found.append(("Outcome of an earlier review", told))
    if budget.starts_on:
        found.append(("From", long_day(budget.starts_on)))
    if budget.review_asked_on:
        found.append(("Review asked for", f"{long_day(budget.review_asked_on)}"))
    if budget.reviewed_on:
        found.append(("Outcome of the review", long_day(budget.reviewed_on)))
    rows = (
        ("What the family said", budget.family_said), ("What it said for the review",
        budget.review_asked), ("Reasons of the review", budget.review_why),
    )  # fmt: skip
    return [*found, *((label, words) for label, words in rows if words)]


def money(row: BudgetSum) -> str:
    """Give a sum in pounds a year, or say that none can be named."""
    if row.how == WHOLE or row.pounds_a_year is None:
        return _("No sum can be separated out")
    return _("£%(sum)s a year") % {"sum": f"{row.pounds_a_year:,}"}


def _line(row: BudgetSum, budget: PersonalBudget) -> Line:
    facts = [("Sum", money(row)), ("How it is held", HOW[row.how])]
    if row.starts_on:
        facts.append(("From", long_day(row.starts_on)))
    more = (
        ("Why no sum", row.why_whole), ("How it may be used", row.flexibility),
        ("Ground", grounds()[row.ground].words if row.ground in grounds() else ""),
        ("Reasons", row.why),
    )  # fmt: skip
    facts += [(label, words) for label, words in more if words]
    words, tag = {True: ("Agreed", "met"), False: ("Refused", "late")}.get(
        row.agreed, ("Proposed", "running") if row.shown else ("Being prepared", "not-known")
    )
    out = reverse("plans:budget_out", args=[row.child_id, budget.pk, row.pk])
    taken = out if budget.state == State.ASKED else ""
    return Line(f"{row.provision}: {row.what}", facts, words, tag, taken)


def _acts(budget: PersonalBudget, sums: Sequence[BudgetSum]) -> list[tuple[str, str]]:
    at = [budget.child_id, budget.pk]
    if budget.state == State.ASKED:
        found = [("Add a sum", reverse("plans:budget_sum", args=at))]
        propose = ("Propose it to the family", reverse("plans:budget_propose", args=at))
        return [*found, propose] if sums else found
    if budget.state == State.PROPOSED:
        return [("Decide it", reverse("plans:budget_decide", args=at))]
    if budget.review_asked_on and not budget.reviewed_on:
        return [("Decide the review", reverse("plans:budget_review", args=at))]
    if any(row.agreed is False for row in sums):
        return [("The family asks to look again", reverse("plans:budget_ask_review", args=at))]
    return []


def _sent(letter: Letter) -> str:
    return f"sent {long_day(letter.sent_on)}" if letter.sent_on else "a draft waits to be sent"


def for_family(budget: PersonalBudget) -> dict[str, object]:
    """Say to the family how its budget stands, sum by sum, and what it can do."""
    sums = [row for row in budget.sums.all() if row.shown]
    refused = [row for row in sums if row.agreed is False]
    return {
        "said": _said(budget),
        "sums": [_family_line(row) for row in sorted(sums, key=lambda row: row.pk)],
        "review": _review(budget, refused),
    }


def _said(budget: PersonalBudget) -> str:
    asked = _("You asked for a personal budget on %(day)s.") % {"day": long_day(budget.asked_on)}
    if budget.decided_on:
        more = _("It was decided on %(day)s.") % {"day": long_day(budget.decided_on)}
    elif budget.proposed_on:
        more = _("It was proposed to you on %(day)s. Tell the caseworker what you think of it.") % {
            "day": long_day(budget.proposed_on)
        }
    else:
        more = _("The authority must prepare it. Its sums stand here once it is proposed to you.")
    return f"{asked} {more}"


def _family_line(row: BudgetSum) -> dict[str, str]:
    held = {
        DIRECT: _("A direct payment: you are paid and arrange it."),
        "arranged": _("The authority holds it and arranges the help."),
        "third": _("Somebody else is paid and arranges the help for you."),
    }.get(row.how, row.why_whole)
    stands = {True: _("Agreed"), False: _("Refused")}.get(row.agreed, _("Proposed"))
    tag = {True: "met", False: "late"}.get(row.agreed, "running")
    return {
        "what": f"{row.provision}: {row.what}", "sum": money(row), "held": held,
        "stands": stands, "tag": tag, "why": row.why,
    }  # fmt: skip


def _review(budget: PersonalBudget, refused: Sequence[BudgetSum]) -> list[str]:
    found = [
        _("It was looked at again; the outcome of %(day)s: %(why)s") % {
            "day": long_day(on), "why": why,
        }
        for on, why in budget.outcomes
    ]  # fmt: skip
    if budget.review_asked_on and not budget.reviewed_on:
        asked = _("You asked on %(day)s to look again. The outcome comes in writing.")
        return [*found, asked % {"day": long_day(budget.review_asked_on)}]
    if refused and not found:
        found.append(
            _("You can ask for a review of the refusal. Write a message or tell the caseworker.")
        )
    return found
