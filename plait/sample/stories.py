"""What happened to a made-up child, as dated facts; every file is one view of these."""

from dataclasses import dataclass
from datetime import date


@dataclass
class Setting:
    """A school, nursery or college; a school that became an academy points to its successor."""

    urn: str
    ukprn: str
    name: str
    kind: str
    type_code: str
    number: str
    low: int
    high: int
    opened: date
    postcode: str
    places: int
    unit: bool = False
    resourced: bool = False
    needs: tuple[str, ...] = ()
    section_41: bool = False
    successor: "Setting | None" = None
    predecessor: "Setting | None" = None
    closed: date | None = None


@dataclass
class Placement:
    """Where a child learns from a day on: a setting, or a code where none is registered."""

    setting: Setting | None
    code: str
    starts: date
    ends: date | None = None
    why: str = ""
    unit: bool = False
    resourced: bool = False
    residential: str = ""
    second: bool = False


@dataclass
class Review:
    meeting: date
    outcome: str = ""
    decided: date | None = None
    draft: date | None = None


@dataclass
class PhaseTransfer:
    due: date
    final: date | None


@dataclass
class Plan:
    starts: date
    needs: list[str]
    placements: list[Placement]
    reviews: list[Review]
    transfers: list[PhaseTransfer]
    budget: str = ""
    came_from: str = ""
    came_on: date | None = None
    ceased: date | None = None
    reason: str = ""


@dataclass
class Request:
    """One request and all that came of it; without a received date it stands for an older plan."""

    received: date | None
    source: str = ""
    outcome: str = ""
    decided: date | None = None
    mediation: bool = False
    appeal: bool = False
    exported_to: str = ""
    exported_on: date | None = None
    ended_as: str = ""
    ended: date | None = None
    exception: bool = False
    plan: Plan | None = None


@dataclass
class Child:
    number: int
    surname: str
    forename: str
    born: date
    sex: str
    ethnicity: str
    postcode: str
    requests: list[Request]
    upn: str = ""
    uln: str = ""
    unknown: str = ""
    moved: tuple[date, str] | None = None
    earlier_upn: tuple[date, str] | None = None
    earlier_surname: tuple[date, str] | None = None
    earlier_forename: tuple[date, str] | None = None

    @property
    def plan(self) -> Plan | None:
        return next((request.plan for request in self.requests if request.plan), None)
