"""Placements in alternative provision in words, and whether the place must be registered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plait.law.threshold import Verdict, in_force_on, judge, to_come
from plait.law.wording import day_in_words
from plait.provision.queries.alternative import Line, place_of
from plait.standards.alternative import LACKS
from plait.standards.home_education import SURE
from plait.ui.tables import Cell
from plait.ui.words import long_day, plural

HEADINGS = ("Child", "Where", "Since", "Hours a week", "Back at school on", "Entry reason",
            "Goal", "Missing")  # fmt: skip
MUST = {
    True: ("It must be registered as a school", "late"),
    False: ("It need not be registered as a school", "met"),
    None: ("It is not known whether it must be registered", "not-known"),
}
IS = {
    True: ("It is registered as a school", "met"),
    False: ("It is not registered as a school", "at-risk"),
    None: ("It is not known whether it is registered", "not-known"),
}


def missing_words(lacks: list[str]) -> str:
    return ", ".join(LACKS[key] for key in lacks) or "nothing"


def hours_words(hours: Any) -> str:
    return f"{hours:.1f}".removesuffix(".0") if hours is not None else "not known"


def row(line: Line) -> dict[str, Any]:
    """Give one line of the register."""
    one = line.row
    return {
        "row": one,
        "since": long_day(one.since),
        "hours": hours_words(one.hours_a_week),
        "back": long_day(one.return_on) if one.return_on else Cell("No return plan", tag="late"),
        "missing": _missing(line.lacks),
        "until": f"ended {long_day(one.until)}: {one.outcome}" if one.until else "",
    }


def _missing(lacks: list[str]) -> Cell:
    """Count what is missing in a tag, and say it beside; a long sentence is no tag."""
    if not lacks:
        return Cell("Nothing", tag="met")
    return Cell(f"{len(lacks)} missing", tag="at-risk", note=_begun(missing_words(lacks)))


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


def told(line: Line) -> tuple[str, ...]:
    """Give a line as the file of the register has it."""
    one = line.row
    return (
        one.child.name, one.provider_name, one.since.isoformat(), hours_words(one.hours_a_week),
        one.return_on.isoformat() if one.return_on else "", one.entry_reason, one.goal,
        missing_words(line.lacks),
    )  # fmt: skip


def summary(lines: list[Line]) -> str:
    """Say in a sentence how the open placements stand; no return plan comes first."""
    without = sum("return" in one.lacks for one in lines)
    unseen = sum("review" in one.lacks for one in lines)
    unchecked = sum(bool({"suitable", "safeguarding"} & set(one.lacks)) for one in lines)
    return (
        f"{plural(len(lines), 'placement is', 'placements are')} open. {without} with no return "
        f"date, {unseen} with no review this half-term, {unchecked} with a check missing."
    )


@dataclass(frozen=True)
class Registered:
    """Whether a place is and must be registered, with the reasons, and what would change."""

    stands: tuple[str, str]
    must: tuple[str, str] | None  # asked only where it is not registered, or nobody knows
    verdict: Verdict | None
    sure: str
    as_of: str
    coming: list[str]
    owed: bool  # a notice is owed: it must be registered, and is not or may not be


def registered(row: Any, on: date) -> Registered:
    """Apply the test in force on a day to what is known of a provider not known to be a school."""
    if row.registered is True:
        return Registered(IS[True], None, None, "", "", [], owed=False)
    place, test = place_of(row), in_force_on(on)
    verdict = judge(place, test) if test else None
    must = verdict.must if verdict else None
    return Registered(
        IS[row.registered], MUST[must], verdict, SURE[test.sure] if test else "",
        f"The numbers are of {day_in_words(place.on)}." if place.on else "No numbers are recorded.",
        [_would(judge(place, other)) for other in to_come()],
        must is True,
    )  # fmt: skip


def _would(verdict: Verdict) -> str:
    """Say what a test with no day yet would find; it decides nothing today."""
    found = {True: "it must be registered", False: "it need not", None: "it is not known"}
    why = " ".join(verdict.reasons)
    return (
        f"{verdict.test.law} would change the test; no day has been appointed for it. "
        f"By that test: {found[verdict.must]}. {why}"
    )
