"""The advice of regulation 6: which kinds are asked for a child, of whom, and by which clock.

The kinds are in data/advice_kinds.csv, the bodies that give advice in data/advice_bodies.csv.
Which clock runs depends on the body that is asked, never on the kind: section 31 binds some.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from plait.law.duties import Duty, bind
from plait.law.reckoning import reckon
from plait.law.refusals import near
from plait.law.wording import day_in_words

DATA = Path(__file__).parent / "data"
WISHED = timedelta(weeks=6)  # where no duty binds the giver
SENSORY = {"HI": "hearing", "VI": "vision", "MSI": "multisensory"}  # SEN2's types of need
SUFFICIENT_TO = {
    "giver": "the person who gave it",
    "authority": "the authority",
    "family": "the parent or young person",
}


class UnknownAdvice(LookupError):
    """A kind or a body that the tables do not hold; the message lists those that look like it."""


@dataclass(frozen=True)
class Kind:
    """One kind of advice that regulation 6 names; `body` is who is usually asked."""

    id: str
    title: str
    asks: str
    applies: str  # always, year_9, sensory, service, or chosen by the authority or the family
    body: str
    provision: str
    confidence: str


@dataclass(frozen=True)
class Body:
    """Who gives advice, the duty that binds them (none for the family), and why that one."""

    id: str
    who: str
    duty: str
    why: str
    confidence: str

    @property
    def weight(self) -> str:
        """Whether the limit is law, guidance or only a wish."""
        return {"sr-r8-advice-6-weeks": "law", "": "wish"}.get(self.duty, "guidance")


@dataclass(frozen=True)
class ChildFacts:
    """What decides which advice is asked; a year is a national curriculum year, or not known."""

    year: int | None = None
    hearing: bool = False
    vision: bool = False
    multisensory: bool = False
    service: bool = False

    @property
    def sensory(self) -> bool:
        return self.hearing or self.vision or self.multisensory


@dataclass(frozen=True)
class Asked:
    """One kind that is asked for this child, and why it is."""

    kind: Kind
    why: str


@dataclass(frozen=True)
class Limit:
    """By when a body must answer, and why that day; no duty where it is a wish."""

    body: Body
    due: date
    duty: Duty | None
    because: str


APPLIES: Mapping[str, tuple[Callable[[ChildFacts], bool], str]] = {
    "always": (lambda facts: True, "Every assessment asks for it."),
    "year_9": (
        lambda facts: facts.year is not None and facts.year >= 9,
        "The child is in or beyond year 9.",
    ),
    "sensory": (
        lambda facts: facts.sensory,
        "The child does not hear or see well: education advice is given after consulting one.",
    ),
    "service": (lambda facts: facts.service, "A parent serves in the armed forces."),
    "chosen": (lambda facts: False, "Asked where the authority or the family wishes it."),
}


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its id, in the order of the regulation."""
    return {row["id"]: Kind(**row) for row in _rows("advice_kinds.csv")}


@cache
def bodies() -> Mapping[str, Body]:
    """Every body by its id."""
    return {row["id"]: Body(**row) for row in _rows("advice_bodies.csv")}


def kind(kind_id: str) -> Kind:
    """A kind by its id; `UnknownAdvice` names those that look like it."""
    try:
        return kinds()[kind_id]
    except KeyError:
        raise UnknownAdvice(_unknown("kind of advice", kind_id, kinds())) from None


def body(body_id: str) -> Body:
    """A body by its id; `UnknownAdvice` names those that look like it."""
    try:
        return bodies()[body_id]
    except KeyError:
        raise UnknownAdvice(_unknown("body", body_id, bodies())) from None


def asked_for(facts: ChildFacts) -> list[Asked]:
    """Every kind that the law asks for a child with these facts, each with its reason."""
    return [
        Asked(one, APPLIES[one.applies][1])
        for one in kinds().values()
        if APPLIES[one.applies][0](facts)
    ]


def limit(body_id: str, *, on: date) -> Limit:
    """By when a body that is asked on a day must answer."""
    asked = body(body_id)
    if not asked.duty:
        return Limit(asked, on + WISHED, None, f"Six weeks after {day_in_words(on)}.")
    due = reckon(bind(asked.duty, on), on)
    return Limit(asked, due.due, due.duty, due.because)


def not_agreed(sufficient: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Who has not found existing advice sufficient yet; while anybody is left it is asked for."""
    return [
        words
        for who, words in SUFFICIENT_TO.items()
        if not (sufficient.get(who, {}).get("name") and sufficient.get(who, {}).get("on"))
    ]


def school_year(born: date, on: date) -> int | None:
    """The year group of somebody taught with their own age; none below reception or beyond 14."""
    starts = on.year if (on.month, on.day) >= (9, 1) else on.year - 1
    turned = starts - born.year - ((born.month, born.day) >= (9, 1))
    year = turned - 4
    return year if 0 <= year <= 14 else None


def _unknown(what: str, name: str, known: Mapping[str, object]) -> str:
    close = near(name, known)
    hint = f" Near it: {', '.join(close)}." if close else ""
    return f"There is no {what} '{name}'.{hint}"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
