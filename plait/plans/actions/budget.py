"""A personal budget is asked for, prepared sum by sum, and proposed to the family."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import EXPLAINED, NAME, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.cases.models import Plan, Request
from plait.law.budget import SECTIONS, faults_of_item
from plait.plans.actions.telling import tell
from plait.plans.models import BudgetSum, PersonalBudget, Version

State = PersonalBudget.State
PREPARE = "prepare a personal budget"


@transaction.atomic
def ask_budget(
    *, request: Request, asked_by: str, asked_on: date, asked_when: str, by: Reader, at: datetime
) -> PersonalBudget:
    """Record a request for a personal budget (CFA 2014 s.49); it must then be prepared."""
    require_write("plan", child=request.child, by=by, to="record a request for a personal budget")
    request = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    not_to_come(asked_on, by)
    if asked_when == "draft" and not Version.objects.filter(request=request).exists():
        raise Refused(
            "No draft is prepared yet, so none can be asked for with it (Personal Budgets reg 4).",
            who_can="Begin the plan, or tell the family when it may ask.",
        )
    if asked_when != "draft" and not Plan.objects.filter(request=request, ceased_on=None).exists():
        raise Refused("There is no plan in force to review or to assess again.")
    if PersonalBudget.objects.filter(request=request).exclude(state=State.DECIDED).exists():
        raise Refused("A personal budget is being prepared already. Go on with that one.")
    say_why("A personal budget was asked for")
    made = PersonalBudget.objects.create(
        area=by.area, child=request.child, request=request, asked_on=asked_on,
        asked_by=fits(asked_by, NAME, "Who asked"), asked_when=asked_when,
    )  # fmt: skip
    tell("budget_asked", child=made.child, by=by, at=at, budget=made.pk, on=asked_on.isoformat())
    return made


@transaction.atomic
def add_sum(
    *, budget: PersonalBudget, provision: str, what: str, how: str, pounds_a_year: int | None,
    why_whole: str, flexibility: str, by: Reader, at: datetime,
) -> BudgetSum:  # fmt: skip
    """Add a sum for one statement of provision; the family reads none before it is proposed."""
    budget = held_budget(budget, by, PREPARE, State.ASKED)
    if faults := faults_of_item(how, pounds_a_year, why_whole):
        raise Refused(" ".join(faults))
    section = provisions_of(budget).get(provision, "")
    if not section:
        raise Refused(f"{provision} is no statement of provision of this plan (F, G, H1 or H2).")
    ensure_no_hidden_address(budget.child_id, (what, why_whole, flexibility))
    say_why("Prepare a personal budget")
    made = BudgetSum.objects.create(
        area=by.area, child=budget.child, budget=budget, provision=provision, section=section,
        what=fits(what, EXPLAINED, "What it pays for"), how=how, pounds_a_year=pounds_a_year,
        why_whole=why_whole, flexibility=flexibility,
    )  # fmt: skip
    tell("budget_written", child=budget.child, by=by, at=at, budget=budget.pk)
    return made


@transaction.atomic
def take_sum_out(*, row: BudgetSum, by: Reader, at: datetime) -> None:
    """Take a sum out before the budget is proposed."""
    budget = held_budget(row.budget, by, PREPARE, State.ASKED)
    say_why("Prepare a personal budget")
    BudgetSum.objects.filter(pk=row.pk, budget=budget).delete()
    tell("budget_written", child=budget.child, by=by, at=at, budget=budget.pk)


@transaction.atomic
def propose(*, budget: PersonalBudget, on: date, by: Reader, at: datetime) -> PersonalBudget:
    """Give the family the statement of the proposed budget: every sum, and how it is held."""
    budget = held_budget(budget, by, "propose a personal budget", State.ASKED)
    not_to_come(on, by)
    if on < budget.asked_on:
        raise OutOfOrder("It cannot be proposed before it was asked for.")
    if not budget.sums.exists():
        raise Refused("The budget holds no sum yet. Add one for each provision it pays for.")
    say_why("Propose a personal budget")
    budget.state, budget.proposed_on = State.PROPOSED, on
    budget.save(update_fields=["state", "proposed_on"])
    budget.sums.update(shown=True)
    tell("budget_proposed", child=budget.child, by=by, at=at, budget=budget.pk, on=on.isoformat())
    return budget


def provisions_of(budget: PersonalBudget) -> dict[str, str]:
    """Give the provision of the newest version by its ref, each with its section."""
    newest = Version.objects.filter(request=budget.request_id).order_by("-number").first()
    if newest is None:
        return {}
    rows = newest.statements.filter(section__in=SECTIONS).exclude(text="")
    return dict(rows.values_list("ref", "section"))


def held_budget(budget: PersonalBudget, by: Reader, to: str, *states: str) -> PersonalBudget:
    """Take hold of a budget until the act is done; one that stands elsewhere is refused."""
    require_write("plan", child=budget.child, by=by, to=to)
    rows = PersonalBudget.objects.select_for_update(of=("self",))
    held = rows.select_related("child", "request").get(pk=budget.pk)
    if held.state not in states:
        raise Refused(f"You cannot {to}: it stands at “{held.get_state_display()}”.")
    return held


def not_to_come(on: date, by: Reader) -> None:
    if on > by.today:
        raise OutOfOrder("The date is still to come. Record what has happened.")
