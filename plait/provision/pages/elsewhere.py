"""Education otherwise than at school, the way back and missing education in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from plait.provision.pages.alternative import hours_words
from plait.provision.queries.eotas import Package
from plait.ui.tables import Cell
from plait.ui.words import long_day, plural

SECTIONS = {
    "61": "Section 61: education otherwise than at school, under a plan",
    "19": "Section 19: the council’s own duty in illness, exclusion or otherwise",
}
# What the law does and does not promise, said plainly.
PROMISES = {
    "61": "What section F of the plan says must be provided, in full; the council arranges it when "
    "a school would be inappropriate (Children and Families Act 2014, sections 42 and 61). It is "
    "not alternative provision.",
    "19": "Suitable education, full-time unless that is not in the child’s interest because of "
    "health (Education Act 1996, section 19). It lasts while the child cannot attend; no plan is "
    "needed for it.",
}


def money(sum_: Decimal, uncosted: int) -> str:
    said = f"£{sum_:,.2f} a week"
    return f"{said}, and {plural(uncosted, 'part', 'parts')} with no cost" if uncosted else said


def package(one: Package) -> dict[str, Any]:
    """Give a package with its sums and what is missing."""
    return {
        "basis": one.basis,
        "title": SECTIONS[one.basis],
        "promise": PROMISES[one.basis],
        "parts": [(part, hours_words(part.hours_a_week)) for part in one.parts],
        "hours": hours_words(one.hours),
        "cost": money(one.cost, one.uncosted),
        "unchecked": plural(len(one.unchecked), "provider", "providers") if one.unchecked else "",
    }


def package_row(one: Package) -> dict[str, Any]:
    """Give one line of the register."""
    child = one.parts[0].child
    missing = plural(len(one.unchecked), "check missing", "checks missing")
    return {
        "child": child,
        "section": Cell(f"Section {one.basis}", note=", ".join(part.what for part in one.parts)),
        "hours": hours_words(one.hours),
        "cost": money(one.cost, one.uncosted),
        "checks": Cell(missing, tag="late") if one.unchecked else Cell("All checked", tag="met"),
    }


def eotas_summary(found: list[Package]) -> str:
    """Say in a sentence what there is, the sections apart."""
    by = {key: [one for one in found if one.basis == key] for key in SECTIONS}
    unchecked = sum(len(one.unchecked) for one in found)
    if not found:
        return "Nobody is educated otherwise than at school, as far as is recorded."
    under = {key: plural(len(by[key]), "child", "children") if by[key] else "nobody" for key in by}
    said = f"{under['61']} under section 61 and {under['19']} under section 19."
    checks = f"{plural(unchecked, 'part has', 'parts have')} no safeguarding check of the provider."
    return f"{said[0].upper()}{said[1:]} " + (checks if unchecked else "Every provider is checked.")


@dataclass(frozen=True)
class Step:
    """One step of the way back."""

    number: int
    what: str
    by: str
    done: str
    tag: str
    words: str


def steps(raw: Iterable[Any], today: date) -> list[Step]:
    """Give the steps with how each stands; a step whose row cannot be read is shown as it is."""
    found = []
    for number, one in enumerate(raw, start=1):
        due, done = one.get("by", ""), one.get("done_on") or ""
        late = not done and bool(due) and date.fromisoformat(due) < today
        words, tag = (
            ("Done", "met") if done else ("Late", "late") if late else ("To come", "running")
        )
        found.append(Step(
            number, one.get("what", ""), _day(due), _day(done), tag, words,
        ))  # fmt: skip
    return found


def _day(text: str) -> str:
    return long_day(date.fromisoformat(text)) if text else ""


def way_words(way: Any, today: date) -> tuple[str, str]:
    """Say how a way back stands, and its tag."""
    if way.ended_on:
        return f"Ended on {long_day(way.ended_on)}: {way.outcome}", "met"
    if way.full_time_by < today:
        return f"Past its day: full-time by {long_day(way.full_time_by)}", "late"
    return f"Full-time by {long_day(way.full_time_by)}", "running"


def notice_words(notice: Any, today: date) -> tuple[str, str]:
    """Say how long a child has been missing, or how they were found."""
    if notice.found_on:
        return f"Found on {long_day(notice.found_on)}: {notice.found_how}", "met"
    return "Not found yet", "late"


def since_report(notice: Any, today: date) -> str:
    """Say how long a search has gone on."""
    days = plural((today - notice.reported_on).days, "day", "days")
    return "" if notice.found_on else f"{days} since the report"


def notice_row(notice: Any, today: date) -> dict[str, Any]:
    """Give one line of the register of missing education."""
    stands, tag = notice_words(notice, today)
    last = notice.enquiries[-1] if notice.enquiries else None
    return {
        "row": notice,
        "stands": Cell(stands, tag=tag, note=since_report(notice, today)),
        "seen": long_day(notice.last_seen_on) if notice.last_seen_on else "not known",
        "last": f"{_day(last.get('on', ''))}: {last.get('what', '')}" if last else "None yet",
    }


def enquiries(notice: Any) -> list[tuple[str, str, str]]:
    """Give what was tried, the newest first: the day, what, and by whom."""
    return [
        (_day(one.get("on", "")), one.get("what", ""), one.get("by", ""))
        for one in reversed(notice.enquiries)
    ]
