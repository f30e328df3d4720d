"""Conditions on the plan, the settings it names and the review."""

from plait.standards.sen2.rules.fields import YES
from plait.standards.sen2.rules.rule import DATA_OFFICER, QUERY, Answer, rule
from plait.standards.sen2.views import ActiveView, DetailView, PlacementView, PlanView

_IDENTIFIED_BY = ("URN", "UKPRN", "SENSetting")


@rule(
    "CON18",
    "The day the plan began is missing.",
    on="NamedPlan",
    field="StartDate",
    by_shape=True,
    mend="Enter the day the plan was issued.",
)
def no_start(seen: PlanView) -> Answer:
    return "StartDate" not in seen.record


@rule(
    "CON19",
    "A plan that ceased needs both the day and the reason.",
    on="NamedPlan",
    field="CeaseDate",
    by_shape=True,
    mend="Give the day and the reason, or neither.",
)
def half_ceased(seen: PlanView) -> Answer:
    dated, reasoned = "CeaseDate" in seen.record, "CeaseReason" in seen.record
    if dated == reasoned:
        return None
    return "CeaseReason" if dated else "CeaseDate"


@rule(
    "CON20",
    "How a budget is paid is given, but there is no budget.",
    on="NamedPlan",
    field="PB",
    severity=QUERY,
    mend="Set the personal budget to 1, or take the payment away.",
)
def payment_without_budget(seen: PlanView) -> Answer:
    record = seen.record
    return record.get("PB") not in YES and ("DP" in record or record.get("OA") in YES)


@rule(
    "CON21",
    "The setting must be given in one way: URN, UKPRN or kind of setting.",
    on="PlanDetail PlacementDetail",
    field="URN",
    by_shape=True,
    mend="Keep the URN if the school has one, else the UKPRN, else the kind of setting.",
)
def setting_not_given_once(seen: DetailView | PlacementView) -> Answer:
    record = seen.record
    return ("URN" in record) + ("UKPRN" in record) + ("SENSetting" in record) != 1


@rule(
    "CON22",
    "Another kind of setting is not explained.",
    on="PlanDetail PlacementDetail",
    field="SENSettingOther",
    severity=QUERY,
    given="SENSetting",
    mend="Say in a few words what the setting is.",
)
def setting_not_explained(seen: DetailView | PlacementView) -> Answer:
    record = seen.record
    return record.get("SENSetting") in ("OTH", "NIEO") and "SENSettingOther" not in record


@rule(
    "CON23",
    "A plan cannot name being out of education.",
    on="PlanDetail",
    field="SENSetting",
    given="SENSetting",
    mend="Name the setting or type of setting in the plan; use this code in the placement.",
)
def names_no_education(seen: DetailView) -> Answer:
    return seen.record.get("SENSetting") in ("NEET", "NIEC", "NIEO")


@rule(
    "CON27",
    "SEN unit and resourced provision are both ticked.",
    on="PlanDetail PlacementDetail",
    field="SENunitIndicator",
    severity=QUERY,
    given="SENunitIndicator ResourcedProvisionIndicator",
    mend="Ask the school which of the two it is.",
)
def both_units(seen: DetailView | PlacementView) -> Answer:
    record = seen.record
    if record.get("SENunitIndicator") not in YES:
        return None
    return record.get("ResourcedProvisionIndicator") in YES


@rule(
    "CON28",
    "It is not said whether this is a SEN unit or resourced provision.",
    on="PlanDetail PlacementDetail",
    field="SENunitIndicator",
    by_shape=True,
    mend="Give 1 or 0 for each of the two.",
)
def units_not_said(seen: DetailView | PlacementView) -> Answer:
    record = seen.record
    if "SENunitIndicator" in record and "ResourcedProvisionIndicator" in record:
        return None
    if not any(tag in record for tag in _IDENTIFIED_BY):
        return None
    both = ("SENunitIndicator", "ResourcedProvisionIndicator")
    return [tag for tag in both if tag not in record]


@rule(
    "CON30",
    "A review was decided, but no meeting is given.",
    on="ActivePlans",
    since=2025,
    field="ReviewMeeting",
    severity=QUERY,
    by_shape=True,
    mend="Enter the day of the review meeting.",
)
def decided_without_meeting(seen: ActiveView) -> Answer:
    record = seen.record
    return "ReviewMeeting" not in record and ("ReviewOutcome" in record or "LastReview" in record)


@rule(
    "CON31",
    "A draft was sent, but the review did not decide to amend.",
    on="ActivePlans",
    since=2025,
    field="ReviewDraft",
    severity=QUERY,
    given="ReviewDraft",
    mend="Check the decision of the review.",
)
def draft_without_amendment(seen: ActiveView) -> Answer:
    return "ReviewDraft" in seen.record and seen.record.get("ReviewOutcome") != "A"


@rule(
    "CON32",
    "The plan ceased, but is also sent as active.",
    on="ActivePlans",
    field="ActivePlans",
    severity=QUERY,
    owner=DATA_OFFICER,
    mend="Leave the active plan out, or correct the day the plan ceased.",
)
def active_and_ceased(seen: ActiveView) -> Answer:
    plan = seen.request.plan
    return plan is not None and 0 < plan.ceased <= seen.context.census
