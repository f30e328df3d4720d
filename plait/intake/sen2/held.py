"""What the record already holds of some children, one query a table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from plait.access.models import Tie
from plait.cases.models import (
    Assessment,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
    Plan,
    Reported,
    Request,
    Review,
)
from plait.people.models import Child, Identifier

ON_THE_ROLL = "On the roll: placement in the SEN2 return"


@dataclass
class HeldCase:
    """One request and the rows that hang on it."""

    request: Request
    assessment: Assessment | None = None
    plan: Plan | None = None
    named: list[NamedSetting] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    transfers: list[PhaseTransfer] = field(default_factory=list)
    reported: dict[int, Reported] = field(default_factory=dict)


@dataclass
class HeldChild:
    """One child with numbers, requests and the settings that see them by their roll."""

    child: Child
    numbers: list[Identifier] = field(default_factory=list)
    cases: list[HeldCase] = field(default_factory=list)
    roll: list[Tie] = field(default_factory=list)


def held_children(children: Iterable[Child]) -> dict[int, HeldChild]:
    """Give what is held of each child, by the child's id."""
    held = {child.pk: HeldChild(child) for child in children}
    if not held:
        return held
    ids = list(held)
    for number in Identifier.objects.filter(child_id__in=ids).order_by("id"):
        held[number.child_id].numbers.append(number)
    for tie in Tie.objects.filter(child_id__in=ids, basis=ON_THE_ROLL, until__isnull=True):
        held[tie.child_id].roll.append(tie)
    _hang_cases(held, ids)
    return held


def _hang_cases(held: dict[int, HeldChild], ids: list[int]) -> None:
    cases: dict[int, HeldCase] = {}
    for request in Request.objects.filter(child_id__in=ids).select_related("area").order_by("id"):
        cases[request.pk] = HeldCase(request)
        held[request.child_id].cases.append(cases[request.pk])
    for row in Assessment.objects.filter(child_id__in=ids):
        cases[row.request_id].assessment = row
    plans: dict[int, HeldCase] = {}
    for plan in Plan.objects.filter(child_id__in=ids):
        cases[plan.request_id].plan = plan
        plans[plan.pk] = cases[plan.request_id]
    for named in NamedSetting.objects.filter(child_id__in=ids).order_by("id"):
        plans[named.plan_id].named.append(named)
    for model, name in _LISTS:
        for row in model.objects.filter(child_id__in=ids).order_by("id"):
            getattr(cases[row.request_id], name).append(row)
    for said in Reported.objects.filter(child_id__in=ids).select_related("source"):
        cases[said.request_id].reported[said.year] = said


_LISTS: tuple[tuple[Any, str], ...] = (
    (Placement, "placements"),
    (Need, "needs"),
    (Review, "reviews"),
    (PhaseTransfer, "transfers"),
)
