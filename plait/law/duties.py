"""Every duty as data: who must do what, from when, by which provision, and how sure that is.

The rows are in data/duties.csv and are read on first use. `DUTIES` holds the newest version of
each; a case binds to the version that was in force on the day of its trigger (`bind`).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from plait.law.counting import Rule
from plait.law.refusals import NotInForce, UnknownDuty

DUTIES_FILE = Path(__file__).parent / "data" / "duties.csv"
SURE = {
    "read": "The text of the provision was read.",
    "read-secondary": "A guide, a charity or a law firm says so; the text itself was not seen.",
    "memory": "Not yet seen in a source; to be verified.",
}


@dataclass(frozen=True, eq=False)
class Duty:
    """One thing the law (or guidance) asks of somebody at a moment, in one version.

    A version is one object, equal only to itself, so that it is a quick key.
    """

    id: str
    version: int
    does: str  # follows "must": "tell the family whether there will be an assessment"
    cited_as: str
    provision: str
    instrument: str
    bound: str
    trigger: str
    asks: str
    counting: Rule
    number: int | None
    unit: str
    direction: str  # "forward" from the event, or "back" from it
    first_day: str  # "counts" where the event day is itself the first school day
    counted_from: str
    exceptions: str
    told: str
    in_force_from: date | None
    in_force_to: date | None
    source_url: str
    confidence: str
    kind: str

    @property
    def law(self) -> str:
        return ", ".join(part for part in (self.cited_as, self.provision) if part)

    @property
    def how_sure(self) -> str:
        return SURE[self.confidence]

    @property
    def alerts(self) -> bool:
        """Whether lateness may be shown to anyone: a proposal loads and never alerts."""
        return self.kind != "proposed"

    def in_force(self, on: date) -> bool:
        if self.in_force_from is None or on < self.in_force_from:
            return False
        return self.in_force_to is None or on <= self.in_force_to


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _duty(row: dict[str, str]) -> Duty:
    fields: dict[str, object] = dict(row)
    fields |= {
        "version": int(row["version"]),
        "counting": Rule(row["counting"]),
        "number": int(row["number"]) if row["number"] else None,
        "in_force_from": _day(row["in_force_from"]),
        "in_force_to": _day(row["in_force_to"]),
    }
    return Duty(**fields)  # type: ignore[arg-type]


@cache
def _versions() -> dict[str, tuple[Duty, ...]]:
    found: dict[str, tuple[Duty, ...]] = {}
    with DUTIES_FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["id"]] = (*found.get(row["id"], ()), _duty(row))
    return {name: tuple(sorted(rows, key=lambda d: d.version)) for name, rows in found.items()}


class _Duties(Mapping[str, Duty]):
    """The newest version of every duty, read from the table when first asked for."""

    def __getitem__(self, duty_id: str) -> Duty:
        return _versions()[duty_id][-1]

    def __iter__(self) -> Iterator[str]:
        return iter(_versions())

    def __len__(self) -> int:
        return len(_versions())


DUTIES: Mapping[str, Duty] = _Duties()


def duty(duty_id: str) -> Duty:
    """The newest version of a duty; `UnknownDuty` names those that look like it."""
    try:
        return DUTIES[duty_id]
    except KeyError:
        raise UnknownDuty(duty_id, DUTIES) from None


def versions(duty_id: str) -> tuple[Duty, ...]:
    """Every version of a duty, oldest first."""
    return _versions()[duty(duty_id).id]


def in_force(named: Duty | str, on: date) -> bool:
    """Whether this version (or, by id, any version) was in force on the day."""
    rows = versions(named) if isinstance(named, str) else (named,)
    return any(row.in_force(on) for row in rows)


def bind(duty_id: str, on: date) -> Duty:
    """The version in force on the day of the trigger, to which a case is bound."""
    for row in reversed(versions(duty_id)):
        if row.in_force(on):
            return row
    raise NotInForce(f"{duty_id} was not in force on {on}.")
