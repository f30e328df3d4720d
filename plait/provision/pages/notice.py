"""The notice about a place that should be registered and is not, drafted as a paper."""

from datetime import date
from typing import Any

from plait.provision.pages.alternative import Registered
from plait.standards.home_education import SURE
from plait.ui.paper import Callout, Heading, Listing, Pairs, Paper, Paragraph
from plait.ui.words import long_day

NUMBERS = (
    ("full_time_pupils", "Children of compulsory school age there full-time"),
    ("with_plan", "Of them with an EHC plan"),
    ("looked_after", "Of them looked after by a council"),
    ("with_sen", "Of them with special educational needs"),
)


def notice(row: Any, found: Registered, *, area: str, writer: str, today: date) -> Paper:
    """Draft what is sent to those who look into unregistered schools; it names no child."""
    verdict = found.verdict
    facts = row.provider_facts if isinstance(row.provider_facts, dict) else {}
    test = verdict.test if verdict else None
    numbers = tuple(
        (words, str(facts[key]) if key in facts else "not known") for key, words in NUMBERS
    )
    blocks = (
        Paragraph(
            f"{area} places, or knows of, children at {row.provider_name}. From what we know it "
            "must be registered as an independent school"
            f"{' and is not' if row.registered is False else ''}. We ask you to look into it."
        ),
        Heading("The place"),
        Pairs((("Name", row.provider_name), ("Registered as a school", _is(row.registered)),
               ("Numbers as of", _day(facts.get("on"))), *numbers)),
        Heading("Why we think so"),
        Listing(verdict.reasons if verdict else ("No test was in force on the day.",)),
        Paragraph(
            f"The test: {test.law}, in force on {long_day(today)}. {SURE[test.sure]}"
            if test else "There was no test in force on the day."
        ),
        Heading("What we do meanwhile"),
        Paragraph(
            f"Suitability was checked: {_day(_iso(row.suitable_checked_on))}. "
            f"Safeguarding was checked: {_day(_iso(row.safeguarding_checked_on))}. "
            "[Say what is done for the children who are there: another place, a visit, who acts.]"
        ),
        Callout(
            "A draft",
            ("Written from the record. Whoever sends it reads it first, fills in what stands in "
            "square brackets, and checks to whom it goes: the Department for Education registers "
            "schools, and Ofsted inspects places that may be unregistered.",),
        ),
    )  # fmt: skip
    return Paper(
        title="A place that may be an unregistered school", blocks=blocks, sender=(area, writer),
        dated=today, reference=f"AP-{row.pk}",
    )  # fmt: skip


def _is(registered: bool | None) -> str:
    return {True: "yes", False: "no", None: "not known"}[registered]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: Any) -> str:
    return long_day(date.fromisoformat(text)) if text else "not known"
