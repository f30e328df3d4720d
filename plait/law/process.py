"""The lawful ways of a case: every transition as data, and anything else refused with its reason.

The edges are in data/process.csv. A state belongs to one child and one authority. An appeal lies
over a state and does not replace it: the base state and its clocks stay live.
"""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

PROCESS_FILE = Path(__file__).parent / "data" / "process.csv"


class State(StrEnum):
    NO_CASE = "S0"
    SEN_SUPPORT = "S1"
    CONSIDERING_ASSESSMENT = "S2"
    REFUSED_ASSESSMENT = "S3"
    ASSESSING = "S4"
    REASSESSING = "S4r"
    REFUSED_PLAN = "S5"
    DRAFTING = "S6"
    DRAFT_WITH_FAMILY = "S7"
    PLAN_MAINTAINED = "S8"
    REVIEW_OPEN = "S10"
    REVIEW_DECISION_PENDING = "S11"
    AMENDMENT_NOTICE_OUT = "S12"
    CEASE_NOTIFIED = "S13"
    CEASE_CONSULTATION = "S13a"
    CEASED = "S14"
    REASSESSMENT_CONSIDERED = "S15"
    TRANSFERRED_OUT = "S16"
    DETAINED = "S17"

    @property
    def words(self) -> str:
        return self.name.replace("_", " ").lower()


class Appeal(StrEnum):
    """What an edge does with an appeal: opens or closes it, needs it open, or needs it not open."""

    OPENS = "opens"
    CLOSES = "closes"
    DURING = "during"
    NEVER = "never"
    UNTOUCHED = ""


@dataclass(frozen=True)
class Edge:
    """One lawful transition; `starts` and `stops` are the ids of duties."""

    source: State
    event: str
    to: State
    provision: str
    guard: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    appeal: Appeal
    letter: str


@dataclass(frozen=True)
class Step:
    """Where a case stands after an event."""

    state: State
    under_appeal: bool
    edge: Edge


class NotLawful(ValueError):
    """No provision lets the case go that way; `why` says so in words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@cache
def edges() -> tuple[Edge, ...]:
    """Every lawful transition, one for each state it can start from."""
    with PROCESS_FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(_edge(row, State(source)) for row in rows for source in row["sources"].split())


def _edge(row: dict[str, str], source: State) -> Edge:
    return Edge(
        source=source,
        event=row["event"],
        to=State(row["to"]) if row["to"] else source,
        provision=row["provision"],
        guard=row["guard"],
        starts=tuple(row["starts"].split()),
        stops=tuple(row["stops"].split()),
        appeal=Appeal(row["appeal"]),
        letter=row["letter"],
    )


def allowed(state: State, event: str) -> Edge | None:
    """The edge an event takes from a state, if the law has one."""
    return next((e for e in edges() if e.source is state and e.event == event), None)


def events_from(state: State) -> tuple[str, ...]:
    """What can lawfully happen next."""
    return tuple(edge.event for edge in edges() if edge.source is state)


def step(state: State, event: str, *, under_appeal: bool = False) -> Step:
    """Take an event, or raise `NotLawful` with the reason and the provision."""
    edge = allowed(state, event)
    if edge is None:
        raise NotLawful(_no_such_way(state, event))
    if edge.appeal in (Appeal.CLOSES, Appeal.DURING) and not under_appeal:
        raise NotLawful(f"{event} needs an appeal that is open ({edge.provision}).")
    if edge.appeal in (Appeal.OPENS, Appeal.NEVER) and under_appeal:
        raise NotLawful(f"{event} cannot happen while an appeal is open ({edge.provision}).")
    still = edge.appeal is Appeal.OPENS or (under_appeal and edge.appeal is not Appeal.CLOSES)
    return Step(edge.to, still, edge)


def _no_such_way(state: State, event: str) -> str:
    elsewhere = [edge for edge in edges() if edge.event == event]
    if not elsewhere:
        return f"'{event}' is not an event of the process in Part 3 of the Act."
    sources = ", ".join(edge.source.words for edge in elsewhere)
    return (
        f"{event} is lawful only from {sources} ({elsewhere[0].provision}); "
        f"this case is at {state.words}."
    )


def placement_event(requested_on: date, period_ends: date) -> str:
    """Section 39 if the setting is asked for before the notice's period ends, else section 40."""
    in_time = requested_on <= period_ends
    return "placement_requested_in_period" if in_time else "no_placement_requested_in_period"
