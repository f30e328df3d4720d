"""Annex A list 1: every child with an EHC plan, as the inspection asks for it.

The layout is that of November 2024; the list was simplified in June 2025 and the new one has not
been seen, so the columns stay data (`plait.standards.annex_a`).
"""

from collections.abc import Iterator
from datetime import date

from plait.cases.models import Plan
from plait.people.models import Area
from plait.returns.inspection import codes
from plait.returns.sen2.facts import PersonFacts, RequestFacts, people
from plait.standards.annex_a import (
    BORN,
    ETHNICITY,
    GENDER,
    ISSUED,
    MAIN,
    NEED,
    REVIEWED,
    SECOND,
    UPDATED,
    columns,
)
from plait.ui.words import number

# What no feed brings yet: the column stays empty, and the file says why.
NOT_YET = {
    "Suspensions": "no feed of suspensions is loaded",
    "Permanent exclusions": "no feed of exclusions is loaded",
    "Absence": "no attendance feed is loaded",
    "Pupil Premium": "no school census is loaded",
    "Known to children's social care?": "no social care feed is loaded",
    "Which children's social care team?": "no social care feed is loaded",
    "Does the child or young person have a disability?": "SEN2 does not say",
    UPDATED: "SEN2 gives it only for phase transfers",
}
HEADINGS = tuple(column.field for column in columns())


def rows(area: Area, *, on: date) -> Iterator[list[str]]:
    """Give a row a child with a plan in force on the day, in the list's own columns."""
    for facts in people(area, year=on.year):
        for request in facts.requests:
            if request.plan and _in_force(request.plan, on):
                told = _row(facts, request, on)
                yield [told.get(heading, "") for heading in HEADINGS]
                break


def _in_force(plan: Plan, on: date) -> bool:
    return plan.started_on <= on and not (plan.ceased_on and plan.ceased_on <= on)


def _row(facts: PersonFacts, request: RequestFacts, on: date) -> dict[str, str]:
    child = facts.child
    main = codes.open_placement(request.placements, rank="1", on=on)
    second = codes.open_placement(request.placements, rank="2", on=on)
    reviewed = [r.decided_on or r.meeting_on for r in request.reviews]
    issued = [t.final_on for t in request.transfers if t.final_on and t.final_on <= on]
    return {
        "Unique ID": str(child.pk),
        "UPN": facts.numbers.get("upn", ""),
        "ULN": facts.numbers.get("uln", ""),
        BORN: codes.day(child.birth_date),
        GENDER: codes.gender(child.sex),
        ETHNICITY: codes.ethnicity(child.ethnicity),
        ISSUED: codes.day(request.plan.started_on),
        UPDATED: codes.day(max(issued, default=None)),
        REVIEWED: codes.day(max(filter(None, reviewed), default=None)),
        NEED: codes.need(next((n.kind for n in request.needs if n.rank == "1"), "")),
        MAIN: main.urn if main else "",
        codes.PHASE: codes.phase(main),
        SECOND: codes.phase(second),
        "Elective home education": codes.yes(bool(main and main.setting_kind == "EHE")),
    }


def what_is_missing() -> list[str]:
    """Say in sentences which columns cannot be filled yet, and why."""
    named = [f"{column}: {why}." for column, why in NOT_YET.items() if column in HEADINGS]
    return [f"{number(len(named))} columns cannot be filled yet.", *named]
