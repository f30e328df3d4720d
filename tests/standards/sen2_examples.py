"""A whole person of the return, and for each rule what makes that person break it."""

import copy
from typing import Any

from plait.standards.sen2.message import Note

SETTING = {
    "URN": "100000",
    "PlacementRank": "1",
    "SENunitIndicator": "0",
    "ResourcedProvisionIndicator": "0",
}
WHOLE = {
    "Surname": "Example", "Forename": "Ada", "PersonBirthDate": "2013-03-05", "Sex": "F",
    "Ethnicity": "WBRI", "PostCode": "ZZ99 3WZ", "UPN": "P207000016049",
    "Requests": [{
        "ReceivedDate": "2025-01-13", "RequestSource": "2", "RYA": "0",
        "RequestOutcomeDate": "2025-02-20", "RequestOutcome": "Y",
        "RequestMediation": "0", "RequestTribunal": "0",
        "Assessment": {
            "AssessmentOutcome": "Y", "AssessmentOutcomeDate": "2025-05-29",
            "AssessmentMediation": "0", "AssessmentTribunal": "0", "OtherMediation": "0",
            "OtherTribunal": "0", "Week20": "0",
            "NamedPlan": {"StartDate": "2025-05-29", "PlanDetail": [SETTING], "PB": "0"},
        },
        "ActivePlans": {
            "PlacementDetail": [SETTING | {"EntryDate": "2024-09-03"}],
            "SENneed": [{"SENtype": "SLCN", "SENtypeRank": "1"}],
            "ReviewMeeting": "2025-11-03", "ReviewOutcome": "A", "ReviewDraft": "2025-11-28",
            "LastReview": "2025-11-28",
        },
    }],
}  # fmt: skip
HEADER = {
    "Collection": "SEN2", "Year": "2026", "ReferenceDate": "2026-01-15", "SourceLevel": "L",
    "LEA": "201", "SerialNo": "001", "DMO": "Y", "DCO": "N", "DSCO": "R",
}  # fmt: skip
REQUEST = "Requests.0"
ASSESSMENT = f"{REQUEST}.Assessment"
PLAN = f"{ASSESSMENT}.NamedPlan"
NAMED = f"{PLAN}.PlanDetail.0"
ACTIVE = f"{REQUEST}.ActivePlans"
PLACED = f"{ACTIVE}.PlacementDetail.0"
NEED = f"{ACTIVE}.SENneed.0"
GONE = None


def changed(record: Any, edits: dict[str, Any]) -> Any:
    """Give a copy with values set, or taken away, at dotted paths."""
    record = copy.deepcopy(record)
    for path, value in edits.items():
        *way, last = path.split(".")
        place = record
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        if value is GONE:
            del place[last]
        elif isinstance(place, list):
            place.append(value)
        else:
            place[last] = value
    return record


SECOND = SETTING | {"EntryDate": "2025-01-06"}
UNKNOWN = [Note("unknown", "Person", "Shoe", 7, "Shoe is not an element of Person")]
TWICE = [Note("twice", "Requests", "Assessment", 9, "Assessment is given twice")]
NEW_SECOND_REQUEST = changed(WHOLE, {f"{REQUEST}.ReceivedDate": "2025-01-20"})["Requests"][0]

