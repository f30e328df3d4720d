"""How one request is told in a return: in full, as history, or not at all."""

from plait.returns.sen2.active import active_plan
from plait.returns.sen2.facts import RequestFacts
from plait.returns.sen2.period import Period
from plait.returns.sen2.plan import named_plan
from plait.returns.sen2.said import by_then, day, filled, flag
from plait.returns.sen2.telling import Telling, telling
from plait.standards.sen2.message import Record


def request_group(facts: RequestFacts, when: Period) -> Record | None:
    """Give the Requests group, or nothing if the return does not speak of this request."""
    how = telling(facts, when)
    if how is None:
        return None
    group = {"RequestOutcome": "H"} if how.request_as_history else _request(facts, when)
    # A decision learnt of after that year's return was loaded brings what followed from it.
    if facts.assessment and (how.with_assessment or group["RequestOutcome"] == "Y"):
        group["Assessment"] = _assessment(facts, how, when)
    if how.with_active_plan:
        group["ActivePlans"] = active_plan(facts, how, when)
    return group


def _request(facts: RequestFacts, when: Period) -> Record:
    request = facts.request
    decided = request.outcome in ("A", "W", "H") or by_then(request.outcome_on, when)
    outcome = request.outcome if decided or not request.outcome_on else "A"
    told = {
        "ReceivedDate": day(request.received_on),
        "RequestSource": request.asked_by,
        "RYA": flag(request.in_youth_accommodation),
        "RequestOutcomeDate": day(by_then(request.outcome_on, when)),
        "RequestOutcome": outcome,
    }
    if outcome in ("Y", "N"):
        told["RequestMediation"] = flag(request.mediation)
        told["RequestTribunal"] = flag(request.tribunal)
        told["Exported"] = request.exported_to
    return filled(told)


def _assessment(facts: RequestFacts, how: Telling, when: Period) -> Record:
    assessment = facts.assessment
    if how.assessment_as_history:
        told: Record = {"AssessmentOutcome": "H"}
    elif assessment.outcome_on and not by_then(assessment.outcome_on, when):
        told = {"AssessmentOutcome": "A"}
    else:
        told = {
            "AssessmentOutcome": assessment.outcome,
            "AssessmentOutcomeDate": day(assessment.outcome_on),
            "Week20": flag(assessment.week20_exception),
        }
    if told["AssessmentOutcome"] in ("Y", "N", "H"):
        told |= {
            "AssessmentMediation": flag(assessment.mediation),
            "AssessmentTribunal": flag(assessment.tribunal),
            "OtherMediation": flag(assessment.other_mediation),
            "OtherTribunal": flag(assessment.other_tribunal),
        }
    begun = facts.plan and by_then(facts.plan.started_on, when)
    if facts.plan and (how.with_plan or (begun and told["AssessmentOutcome"] == "Y")):
        told["NamedPlan"] = named_plan(facts, when)
    return filled(told)
