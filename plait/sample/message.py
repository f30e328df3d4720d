"""One child as a SEN2 person, seen through one file's window: nothing later than its last day."""

from datetime import date
from typing import Any

from plait.standards.sen2.sex import gender_current_of

from .days import Window
from .stories import Child, PhaseTransfer, Placement, Plan, Request, Review

Group = dict[str, Any]


def person(child: Child, view: Window) -> Group | None:
    """The child as this file tells of it, or None when the file has nothing to tell."""
    groups = [group for request in child.requests if (group := _request(request, view))]
    return _who(child, view.ends) | {"Requests": groups} if groups else None


def _who(child: Child, on: date) -> Group:
    who = {
        "Surname": _then(child.earlier_surname, child.surname, on),
        "Forename": _then(child.earlier_forename, child.forename, on),
        "PersonBirthDate": child.born.isoformat(),
        "Sex": child.sex,
        "GenderCurrent": gender_current_of(child.sex),  # the writer takes the one of its year
        "Ethnicity": child.ethnicity,
        "PostCode": child.moved[1] if child.moved and child.moved[0] <= on else child.postcode,
        "UPN": _then(child.earlier_upn, child.upn, on),
        "UniqueLearnerNumber": child.uln,
        "UPNunknown": child.unknown,
    }
    return {tag: text for tag, text in who.items() if text}


def _then(earlier: tuple[date, str] | None, now: str, on: date) -> str:
    """What was true on a day, when it was something else until then."""
    return earlier[1] if earlier and on < earlier[0] else now


def _request(request: Request, view: Window) -> Group | None:
    if request.received is None:
        return _older(request, view)
    if request.received > view.ends:
        return None
    asked = {
        "ReceivedDate": request.received.isoformat(),
        "RequestSource": request.source,
        "RYA": "0",
    }
    if not request.decided or request.decided > view.ends:
        return asked | {"RequestOutcome": "A"}
    if request.outcome in "NW" and request.decided < view.starts:
        return None
    if request.outcome == "W":
        return asked | {"RequestOutcome": "W"}
    decided = asked | {
        "RequestOutcomeDate": request.decided.isoformat(),
        "RequestOutcome": request.outcome,
        "RequestMediation": _flag(request.mediation),
        "RequestTribunal": _flag(request.appeal),
    }
    return decided if request.outcome == "N" else _agreed(request, decided, view)


def _agreed(request: Request, decided: Group, view: Window) -> Group | None:
    if request.exported_on and request.exported_on <= view.ends:
        exported = decided | {"Exported": request.exported_to}
        return exported if request.exported_on >= view.starts else None
    if not request.ended or request.ended > view.ends:
        return decided | {"Assessment": {"AssessmentOutcome": "A"}}
    if request.ended < view.starts:
        return _older(request, view)
    if request.ended_as == "W":
        return decided | {"Assessment": {"AssessmentOutcome": "W"}}
    assessment = {
        "AssessmentOutcome": request.ended_as,
        "AssessmentOutcomeDate": request.ended.isoformat(),
        "AssessmentMediation": "0",
        "AssessmentTribunal": "0",
    }
    if not request.plan:
        return decided | {"Assessment": assessment}
    assessment |= {"OtherMediation": "0", "OtherTribunal": "0"}
    assessment["Week20"] = _flag(request.exception)
    return decided | _with_plan(assessment, request.plan, view)


def _older(request: Request, view: Window) -> Group | None:
    """A plan from before the window goes under outcomes H, as the guide asks."""
    plan = request.plan
    if plan is None or plan.starts > view.ends or (plan.ceased and plan.ceased < view.starts):
        return None
    if plan.came_on and plan.came_on > view.ends:
        return None
    return {"RequestOutcome": "H"} | _with_plan({"AssessmentOutcome": "H"}, plan, view)


def _with_plan(assessment: Group, plan: Plan, view: Window) -> Group:
    over = bool(plan.ceased and plan.ceased <= view.ends)
    groups = {"Assessment": assessment | {"NamedPlan": _named(plan, view, over)}}
    return groups if over else groups | {"ActivePlans": _active(plan, view)}


