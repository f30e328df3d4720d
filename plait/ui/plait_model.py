"""What the plait shows: three lanes on one line of time, and what crosses them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date


@dataclass(frozen=True)
class Event:
    """Something that happened on a day in one strand."""

    on: date
    label: str


@dataclass(frozen=True)
class Quiet:
    """A stretch in which a strand that reports recorded nothing; open while it lasts."""

    start: date
    end: date | None = None


@dataclass(frozen=True)
class Lane:
    """One strand. Its kind, education, health or care, gives its colour and its shape."""

    name: str
    kind: str
    events: Sequence[Event] = ()
    quiet: Sequence[Quiet] = ()
    loaded: bool = True
    says: str = "nothing loaded yet"  # in place of events, where there are none to show

    def __post_init__(self) -> None:
        _hold_as_tuples(self)


@dataclass(frozen=True)
class Clock:
    """A duty's time, running or met; `lane` names the kind it belongs to, or nothing for all."""

    label: str
    start: date
    due: date
    standing: str
    kind: str = "running"
    lane: str = ""


@dataclass(frozen=True)
class Meeting:
    """A day on which the strands met."""

    on: date
    label: str


@dataclass(frozen=True)
class Week:
    """A school week and the share of it attended, from 0 to 1."""

    start: date
    attended: float


@dataclass(frozen=True)
class Plait:
    """Everything the drawing, its list and its table are made from."""

    lanes: Sequence[Lane]
    today: date
    clocks: Sequence[Clock] = ()
    meetings: Sequence[Meeting] = ()
    weeks: Sequence[Week] = ()

    def __post_init__(self) -> None:
        _hold_as_tuples(self)


def _hold_as_tuples(drawn: Lane | Plait) -> None:
    """Let two plaits of the same days be equal and hashed alike, whatever they were made from."""
    for one in fields(drawn):
        value = getattr(drawn, one.name)
        if isinstance(value, list):
            object.__setattr__(drawn, one.name, tuple(value))
