"""Turn a person of the message into the values of our rows, or say why that cannot be done."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from plait.people.matching import Description
from plait.standards.sen2.message import Record
from plait.standards.sen2.sex import sex_of

Values = dict[str, Any]


class CannotStore(Exception):
    """A value that no row can hold, so the whole person is kept out."""

    def __init__(self, field: str, value: str, line: int | None, says: str) -> None:
        super().__init__(says)
        self.field, self.value, self.line, self.says = field, value, line, says


@dataclass
class RequestIn:
    """One request of the file, each group as the values of its row; None where it is absent."""

    line: int | None
    values: Values
    as_history: bool
    assessment: Values | None = None
    assessment_as_history: bool = False
    plan: Values | None = None
    named: list[Values] = field(default_factory=list)
    active: bool = False
    placements: list[Values] = field(default_factory=list)
    needs: list[Values] = field(default_factory=list)
    review: Values | None = None
    transfer: Values | None = None
    transferred_from: str = ""


@dataclass
class PersonIn:
    """One person of the file."""

    line: int | None
    values: Values
    who: Description
    requests: list[RequestIn]


def person_in(record: Record) -> PersonIn:
    """Read one person; `CannotStore` says which value stands in the way."""
    born = _day(record, "PersonBirthDate")
    if born is None:
        raise CannotStore("PersonBirthDate", "", record["_line"], "There is no birth date.")
    values = {
        "surname": _text(record, "Surname"),
        "forename": _text(record, "Forename"),
        "birth_date": born,
        "sex": _text(record, "Sex", 1) or sex_of(_text(record, "GenderCurrent", 1)),
        "ethnicity": _text(record, "Ethnicity", 4),
        "postcode": _text(record, "PostCode", 8),
        "number_unknown": _text(record, "UPNunknown", 4),
    }
    who = Description(
        values["surname"], values["forename"], born, values["postcode"],
        _text(record, "UPN", 40), _text(record, "UniqueLearnerNumber", 40),
    )  # fmt: skip
    requests = [_request(request) for request in record.get("Requests", ())]
    return PersonIn(record["_line"], values, who, requests)


def _request(record: Record) -> RequestIn:
    outcome = _text(record, "RequestOutcome", 1)
    values = {
        "received_on": _day(record, "ReceivedDate"),
        "asked_by": _text(record, "RequestSource", 1),
        "in_youth_accommodation": _flag(record, "RYA"),
        "outcome": outcome or "A",
        "outcome_on": _day(record, "RequestOutcomeDate"),
        "mediation": _flag(record, "RequestMediation"),
        "tribunal": _flag(record, "RequestTribunal"),
        "exported_to": _text(record, "Exported", 3),
    }
    request = RequestIn(record["_line"], values, as_history=outcome == "H")
    if (assessment := record.get("Assessment")) is not None:
        _assessment(request, assessment)
    if (active := record.get("ActivePlans")) is not None:
        _active(request, active)
    return request


def _assessment(request: RequestIn, record: Record) -> None:
    outcome = _text(record, "AssessmentOutcome", 1)
    request.assessment_as_history = outcome == "H"
    request.assessment = {
        "_line": record["_line"],
        "outcome": outcome or "A",
        "outcome_on": _day(record, "AssessmentOutcomeDate"),
        "mediation": _flag(record, "AssessmentMediation"),
        "tribunal": _flag(record, "AssessmentTribunal"),
        "other_mediation": _flag(record, "OtherMediation"),
        "other_tribunal": _flag(record, "OtherTribunal"),
        "week20_exception": _flag(record, "Week20"),
    }
    if (plan := record.get("NamedPlan")) is not None:
        request.plan = _plan(plan)
        request.named = [_setting(place) for place in plan.get("PlanDetail", ())]


def _plan(record: Record) -> Values:
    return {
        "_line": record["_line"],
        "started_on": _needed_day(record, "StartDate", "A plan has no start date."),
        "residential": _text(record, "PlanRes", 1),
        "work_based": _text(record, "PlanWBP", 1),
        "personal_budget": _flag(record, "PB"),
        "organised_arrangement": _flag(record, "OA"),
        "direct_payment": _text(record, "DP", 1),
        "ceased_on": _day(record, "CeaseDate"),
        "cease_reason": _text(record, "CeaseReason", 1),
    }


def _active(request: RequestIn, record: Record) -> None:
    """Read what is told of an active plan; in 2023 Res and WBP stood beside the placements."""
    request.active = True
    request.transferred_from = _text(record, "TransferLA", 3)
    beside = {
        "residential": _text(record, "Res", 1),
        "work_based": _text(record, "WBP", 1),
    }
    request.placements = [_placement(p, beside) for p in record.get("PlacementDetail", ())]
    request.needs = [
        {"_line": n["_line"], "kind": _text(n, "SENtype", 4), "rank": _text(n, "SENtypeRank", 1)}
        for n in record.get("SENneed", ())
    ]
    review = {
        "meeting_on": _day(record, "ReviewMeeting"),
        "outcome": _text(record, "ReviewOutcome", 1),
        "draft_on": _day(record, "ReviewDraft"),
        "decided_on": _day(record, "LastReview"),
    }
    transfer = {
        "due_on": _day(record, "PhaseTransferDueDate"),
        "final_on": _day(record, "PhaseTransferFinalDate"),
    }
    request.review = {"_line": record["_line"], **review} if any(review.values()) else None
    request.transfer = {"_line": record["_line"], **transfer} if any(transfer.values()) else None


def _placement(record: Record, beside: Values) -> Values:
    return {
        **_setting(record),
        "entered_on": _needed_day(record, "EntryDate", "A placement has no entry date."),
        "left_on": _day(record, "LeavingDate"),
        "residential": _text(record, "Res", 1) or beside["residential"],
        "work_based": _text(record, "WBP", 1) or beside["work_based"],
    }


def _setting(record: Record) -> Values:
    return {
        "_line": record["_line"],
        "urn": _text(record, "URN", 6),
        "ukprn": _text(record, "UKPRN", 8),
        "setting_kind": _text(record, "SENSetting", 4),
        "setting_other": _text(record, "SENSettingOther", 200),
        "rank": _text(record, "PlacementRank", 1) or "1",
        "sen_unit": _flag(record, "SENunitIndicator"),
        "resourced": _flag(record, "ResourcedProvisionIndicator"),
    }


def _text(record: Record, tag: str, most: int = 120) -> str:
    value: str = record.get(tag, "")
    if len(value) > most or "\x00" in value:
        says = f"It is longer than the {most} characters that {tag} can have."
        raise CannotStore(tag, value, record["_line"], says)
    return value


def _flag(record: Record, tag: str) -> bool | None:
    value = record.get(tag, "")
    if value not in _FLAGS:
        raise CannotStore(tag, value, record["_line"], "This is neither yes (1) nor no (0).")
    return _FLAGS[value]


_FLAGS = {"": None, "1": True, "true": True, "0": False, "false": False}


def _needed_day(record: Record, tag: str, says: str) -> date:
    found = _day(record, tag)
    if found is None:
        raise CannotStore(tag, "", record["_line"], says)
    return found


def _day(record: Record, tag: str) -> date | None:
    value = record.get(tag)
    if not value:
        return None
    found = _date(value)
    if found is None:
        raise CannotStore(tag, value, record["_line"], "This is not a date.")
    return found


@lru_cache(maxsize=1 << 15)
def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