BREAKS: list[tuple[str, dict[str, Any]]] = [
    ("STR01", {"_notes": UNKNOWN}),
    ("STR06", {"Ethnicity": GONE}),
    ("STR07", {"Ethnicity": "WHITE"}),
    ("STR07", {f"{REQUEST}.RYA": "true"}),
    ("STR08", {f"{PLAN}.StartDate": "2025-02-30"}),
    ("STR08", {"PersonBirthDate": "20130305"}),
    ("STR09", {"UPN": "P20700001604"}),
    ("STR10", {"UPN": "Q207000016049"}),
    ("STR11", {"UniqueLearnerNumber": "9276308687"}),
    ("STR12", {"Requests": GONE}),
    ("STR13", {"_notes": TWICE}),
    ("STR13", {f"{PLAN}.PlanDetail.1": SETTING, f"{PLAN}.PlanDetail.2": SETTING}),
    ("STR14", {f"{ACTIVE}.PlacementDetail.1": SECOND, f"{ACTIVE}.PlacementDetail.2": SECOND}),
    ("STR15", {"_line": 4, "Surname": GONE, "Forename": GONE, "GivenName": "Ada"}),
    ("CON01", {"UPN": GONE}),
    ("CON02", {"UPNunknown": "UN5"}),
    ("CON04", {"UPN": GONE, "UPNunknown": "UN1"}),
    ("CON05", {"UPN": GONE, "UPNunknown": "UN10"}),
    ("CON06", {f"{REQUEST}.ReceivedDate": GONE}),
    ("CON07", {f"{REQUEST}.RYA": GONE}),
    ("CON08", {f"{REQUEST}.RequestSource": GONE}),
    ("CON09", {f"{REQUEST}.RequestOutcomeDate": GONE}),
    ("CON10", {f"{REQUEST}.RequestOutcome": "H"}),
    ("CON11", {f"{REQUEST}.RequestOutcome": "N"}),
    ("CON12", {f"{REQUEST}.Assessment": GONE}),
    ("CON13", {f"{REQUEST}.Exported": "202"}),
    ("CON14", {f"{ASSESSMENT}.AssessmentOutcomeDate": GONE}),
    ("CON15", {f"{ASSESSMENT}.AssessmentOutcome": "A"}),
    ("CON16", {f"{ASSESSMENT}.NamedPlan": GONE}),
    ("CON17", {f"{ASSESSMENT}.AssessmentOutcome": "N"}),
    ("CON18", {f"{PLAN}.StartDate": GONE}),
    ("CON19", {f"{PLAN}.CeaseReason": "2"}),
    ("CON19", {f"{PLAN}.CeaseDate": "2026-01-02"}),
    ("CON20", {f"{PLAN}.OA": "1"}),
    ("CON21", {f"{PLACED}.UKPRN": "10000000"}),
    ("CON21", {f"{NAMED}.URN": GONE}),
    ("CON22", {f"{NAMED}.SENSetting": "OTH", f"{NAMED}.URN": GONE}),
    ("CON23", {f"{NAMED}.SENSetting": "NEET", f"{NAMED}.URN": GONE}),
    ("CON24", {f"{PLACED}.SENSetting": "NEET", f"{PLACED}.URN": GONE}),
    ("CON25", {f"{PLACED}.PlacementRank": "2"}),
    ("CON25", {f"{ACTIVE}.PlacementDetail.1": SECOND}),
    ("CON26", {f"{NEED}.SENtypeRank": "2"}),
    ("CON26", {f"{ACTIVE}.SENneed.1": {"SENtype": "SLCN", "SENtypeRank": "2"}}),
    ("CON27", {f"{NAMED}.SENunitIndicator": "1", f"{NAMED}.ResourcedProvisionIndicator": "1"}),
    ("CON28", {f"{PLACED}.SENunitIndicator": GONE}),
    ("CON29", {f"{PLACED}.EntryDate": GONE}),
    ("CON30", {f"{ACTIVE}.ReviewMeeting": GONE}),
    ("CON31", {f"{ACTIVE}.ReviewOutcome": "M"}),
    ("CON32", {f"{PLAN}.CeaseDate": "2026-01-15"}),
    ("SEQ01", {"PersonBirthDate": "2025-01-14"}),
    ("SEQ02", {f"{REQUEST}.RequestOutcomeDate": "2025-01-12"}),
    ("SEQ03", {f"{ASSESSMENT}.AssessmentOutcomeDate": "2025-02-19"}),
    ("SEQ04", {f"{PLAN}.CeaseDate": "2025-05-28"}),
    ("SEQ05", {f"{PLACED}.LeavingDate": "2024-09-02"}),
    ("SEQ06", {f"{ACTIVE}.LastReview": "2025-11-02"}),
    ("SEQ07", {f"{ACTIVE}.ReviewDraft": "2025-11-02"}),
    ("SEQ08", {f"{ACTIVE}.LastReview": "2026-01-16"}),
    ("SEQ09", {"PersonBirthDate": "2001-01-15"}),
    ("TIM01", {f"{REQUEST}.RequestOutcomeDate": "2025-02-25"}),
    ("TIM02", {f"{ASSESSMENT}.AssessmentOutcomeDate": "2025-06-03"}),
    ("TIM03", {f"{ASSESSMENT}.AssessmentOutcome": "N"}),
    ("TIM04", {f"{ACTIVE}.LastReview": "2025-12-02"}),
    ("TIM05", {f"{PLAN}.StartDate": "2025-01-14", f"{ACTIVE}.ReviewMeeting": "2025-01-14"}),
    ("TIM06", {f"{ACTIVE}.PhaseTransferDueDate": "2026-01-14"}),
    ("WIT112", {"_key": ""}),
    ("WIT132", {f"{REQUEST}._key": ""}),
    ("WIT134", {"Requests.1": WHOLE["Requests"][0]}),
    ("WIT142", {"UPN": GONE}),
    ("WIT143", {"UPN": GONE, "UPNunknown": "UN9"}),
    ("WIT212", {"Requests.1": NEW_SECOND_REQUEST}),
    ("WIT224", {"PersonBirthDate": "unknown"}),
    ("WIT232", {"PersonBirthDate": "2000-08-31"}),
    ("WIT236", {"PersonBirthDate": "2000-08-31"}),
    ("WIT312", {f"{PLAN}.StartDate": "2026-01-16"}),
    ("WIT412", {f"{PLACED}.LeavingDate": "2026-01-14"}),
    ("WIT414", {f"{PLACED}.LeavingDate": "2026-01-14", f"{ACTIVE}.TransferLA": "202"}),
    ("WIT416", {f"{PLACED}.LeavingDate": "2026-01-14"}),
    ("WIT422", {f"{PLACED}.URN": GONE}),
    ("WIT514", {f"{NAMED}.SENunitIndicator": GONE, f"{NAMED}.ResourcedProvisionIndicator": GONE}),
    ("WIT522", {f"{PLACED}.URN": "130000"}),
    ("WIT524", {f"{NAMED}.URN": "130001"}),
    ("WIT532", {f"{NAMED}.SENunitIndicator": "1"}),
    ("WIT534", {f"{NAMED}.ResourcedProvisionIndicator": "1"}),
    ("WIT592", {f"{NAMED}.SENSetting": "PUB"}),
    ("WIT612", {f"{ACTIVE}.SENneed": GONE}),
    ("WIT614", {f"{NEED}.SENtype": "NSA"}),
]
JUST_RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("SEQ02", {f"{REQUEST}.RequestOutcomeDate": "2025-01-13"}),
    ("SEQ04", {f"{PLAN}.CeaseDate": "2025-05-29"}),
    ("SEQ08", {f"{ACTIVE}.PhaseTransferDueDate": "2026-03-31"}),
    ("SEQ09", {"PersonBirthDate": "2001-01-16"}),
    ("TIM01", {f"{REQUEST}.RequestOutcomeDate": "2025-02-24"}),
    ("TIM02", {f"{ASSESSMENT}.AssessmentOutcomeDate": "2025-06-02"}),
    ("TIM02", {f"{ASSESSMENT}.AssessmentOutcomeDate": "2025-06-03", f"{ASSESSMENT}.Week20": "1"}),
    ("TIM04", {f"{ACTIVE}.LastReview": "2025-12-01"}),
    ("TIM05", {f"{PLAN}.StartDate": "2025-01-14", f"{ACTIVE}.ReviewMeeting": "2025-01-15"}),
    ("TIM06", {f"{ACTIVE}.PhaseTransferDueDate": "2026-01-15"}),
    ("CON04", {"UPN": GONE, "UPNunknown": "UN1", "PersonBirthDate": "2020-01-16"}),
    ("CON25", {f"{ACTIVE}.PlacementDetail.1": SECOND | {"PlacementRank": "2"}}),
    ("CON25", {f"{PLACED}.LeavingDate": "2025-01-06", f"{ACTIVE}.PlacementDetail.1": SECOND}),
    ("CON12", {f"{REQUEST}.Assessment": GONE, f"{REQUEST}.Exported": "202"}),
    ("CON06", {f"{REQUEST}.ReceivedDate": GONE, f"{REQUEST}.RequestOutcome": "H"}),
]
HEADER_BREAKS = [
    ("STR02", {"Collection": "CIN"}), ("STR02", {"SourceLevel": "S"}), ("STR03", {"LEA": "909"}),
    ("STR04", {"SerialNo": "1"}), ("STR05", {"DSCO": GONE}), ("STR05", {"DMO": "X"}),
]  # fmt: skip
REGISTER = {
    "100000": {"type_code": "1", "resourced_provision": "", "expected": 2},
    "130000": {"type_code": "18"},
    "130001": {"type_code": "30"},
}
