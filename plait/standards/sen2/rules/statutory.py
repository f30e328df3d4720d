"""Statutory time: services to the authority, not rules of the return; an exception may excuse."""

from plait.standards.sen2 import days
from plait.standards.sen2.rules.fields import NO
from plait.standards.sen2.rules.rule import QUERY, SEND_MANAGER, Answer, rule
from plait.standards.sen2.views import ActiveView, AssessmentView, RequestView

_LATE = "Check the dates; if they are right, record the exception that applies, if one does."


@rule(
    "TIM01",
    "The request was decided after more than 6 weeks.",
    on="Requests",
    field="RequestOutcomeDate",
    severity=QUERY,
    owner=SEND_MANAGER,
    given="ReceivedDate RequestOutcomeDate",
    mend=_LATE,
)
def decided_late(seen: RequestView) -> Answer:
    if not seen.received or seen.outcome not in ("Y", "N"):
        return None
    return seen.decided - seen.received > 42


@rule(
    "TIM02",
    "The plan was issued after more than 20 weeks.",
    on="Assessment",
    field="AssessmentOutcomeDate",
    severity=QUERY,
    owner=SEND_MANAGER,
    given="AssessmentOutcomeDate Week20",
    mend=_LATE,
)
def issued_late(seen: AssessmentView) -> Answer:
    if seen.outcome != "Y" or seen.record.get("Week20") not in NO or not seen.request.received:
        return None
    return seen.decided - seen.request.received > 140


@rule(
    "TIM03",
    "The family was told of the refusal after more than 16 weeks.",
    on="Assessment",
    field="AssessmentOutcomeDate",
    severity=QUERY,
    owner=SEND_MANAGER,
    given="AssessmentOutcomeDate",
    mend=_LATE,
)
def refused_late(seen: AssessmentView) -> Answer:
    if seen.outcome != "N" or not seen.request.received:
        return None
    return seen.decided - seen.request.received > 112


@rule(
    "TIM04",
    "The review was decided more than 4 weeks after its meeting.",
    on="ActivePlans",
    field="LastReview",
    severity=QUERY,
    owner=SEND_MANAGER,
    given="ReviewMeeting LastReview",
    mend="Check both dates.",
)
def review_decided_late(seen: ActiveView) -> Answer:
    return seen.met > 0 and seen.decided - seen.met > 28


@rule(
    "TIM05",
    "There was no review in the 12 months to the census.",
    on="ActivePlans",
    since=2025,
    field="ReviewMeeting",
    severity=QUERY,
    owner=SEND_MANAGER,
    mend="Enter the meeting if it was held; if not, hold the review.",
)
def review_lapsed(seen: ActiveView) -> Answer:
    plan, context = seen.request.plan, seen.context
    if plan is None or not plan.is_open() or plan.started >= context.year_ago:
        return None
    return not context.year_ago <= seen.met <= context.census


@rule(
    "TIM06",
    "The plan for the next phase is late.",
    on="ActivePlans",
    field="PhaseTransferFinalDate",
    severity=QUERY,
    owner=SEND_MANAGER,
    given="PhaseTransferDueDate",
    mend="Enter the day the final plan was sent; if it was not, send it.",
)
def phase_transfer_late(seen: ActiveView) -> Answer:
    due = days.day(seen.record.get("PhaseTransferDueDate"))
    if not due:
        return None
    final = days.day(seen.record.get("PhaseTransferFinalDate"))
    return final > due or (not final and due < seen.context.census)
