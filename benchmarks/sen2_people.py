"""Make persons as a SEN2 return tells them, the same for the same seed, to measure with."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plait.standards.identifiers import upn_check_letter

HEADER = {
    "Collection": "SEN2", "Year": "2026", "ReferenceDate": "2026-01-15", "SourceLevel": "L",
    "LEA": "201", "SoftwareCode": "Plait", "Release": "1", "SerialNo": "001",
    "DateTime": "2026-01-20T09:00:00", "DMO": "Y", "DCO": "Y", "DSCO": "N",
}  # fmt: skip
NEEDS = ("ASD", "SEMH", "SLCN", "MLD", "SPLD", "SLD", "PD", "HI")


def people(count: int, seed: int = 2026) -> Iterator[dict[str, Any]]:
    """Give persons: most with a running plan, some newly assessed, one in fifty with a slip."""
    chance = random.Random(seed)
    for number in range(count):
        yield _person(number, chance)


def _person(number: int, chance: random.Random) -> dict[str, Any]:
    digits = f"201{number // 10**5 + 2000:04}{number % 10**5:05}"
    born = date(2002, 1, 1) + timedelta(days=chance.randrange(7000))
    request = _new(chance) if chance.random() < 0.25 else _older(chance)
    person = {
        "Surname": f"Family{number % 997}", "Forename": f"Given{number % 991}",
        "PersonBirthDate": born.isoformat(), "Sex": chance.choice("MF"), "Ethnicity": "WBRI",
        "PostCode": "ZZ99 3WZ", "UPN": upn_check_letter("X" + digits) + digits,
        "Requests": [request],
    }  # fmt: skip
    if chance.random() < 0.02:
        del person["Ethnicity"]
    return person


def _new(chance: random.Random) -> dict[str, Any]:
    received = date(2025, 1, 6) + timedelta(days=chance.randrange(150))
    issued = received + timedelta(days=chance.randrange(90, 160))
    return {
        "ReceivedDate": received.isoformat(), "RequestSource": "2", "RYA": "0",
        "RequestOutcomeDate": (received + timedelta(days=40)).isoformat(),
        "RequestOutcome": "Y", "RequestMediation": "0", "RequestTribunal": "0",
        "Assessment": {
            "AssessmentOutcome": "Y", "AssessmentOutcomeDate": issued.isoformat(),
            "AssessmentMediation": "0", "AssessmentTribunal": "0", "OtherMediation": "0",
            "OtherTribunal": "0", "Week20": "0", "NamedPlan": _plan(issued),
        },
        "ActivePlans": _active(chance, None),
    }  # fmt: skip


def _older(chance: random.Random) -> dict[str, Any]:
    issued = date(2018, 1, 1) + timedelta(days=chance.randrange(2000))
    met = date(2025, 1, 16) + timedelta(days=chance.randrange(330))
    return {
        "RequestOutcome": "H",
        "Assessment": {"AssessmentOutcome": "H", "NamedPlan": _plan(issued)},
        "ActivePlans": _active(chance, met),
    }


def _plan(issued: date) -> dict[str, Any]:
    detail = {"URN": "100000", "PlacementRank": "1", "SENunitIndicator": "0"}
    detail["ResourcedProvisionIndicator"] = "0"
    return {"StartDate": issued.isoformat(), "PlanDetail": [detail], "PB": "0"}


def _active(chance: random.Random, met: date | None) -> dict[str, Any]:
    first, second = chance.sample(NEEDS, 2)
    active: dict[str, Any] = {
        "PlacementDetail": [{
            "URN": str(100000 + chance.randrange(300)), "PlacementRank": "1",
            "EntryDate": "2024-09-03", "SENunitIndicator": "0",
            "ResourcedProvisionIndicator": "0",
        }],
        "SENneed": [
            {"SENtype": first, "SENtypeRank": "1"}, {"SENtype": second, "SENtypeRank": "2"},
        ],
    }  # fmt: skip
    if met:
        decided = (met + timedelta(days=20)).isoformat()
        active |= {"ReviewMeeting": met.isoformat(), "ReviewOutcome": "M", "LastReview": decided}
    return active
