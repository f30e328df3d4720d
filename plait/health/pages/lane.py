"""The health lane of one child: each episode, help meanwhile, need that grew, and equipment."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plait.health.pages.waits import KIND_WORDS, STAGES, days_words, helped_words
from plait.health.queries.episodes import place_of, wait_of
from plait.standards.health.expecting import Expectation
from plait.standards.health.services import service_name
from plait.standards.health.waits import WAITING, Stage, band
from plait.ui.words import day, long_day, plural

TAGS = {Stage.REFERRED: "running", Stage.SEEN: "running", Stage.TREATED: "met"}
STEPS = (
    ("assessed_on", "assessed"), ("funded_on", "agreed to be paid for"), ("ordered_on", "ordered"),
    ("fitted_on", "fitted"),
)  # fmt: skip
OLD = 31  # days after which what a file told of a wait is said to be old


@dataclass(frozen=True)
class Shown:
    """One episode in words, and the rows that hang on it."""

    row: Any
    today: date

    @property
    def title(self) -> str:
        kind = KIND_WORDS.get(self.row.kind, self.row.kind)
        return f"{service_name(self.row.service)}, for {kind}"

    @property
    def stage(self) -> Stage:
        return wait_of(self.row).stage(self.today)

    @property
    def stands(self) -> str:
        return STAGES[self.stage]

    @property
    def tag(self) -> str:
        return TAGS.get(self.stage, "not-known")

    @property
    def waits(self) -> bool:
        return self.stage in WAITING

    @property
    def open(self) -> bool:
        return self.row.ended_on is None

    @property
    def said(self) -> str:
        """Say how long, counted from which day, and in which band of the national count."""
        wait = wait_of(self.row)
        first, whole = wait.to_first_contact(self.today), wait.to_treatment(self.today)
        if first is None or whole is None:
            return (
                f"The days disagree: the clock started on {long_day(wait.start)}, after something "
                "that stopped it. Ask the service which of them is right."
            )
        counted = f"counted from {wait.counted_from}, {long_day(wait.start)}"
        match self.stage:
            case Stage.REFERRED:
                return f"Waits {days_words(whole)} ({band(whole)}), {counted}."
            case Stage.SEEN:
                return (
                    f"Waited {days_words(first)} to be seen, {counted}; waits {days_words(whole)} "
                    f"({band(whole)}) for what was asked for."
                )
            case Stage.TREATED:
                return f"Waited {days_words(first)} to be seen and {days_words(whole)} in all, " + (
                    f"{counted}."
                )
        return f"Ended {long_day(self.row.ended_on)}: {self.row.get_end_kind_display().lower()}."

    @property
    def because(self) -> str:
        return place_of(self.row, self.today).because if self.waits else ""

    @property
    def old(self) -> str:
        """Say that what is known is old, where a file told of it long ago."""
        known = self.row.known_to
        if not self.open or known is None or (self.today - known).days <= OLD:
            return ""
        return f"The service last told of it on {day(known)}; what happened since is not known."

    @property
    def contacts(self) -> list[str]:
        seen = {True: "seen", False: "not seen", None: "booked"}
        rows = sorted(self.row.contacts.all(), key=lambda one: one.on, reverse=True)
        return [
            f"{long_day(one.on)}: {seen[one.seen]}"
            + (f" by {one.by_whom}" if one.by_whom else "")
            + (f". {one.what}" if one.what else "")
            for one in rows
        ]

    @property
    def meanwhile(self) -> list[tuple[Any, str]]:
        rows = sorted(self.row.meanwhile.all(), key=lambda one: one.since, reverse=True)
        return [(one, helped_words(one.checked_in_on, one.helped)) for one in rows]

    @property
    def escalations(self) -> list[Any]:
        return sorted(self.row.escalations.all(), key=lambda one: one.on, reverse=True)


def expected_words(found: Expectation | None) -> str:
    """Say how long others waited to be seen, and that it is no promise."""
    if found is None:
        return "Fewer than five were first seen in the last year, so nothing can be expected of it."
    return (
        f"{plural(found.of, 'child was', 'children were')} first seen in the last year: half of "
        f"them within {days_words(found.middle)}, the quickest after {days_words(found.shortest)} "
        f"and the last after {days_words(found.longest)}. It is no promise."
    )


def equipment_words(item: Any, today: date) -> tuple[str, str]:
    """Say how far a piece of equipment has come, and what is next."""
    reached = [
        f"{words} {long_day(getattr(item, name))}" for name, words in STEPS if getattr(item, name)
    ]
    said = ", ".join(reached) or "nothing is done yet"
    if item.ended_on:
        return said, f"No longer used since {long_day(item.ended_on)}: {item.ended_why}."
    if item.fitted_on is None:
        waits = (today - item.assessed_on).days if item.assessed_on else None
        return said, f"Not fitted yet, {days_words(waits)} since assessed." if waits else (
            "Not fitted yet."
        )
    if item.growth_review_on is None:
        return said, "No review of growth is planned: a child grows out of it."
    late = "It is past." if item.growth_review_on < today else ""
    return said, f"Review of growth by {long_day(item.growth_review_on)}. {late}".strip()
