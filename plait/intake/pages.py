"""Say in words how a delivery stands and what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.intake.models import Delivery
from plait.intake.taking_back import KINDS
from plait.ui.words import number, plural, short_day

State = Delivery.State
WORKING = (State.RECEIVED, State.READING, State.APPLYING, State.TAKING_BACK)
TAGS = {
    State.APPLIED: "met",
    State.REFUSED: "late",
    State.STOPPED: "at-risk",
    State.READ: "at-risk",
    State.TAKEN_BACK: "excused",
}
COUNTS = {
    "new": ("new record", "new records"),
    "changed": ("record changed", "records changed"),
    "unchanged": ("record unchanged", "records unchanged"),
    "clashes": ("record that may be one already held", "records that may be ones already held"),
    "refused": ("row kept out", "rows kept out"),
    "apart": (
        "row waits: nobody held is like its person by hash",
        "rows wait: nobody held is like their person by hash",
    ),
    "waiting": ("row waits until somebody says who it is", "rows wait until it is said who it is"),
}


@dataclass(frozen=True)
class Act:
    """A button: what it does, in words, and what it sends."""

    what: str
    text: str
    kind: str = "primary"


def tag(one: Delivery) -> str:
    """Give the tag's kind of a state."""
    return TAGS.get(State(one.state), "running")


def counts(one: Delivery) -> list[str]:
    """Say what loading did, or would do."""
    told = one.summary.get("done" if one.rows_done else "look", {})
    said = [plural(told[name], *words) for name, words in COUNTS.items() if told.get(name)]
    rest = [f"{number(n)} {name}" for name, n in told.items() if name not in COUNTS and n]
    return said + rest


def speaks_for(one: Delivery) -> str:
    """Say for which year and day a file speaks."""
    if one.year:
        return f"Return of {one.year}, as at {short_day(one.as_at)}"
    return f"As at {short_day(one.as_at)}" if one.as_at else "Not known"


def acts(one: Delivery) -> list[Act]:
    """Give what may be done with a delivery now."""
    taking_back = Act("take_back", "Take it back", "warning")
    found = {
        State.READ: [Act("apply", "Load it")],
        State.STOPPED: [Act("apply", "Go on loading")],
        State.APPLYING: [Act("stop", "Stop after the rows in hand", "secondary")],
    }.get(State(one.state), [])
    if one.state in (State.APPLIED, State.STOPPED) and one.kind in KINDS:
        found = [*found, taking_back]
    return found


def named(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Give kinds of file with their names."""
    return [(kind, Delivery.Kind(kind).label) for kind in kinds]
