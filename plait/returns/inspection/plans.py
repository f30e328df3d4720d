"""Annex A list 1: every child with an EHC plan, as the inspection asks for it.

The layout is that of November 2024; the list was simplified in June 2025 and the new one has not
been seen, so the columns stay data (`plait.standards.annex_a`).
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from plait.cases.models import Plan
from plait.people.models import Area
from plait.returns.inspection import codes, partners
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
from plait.ui.words import plural

# What no feed brings yet: the column stays empty, and the file says why.
NOT_YET = {
    "Pupil Premium": "no school census that says it is loaded",
    "Does the child or young person have a disability?": "SEN2 does not say",
    UPDATED: "SEN2 gives it only for phase transfers",
}
Pair = tuple[PersonFacts, RequestFacts]
HEADINGS = tuple(column.field for column in columns())


def rows(area: Area, *, on: date) -> Iterator[list[str]]:
    """Give a row a child with a plan in force on the day, in the list's own columns."""
    for row, _ in _children(area, on):
        yield [row.get(heading, "") for heading in HEADINGS]


def origins(area: Area, *, on: date) -> Iterator[tuple[str, str, str]]:
    """Give, for each child, a column of partners and which file it came from."""
    for row, where in _children(area, on):
        for column, said in where:
            yield row["Unique ID"], column, said


def _children(area: Area, on: date) -> Iterator[tuple[dict[str, str], list[tuple[str, str]]]]:
    """Give each child's columns and where those of partners came from, some at a time."""
    feeds = partners.feeds_of(area)
    for some in batched(_with_a_plan(area, on), partners.CHUNK):
        told = partners.told([facts.child.pk for facts, _ in some], feeds, on=on)
        for facts, request in some:
            more = told[facts.child.pk]
            yield _row(facts, request, on) | more.columns, more.origin


def batched(every: Iterator[Pair], size: int) -> Iterator[list[Pair]]:
    """Give what an iterator gives, so many at a time."""
    while some := list(islice(every, size)):
        yield some


def _with_a_plan(area: Area, on: date) -> Iterator[Pair]:
    """Give each child with a plan in force on a day, with the request it stands on."""
    for facts in people(area, year=on.year):
        for request in facts.requests:
            if request.plan and _in_force(request.plan, on):
                yield facts, request
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


def what_is_missing(area: Area) -> list[str]:
    """Say in sentences which columns cannot be filled yet, why, and how new the others are."""
    feeds = partners.feeds_of(area)
    named = [f"{column}: {why}." for column, why in [*partners.gaps(feeds), *NOT_YET.items()]]
    lacks = f"{plural(len(named), 'column')} cannot be filled yet; how new the others are"
    return [lacks, *named, *partners.how_new(feeds)]
