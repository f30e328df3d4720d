"""The plan and the settings it names, as the return writes them."""

from plait.cases.models import NamedSetting, Placement
from plait.returns.sen2.facts import RequestFacts
from plait.returns.sen2.period import Period
from plait.returns.sen2.said import by_then, day, filled, flag
from plait.standards.sen2.message import Record


def named_plan(facts: RequestFacts, when: Period) -> Record:
    """Give the NamedPlan group."""
    plan = facts.plan
    ceased = by_then(plan.ceased_on, when)
    return filled(
        {
            "StartDate": day(plan.started_on),
            "PlanDetail": [setting(named) for named in facts.named],
            "PlanRes": plan.residential,
            "PlanWBP": plan.work_based,
            "PB": flag(plan.personal_budget),
            "OA": flag(plan.organised_arrangement),
            "DP": plan.direct_payment,
            "CeaseDate": day(ceased),
            "CeaseReason": plan.cease_reason if ceased or not plan.ceased_on else "",
        }
    )


def setting(place: NamedSetting | Placement) -> Record:
    """Give what says where: a number, or a kind of setting where there is none."""
    return filled(
        {
            "URN": place.urn,
            "UKPRN": place.ukprn,
            "SENSetting": place.setting_kind,
            "SENSettingOther": place.setting_other,
            "PlacementRank": place.rank,
            "SENunitIndicator": flag(place.sen_unit),
            "ResourcedProvisionIndicator": flag(place.resourced),
        }
    )
