"""Annex A list 2: every child on SEN support without a plan, as the inspection asks for it.

The layout is that of November 2024, as of list 1.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from plait.attendance.models import Enrolment
from plait.cases.models import Plan
from plait.people.models import Area, Child
from plait.returns.inspection import codes, partners
from plait.returns.sen2.facts import numbers_of
from plait.standards.annex_a import BORN, ETHNICITY, GENDER, MAIN, NEED, SECOND, columns_of_support
from plait.support.models import SenSupport
from plait.ui.words import plural

HEADINGS = tuple(column.field for column in columns_of_support())
NOT_YET = {
    "Pupil Premium": "no school census that says it is loaded",
    "Does the child or young person have a disability?": "no file says it",
}
CHUNK = 2_000


def rows(area: Area, *, on: date) -> Iterator[list[str]]:
    """Give a row a child on SEN support on the day, in the list's own columns."""
    for told, _ in _children(area, on):
        yield [told.get(heading, "") for heading in HEADINGS]


def origins(area: Area, *, on: date) -> Iterator[tuple[str, str, str]]:
    """Give, for each child, a column and which file it came from."""
    for told, where in _children(area, on):
        for column, said in where:
            yield told["Unique ID"], column, said


def what_is_missing(area: Area) -> list[str]:
    """Say in sentences which columns cannot be filled yet, why, and how new the others are."""
    feeds = partners.feeds_of(area)
    named = [f"{column}: {why}." for column, why in [*partners.gaps(feeds), *NOT_YET.items()]]
    lacks = f"{plural(len(named), 'column')} cannot be filled yet; how new the others are"
    return [lacks, *named, *partners.how_new(feeds)]


def _children(area: Area, on: date) -> Iterator[tuple[dict[str, str], list[tuple[str, str]]]]:
    """Give each child's columns and their origins, a few thousand children at a time."""
    feeds = partners.feeds_of(area)
    supported = _on_support(area, on)
    ids = sorted(supported)
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        children = Child.objects.filter(pk__in=some, merged_into__isnull=True, died_on__isnull=True)
        numbers, rolls = numbers_of(some), _rolls(some, on)
        told = partners.told(some, feeds, on=on)
        for child in children.order_by("pk"):
            support = supported[child.pk]
            row = _row(child, numbers[child.pk], support, rolls[child.pk])
            where = [(NEED, _said(support)), *told[child.pk].origin]
            yield row | told[child.pk].columns, where


def _on_support(area: Area, on: date) -> dict[int, SenSupport]:
    """Give the newest SEN support of each child without a plan in force on a day."""
    live = Q(ceased_on__isnull=True) | Q(ceased_on__gt=on)
    plans = Plan.objects.filter(live, area=area, started_on__lte=on)
    running = Q(until__isnull=True) | Q(until__gte=on)
    held = SenSupport.objects.filter(running, area=area, since__lte=on)
    found = held.exclude(child__in=plans.values("child")).select_related("setting", "source")
    return {row.child_id: row for row in found.order_by("since", "id")}


def _rolls(ids: list[int], on: date) -> dict[int, dict[str, Any]]:
    """Give where each child is registered: mainly (C, M), and second (S)."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    held = Enrolment.objects.filter(child__in=ids, entered_on__lte=on, setting__isnull=False)
    still = held.filter(Q(left_on__isnull=True) | Q(left_on__gte=on), status__in="CMS")
    for row in still.select_related("setting").order_by("entered_on", "id"):
        found[row.child_id]["second" if row.status == "S" else "main"] = row.setting
    return found


def _row(
    child: Child, numbers: dict[str, str], support: SenSupport, rolls: dict[str, Any]
) -> dict[str, str]:
    main = rolls.get("main") or support.setting
    return {
        "Unique ID": str(child.pk),
        "UPN": numbers.get("upn", ""),
        "ULN": numbers.get("uln", ""),
        BORN: codes.day(child.birth_date),
        GENDER: codes.gender(child.sex),
        ETHNICITY: codes.ethnicity(child.ethnicity),
        NEED: codes.need(support.need),
        MAIN: (main.urn or "") if main else "",
        codes.PHASE: codes.phase_of(main),
        SECOND: codes.phase_of(rolls.get("second")),
    }


def _said(support: SenSupport) -> str:
    if support.source is None:
        return "SEN support written by hand or without a file"
    line = f", line {support.source_line}" if support.source_line else ""
    return f"SEN support from {support.source.name}{line}"
