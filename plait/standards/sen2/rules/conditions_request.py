"""Conditions on the request and the assessment: what follows from each decision."""

from plait.standards.sen2.rules.rule import DATA_OFFICER, QUERY, Answer, rule
from plait.standards.sen2.views import AssessmentView, RequestView


@rule(
    "CON06",
    "The day the request was received is missing.",
    on="Requests",
    field="ReceivedDate",
    mend="Enter the day the authority received the request; the 20 weeks count from it.",
)
def no_received_date(seen: RequestView) -> Answer:
    return seen.outcome != "H" and "ReceivedDate" not in seen.record


@rule(
    "CON07",
    "It is not said whether the request came from youth accommodation.",
    on="Requests",
    field="RYA",
    mend="Give 1 if the young person was in youth accommodation, else 0.",
)
def no_youth_accommodation_flag(seen: RequestView) -> Answer:
    return seen.outcome != "H" and "RYA" not in seen.record


@rule(
    "CON08",
    "It is not said who asked for the assessment.",
    on="Requests",
    field="RequestSource",
    since=2026,
    mend="Choose who made the request.",
)
def no_source(seen: RequestView) -> Answer:
    return seen.outcome != "H" and "RequestSource" not in seen.record


@rule(
    "CON09",
    "The day of the decision on the request is missing.",
    on="Requests",
    field="RequestOutcomeDate",
    given="RequestOutcome",
    mend="Enter the day the family was told of the decision.",
)
def no_decision_date(seen: RequestView) -> Answer:
    return seen.outcome in ("Y", "N") and "RequestOutcomeDate" not in seen.record


@rule(
    "CON10",
    "More is given than an undecided, withdrawn or older request needs.",
    on="Requests",
    field="RequestMediation",
    severity=QUERY,
    owner=DATA_OFFICER,
    mend="Leave these items out, or correct the outcome of the request.",
)
def more_than_wanted(seen: RequestView) -> Answer:
    if seen.outcome not in ("A", "W", "H"):
        return None
    return [
        tag for tag in ("RequestMediation", "RequestTribunal", "Exported") if tag in seen.record
    ]


@rule(
    "CON11",
    "There is an assessment though the request was not agreed.",
    on="Requests",
    field="RequestOutcome",
    given="Assessment",
    mend="Correct the decision on the request, or remove the assessment.",
)
def assessed_without_agreement(seen: RequestView) -> Answer:
    return seen.assessment is not None and seen.outcome in ("N", "A", "W")


@rule(
    "CON12",
    "The request was agreed, but there is no assessment.",
    on="Requests",
    field="Assessment",
    given="RequestOutcome",
    mend="Add the assessment; if its decision is awaited, with outcome A.",
)
def agreed_without_assessment(seen: RequestView) -> Answer:
    if seen.assessment is not None or seen.outcome not in ("Y", "H"):
        return None
    return "Exported" not in seen.record


@rule(
    "CON13",
    "The case moved to another authority, but a plan is sent.",
    on="Requests",
    field="Exported",
    severity=QUERY,
    given="Exported",
    mend="Check where the child lived when the plan was made.",
)
def exported_with_a_plan(seen: RequestView) -> Answer:
    return "Exported" in seen.record and (seen.plan is not None or seen.active is not None)


@rule(
    "CON14",
    "The day of the decision on the assessment is missing.",
    on="Assessment",
    field="AssessmentOutcomeDate",
    mend="Enter the day the plan was issued, or the day the family was told of the refusal.",
)
def no_assessment_date(seen: AssessmentView) -> Answer:
    return seen.outcome in ("Y", "N") and "AssessmentOutcomeDate" not in seen.record


@rule(
    "CON15",
    "More is given than an open or withdrawn assessment has.",
    on="Assessment",
    field="AssessmentOutcome",
    severity=QUERY,
    owner=DATA_OFFICER,
    mend="Leave these items out, or correct the outcome of the assessment.",
)
def later_data_on_an_open_assessment(seen: AssessmentView) -> Answer:
    if seen.outcome not in ("A", "W"):
        return None
    given = [tag for tag in seen.record if tag[0] != "_" and tag != "AssessmentOutcome"]
    return given + (["ActivePlans"] if seen.request.active is not None else [])


@rule(
    "CON16",
    "A plan was agreed, but there is none.",
    on="Assessment",
    field="NamedPlan",
    mend="Add the plan, with the day it was issued.",
)
def agreed_without_plan(seen: AssessmentView) -> Answer:
    return seen.outcome in ("Y", "H") and seen.plan is None


@rule(
    "CON17",
    "There is a plan though none was agreed.",
    on="Assessment",
    field="NamedPlan",
    given="NamedPlan",
    mend="Correct the decision on the assessment, or remove the plan.",
)
def plan_without_agreement(seen: AssessmentView) -> Answer:
    return seen.outcome in ("N", "A", "W") and seen.plan is not None
