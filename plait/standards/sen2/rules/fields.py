"""Which items of each group are codes, dates and flags."""

from typing import Final

_SETTING_CODES: Final = {
    "SENSetting": "sen_setting",
    "PlacementRank": "placement_rank",
    "SENunitIndicator": "yes_no",
    "ResourcedProvisionIndicator": "yes_no",
}

CODED: Final[dict[str, dict[str, str]]] = {
    "Person": {
        "Sex": "sex",
        "GenderCurrent": "gender_current",
        "Ethnicity": "ethnicity",
        "UPNunknown": "upn_unknown",
    },
    "Requests": {
        "RequestSource": "request_source",
        "RYA": "yes_no",
        "RequestOutcome": "request_outcome",
        "RequestMediation": "mediation_flag",
        "RequestTribunal": "tribunal_flag",
        "Exported": "la_code",
    },
    "Assessment": {
        "AssessmentOutcome": "assessment_outcome",
        "AssessmentMediation": "mediation_flag",
        "AssessmentTribunal": "tribunal_flag",
        "OtherMediation": "mediation_flag",
        "OtherTribunal": "tribunal_flag",
        "Week20": "week20",
    },
    "NamedPlan": {
        "PlanRes": "residential",
        "PlanWBP": "work_based_learning",
        "PB": "yes_no",
        "OA": "yes_no",
        "DP": "direct_payment",
        "CeaseReason": "cease_reason",
    },
    "PlanDetail": _SETTING_CODES,
    "ActivePlans": {
        "TransferLA": "la_code",
        "Res": "residential",
        "WBP": "work_based_learning",
        "ReviewOutcome": "review_outcome",
    },
    "PlacementDetail": _SETTING_CODES | {"Res": "residential", "WBP": "work_based_learning"},
    "SENneed": {"SENtype": "sen_type", "SENtypeRank": "sen_type_rank"},
}

FLAGS: Final = frozenset(
    tag
    for coded in CODED.values()
    for tag, codes in coded.items()
    if codes in ("yes_no", "mediation_flag", "tribunal_flag", "week20")
)
FLAG_WORDS: Final = frozenset(("true", "false"))  # accepted beside 1 and 0 up to 2024
YES: Final = ("1", "true")
NO: Final = ("0", "false")

DATES: Final[dict[str, tuple[str, ...]]] = {
    "Person": ("PersonBirthDate",),
    "Requests": ("ReceivedDate", "RequestOutcomeDate"),
    "Assessment": ("AssessmentOutcomeDate",),
    "NamedPlan": ("StartDate", "CeaseDate"),
    "PlanDetail": (),
    "ActivePlans": (
        "ReviewMeeting",
        "LastReview",
        "ReviewDraft",
        "PhaseTransferDueDate",
        "PhaseTransferFinalDate",
    ),
    "PlacementDetail": ("EntryDate", "LeavingDate"),
    "SENneed": (),
}
EVENTS: Final = {
    group: tuple(tag for tag in tags if tag != "PhaseTransferDueDate")
    for group, tags in DATES.items()
}