def _named(plan: Plan, view: Window, over: bool) -> Group:
    named = [p for p in plan.placements if p.starts <= view.ends and not p.second]
    latest = named[-1] if named else None
    group: Group = {"StartDate": plan.starts.isoformat(), "PlanDetail": [_detail(latest)]}
    if latest and latest.residential:
        group["PlanRes"] = latest.residential
    group["PB"] = _flag(bool(plan.budget))
    if plan.budget:
        group["OA"] = _flag(plan.budget == "OA")
    if plan.budget and plan.budget != "OA":
        group["DP"] = plan.budget
    if over and plan.ceased:
        group |= {"CeaseDate": plan.ceased.isoformat(), "CeaseReason": plan.reason}
    return group


def _detail(placement: Placement | None) -> Group:
    """The setting a plan names; someone out of education has a type of setting in the plan."""
    if not placement or placement.code in ("NEET", "NIEC", "NIEO"):
        where = {"SENSetting": "OTH", "SENSettingOther": "A type of setting, none named"}
    else:
        where = _where(placement)
    return where | {"PlacementRank": "1"} | _flags(placement)


def _where(placement: Placement) -> Group:
    if placement.setting:
        college = placement.setting.kind == "college"
        return {"UKPRN": placement.setting.ukprn} if college else {"URN": placement.setting.urn}
    where = {"SENSetting": placement.code}
    return where | {"SENSettingOther": placement.why} if placement.why else where


def _flags(placement: Placement | None) -> Group:
    return {
        "SENunitIndicator": _flag(bool(placement and placement.unit)),
        "ResourcedProvisionIndicator": _flag(bool(placement and placement.resourced)),
    }


def _active(plan: Plan, view: Window) -> Group:
    group: Group = {}
    if plan.came_on and view.starts <= plan.came_on <= view.ends:
        group["TransferLA"] = plan.came_from
    group["PlacementDetail"] = [_placed(p, view) for p in _told(plan, view)]
    group["SENneed"] = [
        {"SENtype": need, "SENtypeRank": str(rank)} for rank, need in enumerate(plan.needs, 1)
    ]
    held = [review for review in plan.reviews if review.meeting <= view.ends]
    group |= _reviewed(held[-1], view) if held else {}
    group |= _transfer(plan.transfers, view)
    return {tag: value for tag, value in group.items() if value}


def _told(plan: Plan, view: Window) -> list[Placement]:
    """The placements open on the last day, and the latest that ended in the window."""
    begun = [p for p in plan.placements if p.starts <= view.ends]
    current = [p for p in begun if not p.ends or p.ends > view.ends]
    left = [p for p in begun if p.ends and view.starts <= p.ends <= view.ends and not p.second]
    told = (left[-1:] if len(current) < 2 else []) + current
    return told or begun[-1:]


def _placed(placement: Placement, view: Window) -> Group:
    group = _where(placement) | {"PlacementRank": "2" if placement.second else "1"}
    group["EntryDate"] = placement.starts.isoformat()
    if placement.ends and placement.ends <= view.ends:
        group["LeavingDate"] = placement.ends.isoformat()
    group |= _flags(placement)
    return group | {"Res": placement.residential} if placement.residential else group


def _reviewed(review: Review, view: Window) -> Group:
    group = {"ReviewMeeting": review.meeting.isoformat()}
    if review.decided and review.decided <= view.ends:
        group |= {"ReviewOutcome": review.outcome, "LastReview": review.decided.isoformat()}
        if review.draft and review.draft <= view.ends:
            group["ReviewDraft"] = review.draft.isoformat()
    return group


def _transfer(transfers: list[PhaseTransfer], view: Window) -> Group:
    """The transfer due in the window; today's extract looks ahead to the coming one as well."""
    due = [t for t in transfers if view.starts <= t.due and (view.live or t.due <= view.ends)]
    if not due:
        return {}
    group = {"PhaseTransferDueDate": due[-1].due.isoformat()}
    final = due[-1].final
    if final and final <= view.ends:
        group["PhaseTransferFinalDate"] = final.isoformat()
    return group


def _flag(yes: bool) -> str:
    return "1" if yes else "0"
