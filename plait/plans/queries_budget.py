"""What is read of personal budgets, always for somebody."""

from plait.cases.models import Letter, Request
from plait.law.budget import SECTIONS
from plait.plans.models import BudgetSum, PersonalBudget, Version


def budgets_of(child_id: int) -> list[PersonalBudget]:
    """Give a child's budgets, the newest first, with the sums that the reader may read."""
    rows = PersonalBudget.objects.filter(child_id=child_id)
    found = rows.select_related("decided_by").prefetch_related("sums")
    return list(found.order_by("-asked_on", "-id"))


def budget_one(child_id: int, budget_id: int) -> PersonalBudget | None:
    rows = PersonalBudget.objects.filter(child_id=child_id, pk=budget_id)
    return rows.select_related("child", "request").first()


def sum_one(budget_id: int, sum_id: int) -> BudgetSum | None:
    return BudgetSum.objects.filter(budget=budget_id, pk=sum_id).select_related("budget").first()


def newest_request(child_id: int) -> Request | None:
    rows = Request.objects.filter(child_id=child_id).select_related("child", "area")
    return rows.order_by("-received_on", "-id").first()


def provision_choices(request_id: int) -> list[tuple[str, str]]:
    """Give the provision of the newest version the reader sees, by its ref, with its words."""
    newest = Version.objects.filter(request_id=request_id).order_by("-number").first()
    if newest is None:
        return []
    rows = newest.statements.filter(section__in=SECTIONS).exclude(text="")
    found = rows.order_by("section", "place").values_list("ref", "text")
    return [(ref, f"{ref}: {text[:140]}{'…' if len(text) > 140 else ''}") for ref, text in found]


def version_in_writing(request_id: int) -> Version | None:
    return Version.objects.filter(request_id=request_id, stage="writing").first()


def letters_about(budget: PersonalBudget) -> list[Letter]:
    """Give the letters of one budget, as far as the reader sees them."""
    rows = Letter.objects.filter(about=budget.ref).exclude(state="withdrawn")
    return list(rows.order_by("id"))
