"""Order of dates: what cannot have happened before something else."""

from typing import Any

from plait.standards.sen2 import days
from plait.standards.sen2.rules.fields import EVENTS
from plait.standards.sen2.rules.rule import ERROR, QUERY, Answer, Finding, rule
from plait.standards.sen2.views import (
    ActiveView,
    AssessmentView,
    PersonView,
    PlacementView,
    PlanView,
    RequestView,
)


@rule(
    "SEQ01",
    "The request was received before the child was born.",
    on="Requests",
    field="ReceivedDate",
    given="ReceivedDate",
    mend="Check the date of birth and the day the request was received.",
)
def request_before_birth(seen: RequestView) -> Answer:
    return 0 < seen.received < seen.person.born


@rule(
    "SEQ02",
    "The request was decided before it was received.",
    on="Requests",
    field="RequestOutcomeDate",
    given="ReceivedDate RequestOutcomeDate",
    mend="Check both dates on the request; one of them is mistyped.",
)
def decided_before_received(seen: RequestView) -> Answer:
    return 0 < seen.decided < seen.received


@rule(
    "SEQ03",
    "The assessment was decided before the request was.",
    on="Assessment",
    field="AssessmentOutcomeDate",
    given="AssessmentOutcomeDate",
    mend="Check the day of each decision; one is mistyped.",
)
def assessed_before_decided(seen: AssessmentView) -> Answer:
    return 0 < seen.decided < seen.request.decided


@rule(
    "SEQ04",
    "The plan ceased before it began.",
    on="NamedPlan",
    field="CeaseDate",
    given="StartDate CeaseDate",
    mend="Check the day the plan began and the day it ceased.",
)
def ceased_before_start(seen: PlanView) -> Answer:
    return 0 < seen.ceased < seen.started


@rule(
    "SEQ05",
    "The child left the setting before joining it.",
    on="PlacementDetail",
    field="LeavingDate",
    given="EntryDate LeavingDate",
    mend="Check the day of joining and the day of leaving.",
)
def left_before_joining(seen: PlacementView) -> Answer:
    return seen.left < seen.joined


@rule(
    "SEQ06",
    "The review was decided before its meeting.",
    on="ActivePlans",
    field="LastReview",
    severity=QUERY,
    given="ReviewMeeting LastReview",
    mend="Check the day of the meeting and the day of the decision.",
)
def reviewed_before_meeting(seen: ActiveView) -> Answer:
    return 0 < seen.decided < seen.met


@rule(
    "SEQ07",
    "The draft was sent before the review meeting.",
    on="ActivePlans",
    field="ReviewDraft",
    severity=QUERY,
    given="ReviewMeeting ReviewDraft",
    mend="Check the day of the meeting and of the draft.",
)
def draft_before_meeting(seen: ActiveView) -> Answer:
    return 0 < days.day(seen.record.get("ReviewDraft")) < seen.met


@rule(
    "SEQ08",
    "This day is after the census.",
    on=" ".join(group for group in EVENTS if EVENTS[group]),
    field="date",
    mend="Check the date; what is still to come is not part of the return.",
)
def in_the_future(seen: Any) -> Answer:
    record, census = seen.record, seen.context.census
    return [tag for tag in EVENTS[seen.group] if tag in record and days.day(record[tag]) > census]


@rule(
    "SEQ09",
    "The person is outside the ages of 0 to 25.",
    on="Person",
    field="PersonBirthDate",
    severity=QUERY,
    given="PersonBirthDate",
    mend="Check the date of birth; a plan ends at the latest at 25.",
)
def outside_age(seen: PersonView) -> Answer:
    if not seen.born or (years := seen.age()) in range(25):
        return None
    return Finding("PersonBirthDate", severity=ERROR if years >= 26 else QUERY)
