"""The groups and the order of elements of a SEN2 message, year by year."""

from functools import cache
from typing import Final

KNOWN_YEARS: Final = (2023, 2024, 2025, 2026)
FORESEEN_YEAR: Final = 2027
YEARS: Final = (*KNOWN_YEARS, FORESEEN_YEAR)
NOTE_ON_2027: Final = (
    "Written in the order of 2026: the specification for 2027 was not known to this software."
)

CENSUS_DAYS: Final = {
    2023: "2023-01-19",
    2024: "2024-01-18",
    2025: "2025-01-16",
    2026: "2026-01-15",
    2027: "2027-01-21",
}

REPEATED: Final = frozenset({"Requests", "PlanDetail", "PlacementDetail", "SENneed"})
SINGLE: Final = frozenset({"Assessment", "NamedPlan", "ActivePlans"})
GROUPS: Final = REPEATED | SINGLE

COLLECTION_DETAILS: Final = ("Collection", "Year", "ReferenceDate")
SOURCE: Final = (
    "SourceLevel",
    "LEA",
    "SoftwareCode",
    "Release",
    "SerialNo",
    "DateTime",
    "DMO",
    "DCO",
    "DSCO",
)

_SETTING = "URN UKPRN SENSetting SENSettingOther PlacementRank"
_UNITS = "SENunitIndicator ResourcedProvisionIndicator"

_ACTIVE_PLANS: Final = {
    2023: "TransferLA PlacementDetail Res WBP SENneed LastReview",
    2024: "TransferLA PlacementDetail SENneed ReviewMeeting ReviewOutcome LastReview",
    2025: "TransferLA PlacementDetail SENneed ReviewMeeting LastReview ReviewOutcome ReviewDraft "
    "PhaseTransferDueDate PhaseTransferFinalDate",
    2026: "TransferLA PlacementDetail SENneed ReviewMeeting ReviewOutcome ReviewDraft "
    "PhaseTransferDueDate PhaseTransferFinalDate LastReview",
}


def layout_year(year: int) -> int:
    """Say whose layout a year is written in: its own, or the last known one for a year foreseen."""
    if year == FORESEEN_YEAR:
        return KNOWN_YEARS[-1]
    if year not in KNOWN_YEARS:
        raise ValueError(f"SEN2 of {year} is not known; {KNOWN_YEARS[0]} to {YEARS[-1]} are.")
    return year


@cache
def order(group: str, year: int) -> tuple[str, ...]:
    """Give the elements of a group in the order the year asks for."""
    return _orders(layout_year(year))[group]


@cache
def _orders(year: int) -> dict[str, tuple[str, ...]]:
    sex = "Sex" if year >= 2024 else "GenderCurrent"
    asked_by = "RequestSource" if year >= 2025 else ""
    pattern, attended = ("", "Res WBP") if year >= 2024 else ("AttendancePattern", "")
    orders = {
        "Person": f"Surname Forename PersonBirthDate {sex} Ethnicity PostCode UPN "
        "UniqueLearnerNumber UPNunknown Requests",
        "Requests": f"ReceivedDate {asked_by} RYA RequestOutcomeDate RequestOutcome "
        "RequestMediation RequestTribunal Exported Assessment ActivePlans",
        "Assessment": "AssessmentOutcome AssessmentOutcomeDate AssessmentMediation "
        "AssessmentTribunal OtherMediation OtherTribunal Week20 NamedPlan",
        "NamedPlan": "StartDate PlanDetail PlanRes PlanWBP PB OA DP CeaseDate CeaseReason",
        "PlanDetail": f"{_SETTING} {_UNITS}",
        "ActivePlans": _ACTIVE_PLANS[year],
        "PlacementDetail": f"{_SETTING} EntryDate LeavingDate {pattern} {_UNITS} {attended}",
        "SENneed": "SENtype SENtypeRank",
    }
    header = {
        "CollectionDetails": COLLECTION_DETAILS,
        "Source": SOURCE if year >= 2025 else SOURCE[:-1],
    }
    return header | {group: tuple(tags.split()) for group, tags in orders.items()}


@cache
def known_tags(group: str) -> frozenset[str]:
    """Give every element any year has had in a group."""
    return frozenset().union(*(_orders(year)[group] for year in KNOWN_YEARS))
