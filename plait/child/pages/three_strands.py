"""The plait of one child: what each strand tells, the open clocks, and the sentence above them."""

from datetime import date
from typing import Any

from plait.cases.queries import Case, Record
from plait.child.pages.legal_dates import LegalDate
from plait.child.pages.strands_told import care_lane, health_lane, in_words
from plait.law.standing import Standing
from plait.standards.codes import meaning
from plait.ui.plait_model import Clock, Event, Lane, Plait
from plait.ui.words import long_day, plural, short_day

SHORT = {
    "sr-r5-1-decide-assess": "Decide whether to assess",
    "sr-r10-1-no-plan": "Tell the family if no plan",
    "sr-r13-2-final-plan": "Final plan",
    "cfa-s44-annual-review": "Annual review",
    "sr-r20-10-decision": "Decision after review",
    "sr-r22-3-final-amended": "Final amended plan",
    "sr-r18-1a-phase-post16": "Plan ready for college",
    "sr-r18-1b-phase-other": "Plan ready for next school",
    "tr-20-appeal-time": "Time to appeal",
}
REQUEST_ENDS = {"Y": "Will assess", "N": "Will not assess", "W": "Request ended"}
ASSESSMENT_ENDS = {"Y": "Plan agreed", "N": "No plan", "W": "Assessment ended"}
CLOCKS_DRAWN = 5


def plait_of(
    record: Record, still_open: list[LegalDate], *, today: date, health: Any = (), care: Any = ()
) -> Plait:
    """Join what each strand has told; one that told nothing, or is closed, says so."""
    told = (event for case in record.cases for event in _events(case) if event.on)
    events = sorted(dict.fromkeys(told), key=lambda event: event.on)  # told twice is told once
    return Plait(
        lanes=[
            Lane("Education", "education", [e for e in events if e.on <= today]),
            health_lane(health, today=today),
            care_lane(care, today=today),
        ],
        today=today,
        clocks=[_clock(shown) for shown in still_open[:CLOCKS_DRAWN]],
    )


def _events(case: Case) -> list[Event]:
    request, assessment, plan = case.request, case.assessment, case.plan
    events = [(request.received_on, "Request received")]
    if request.outcome in REQUEST_ENDS:
        events.append((request.outcome_on, REQUEST_ENDS[request.outcome]))
    if assessment and assessment.outcome in ASSESSMENT_ENDS and not plan:
        events.append((assessment.outcome_on, ASSESSMENT_ENDS[assessment.outcome]))
    if plan:
        events += [(plan.started_on, "Plan issued"), (plan.ceased_on, "Plan ceased")]
    for review in case.reviews:
        events.append((review.meeting_on, "Review"))
        outcome = (meaning("review_outcome", review.outcome) or "").lower()
        events.append((review.decided_on, f"Decided: {outcome}" if outcome else "Decided"))
    for placement in case.placements:
        place = placement.organisation.name if placement.organisation else "a new place"
        events.append((placement.entered_on, f"Began at {place}"))
    return [Event(on, label) for on, label in events if on]


def _clock(shown: LegalDate) -> Clock:
    clock = shown.clock
    label = f"{SHORT.get(clock.duty, shown.what)}, {short_day(clock.due_on)}"
    return Clock(label, clock.started_on, clock.due_on, shown.stands, shown.tag)


def _in_a_sentence(label: str) -> str:
    """Begin with a small letter; a school's name in it keeps its capitals."""
    return label[:1].lower() + label[1:]


def sentence_of(plait: Plait, still_open: list[LegalDate], *, today: date) -> str:
    """Say what the picture shows, before it."""
    events = plait.lanes[0].events
    said = []
    if events:
        last = events[-1]
        said.append(
            f"Education last recorded “{_in_a_sentence(last.label)}” on {long_day(last.on)}."
        )
    else:
        said.append("Education has recorded nothing yet.")
    late = sum(shown.standing is Standing.LATE for shown in still_open)
    open_words = plural(len(still_open), "legal date is open", "legal dates are open")
    if still_open:
        said.append(f"{open_words}, {late} of them late." if late else f"{open_words}, none late.")
    said += in_words(plait.lanes[1:])
    return " ".join(said)
