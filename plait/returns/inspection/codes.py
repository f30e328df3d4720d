"""The inspection list's own codes for what SEN2 says."""

from datetime import date

from plait.cases.models import Placement
from plait.standards.annex_a import ETHNICITIES, NEEDS, PHASES
from plait.standards.codes import main_ethnicity

GENDER = {"M": "a) Male", "F": "b) Female"}


def day(value: date | None) -> str:
    """Write a date as DD/MM/YYYY, or nothing."""
    return f"{value:%d/%m/%Y}" if value else ""


def need(kind: str) -> str:
    """Give the list's code of a need; Down syndrome is not in the list of 2024 and counts as other."""
    return NEEDS.get(kind, NEEDS["OTH"] if kind else "")


def ethnicity(code: str) -> str:
    """Give the list's code of an ethnicity, by the main code it belongs to."""
    return ETHNICITIES.get(main_ethnicity(code), ETHNICITIES["UNKNOWN"])


def phase(placement: Placement | None) -> str:
    """Give the list's code of a setting's phase, or nothing."""
    if placement is None or placement.organisation is None:
        return ""
    return PHASES.get(placement.organisation.phase.lower(), "")


def open_placement(placements: list[Placement], *, rank: str, on: date) -> Placement | None:
    """Find where a child is on a day."""
    for place in reversed(placements):
        if place.rank == rank and place.entered_on <= on and not (place.left_on and place.left_on < on):
            return place
    return None
