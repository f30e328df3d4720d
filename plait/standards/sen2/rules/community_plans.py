"""Published community checks on plans, placements, settings and needs."""

from plait.standards.codes import codes_of
from plait.standards.sen2.rules.rule import QUERY, Answer, rule
from plait.standards.sen2.views import (
    ActiveView,
    DetailView,
    NeedView,
    PlacementView,
    RequestView,
)

_PLACE = "Add the placement the child has on the census day, or close the plan."


@rule(
    "WIT312",
    "A placement runs on the census day, but no plan does.",
    on="Requests",
    field="NamedPlan",
    severity=QUERY,
    given="ActivePlans",
    mend="Add the plan, or end the placement.",
)
def placed_without_plan(seen: RequestView) -> Answer:
    return seen.placement_is_open and not seen.plan_is_open


@rule(
    "WIT412",
    "A plan runs on the census day, but no placement does.",
    on="Requests",
    field="PlacementDetail",
    severity=QUERY,
    given="Assessment",
    mend=_PLACE,
)
def planned_without_placement(seen: RequestView) -> Answer:
    return _unplaced(seen)


@rule(
    "WIT414",
    "The plan came from another authority and has no placement.",
    on="Requests",
    field="TransferLA",
    severity=QUERY,
    given="Assessment ActivePlans",
    mend=_PLACE,
)
def transferred_without_placement(seen: RequestView) -> Answer:
    return _unplaced(seen) and _transferred(seen)


@rule(
    "WIT416",
    "The plan is the authority's own and has no placement.",
    on="Requests",
    field="PlacementDetail",
    severity=QUERY,
    given="Assessment",
    mend=_PLACE,
)
def own_without_placement(seen: RequestView) -> Answer:
    return _unplaced(seen) and not _transferred(seen)


def _unplaced(seen: RequestView) -> bool:
    return seen.plan_is_open and not seen.placement_is_open


def _transferred(seen: RequestView) -> bool:
    return seen.active is not None and "TransferLA" in seen.active.record


@rule(
    "WIT422",
    "The placement does not say where.",
    on="PlacementDetail",
    field="URN",
    severity=QUERY,
    by_shape=True,
    mend="Give the URN, the UKPRN or the kind of setting.",
)
def placed_nowhere(seen: PlacementView) -> Answer:
    record = seen.record
    return not ("URN" in record or "UKPRN" in record or "SENSetting" in record)


@rule(
    "WIT514",
    "A setting is given, but neither unit flag is.",
    on="PlanDetail PlacementDetail",
    field="SENunitIndicator",
    severity=QUERY,
    by_shape=True,
    mend="Give 1 or 0 for each of the two.",
)
def no_unit_flags(seen: DetailView | PlacementView) -> Answer:
    record = seen.record
    if "SENunitIndicator" in record or "ResourcedProvisionIndicator" in record:
        return None
    return "URN" in record or "UKPRN" in record or "SENSetting" in record


@rule(
    "WIT592",
    "The kind of setting is not a known one.",
    on="PlanDetail PlacementDetail",
    field="SENSetting",
    severity=QUERY,
    given="SENSetting",
    mend="Choose a kind of setting of the code set.",
)
def unknown_kind_of_setting(seen: DetailView | PlacementView) -> Answer:
    kind = seen.record.get("SENSetting")
    return kind is not None and kind not in codes_of("sen_setting", seen.context.year)


@rule(
    "WIT612",
    "No need is given.",
    on="ActivePlans",
    field="SENtype",
    severity=QUERY,
    mend="Enter the main need from the plan.",
)
def no_need(seen: ActiveView) -> Answer:
    return not any("SENtype" in need.record for need in seen.needs)


@rule(
    "WIT614",
    "The type of need is not a known one.",
    on="SENneed",
    field="SENtype",
    severity=QUERY,
    given="SENtype",
    mend="Choose a type of need of the code set.",
)
def unknown_need(seen: NeedView) -> Answer:
    need = seen.record.get("SENtype")
    return need is not None and need not in codes_of("sen_type", seen.context.year)
