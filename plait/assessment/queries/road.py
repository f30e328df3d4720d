"""How far a child has come from the request to the plan: what pages and acts both ask."""

from collections.abc import Sequence
from datetime import date

from plait.assessment.models import Asking, Panel
from plait.cases.models import Assessment, Plan
from plait.cases.queries import Case
from plait.law.asking import Asked
from plait.people.models import Child

LIVES_HERE = {"yes": True, "no": False}


def agreed(child_id: int, about: str) -> bool:
    """Whether the newest decision of a kind was yes: to assess, or that a plan is necessary."""
    panels = Panel.objects.filter(child_id=child_id, about=about, state=Panel.State.DECIDED)
    newest = panels.order_by("-decided_on", "-id").first()
    return newest is not None and newest.outcome == "Y"


def draft_is_out(cases: Sequence[Case]) -> bool:
    """Whether a draft of the newest case was served; its words live in another area of the house.

    The relation is asked by name, for neighbours on one floor never import each other.
    """
    if not cases:
        return False
    return cases[-1].request.versions.filter(stage="served").exists()


def facts_asked(asking: Asking, child: Child | None) -> Asked:
    """Give what the law asks of a request: about the child it is taken for, or a new one."""
    born = child.birth_date if child else date.fromisoformat(asking.answers["child"]["born"])
    here = LIVES_HERE.get(asking.answers.get("home", {}).get("here", ""))
    if child is None:
        return Asked(born, asking.received_on, lives_here=here)
    plan = Plan.objects.filter(child=child, ceased_on__isnull=True).order_by("-started_on").first()
    ended = Assessment.objects.filter(child=child, outcome__in=("Y", "N", "H"))
    last = ended.filter(outcome_on__isnull=False).order_by("-outcome_on").first()
    return Asked(
        born,
        asking.received_on,
        plan_since=plan.started_on if plan else None,
        assessed_on=last.outcome_on if last else None,
        lives_here=here,
    )


def panels_of(child_id: int) -> list[Panel]:
    """Give the decisions prepared and made for one child, oldest first, as the reader may."""
    return list(Panel.objects.filter(child_id=child_id).select_related("decided_by").order_by("id"))
