"""The inspection list's own codes for what SEN2 says."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from plait.cases.models import Placement
from plait.people.models import Organisation
from plait.standards.annex_a import ETHNICITY, GENDER, NEED, columns

PHASE = "Main education establishment – phase"
SEXES = {"M": "Male", "F": "Female", "U": "Not specified"}
# GIAS's phases in the list's words; the kind of school decides before the phase does.
PHASES = {
    "nursery": "Nursery",
    "primary": "Primary",
    "middle deemed primary": "Middle deemed primary",
    "middle deemed secondary": "Middle deemed secondary",
    "secondary": "Secondary",
    "all-through": "All-through",
    "16 plus": "FE college",
}
# The main ethnicity that each extended code belongs to; our reading of the census's groups.
MAIN_ETHNICITY = {
    "WBRI": "WCOR WENG WNIR WSCO WWEL WOWB",
    "WOTH": "WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WEUR WEEU WWEU WOTW",
    "WROM": "WROG WROR",
    "MWAS": "MWAP MWAI MWAO",
    "MOTH": "MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM",
    "APKN": "AMPK AKPA AOPK",
    "AOTH": "ABRI AWEL AAFR AKAO ANEP ASLT ASNL ASRO AOTA",
    "BAFR": "BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF",
    "BOTH": "BBRI BWEL BEUR BNAM BOTB",
    "CHNE": "CHKC CMAL CSNG COCH CTWN",
    "OOTH": "OAFG ORAB OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA "
    "OVIE OYEM OOEG",
}
_MAIN = {code: main for main, codes in MAIN_ETHNICITY.items() for code in codes.split()}


@cache
def _codes(field: str) -> Mapping[str, str]:
    return next(column.codes for column in columns() if column.field == field)


def day(value: date | None) -> str:
    """Write a date as DD/MM/YYYY, or nothing."""
    return f"{value:%d/%m/%Y}" if value else ""


def gender(sex: str) -> str:
    """Give the list's code of a sex."""
    return _codes(GENDER)[SEXES.get(sex, "Not known")]


def need(kind: str) -> str:
    """Give the list's code of a need; Down syndrome has none in the list of 2024: it is other."""
    return _codes(NEED).get(kind, _codes(NEED)["OTH"]) if kind else ""


def ethnicity(code: str) -> str:
    """Give the list's code of an ethnicity, by the main code it belongs to."""
    known = _codes(ETHNICITY)
    return known.get(_MAIN.get(code, code), known["UNKNOWN"])


def phase(placement: Placement | None) -> str:
    """Give the list's code of the phase of where a child is placed, or nothing."""
    return phase_of(placement.organisation if placement else None)


def phase_of(organisation: Organisation | None) -> str:
    """Give the list's code of a setting's phase, or nothing."""
    if organisation is None:
        return ""
    kind = organisation.type_name.lower()
    if "special" in kind:
        return _codes(PHASE)["Special"]
    if "referral" in kind or "alternative provision" in kind:
        return _codes(PHASE)["PRU or alternative provision"]
    if "further education" in kind:
        return _codes(PHASE)["FE college"]
    named = PHASES.get(organisation.phase.lower())
    return _codes(PHASE)[named] if named else ""


def yes(value: bool) -> str:
    """Give the list's yes or no."""
    return "a) Yes" if value else "b) No"


def open_placement(placements: list[Placement], *, rank: str, on: date) -> Placement | None:
    """Find where a child is on a day."""
    for place in reversed(placements):
        over = place.left_on is not None and place.left_on < on
        if place.rank == rank and place.entered_on <= on and not over:
            return place
    return None
