"""The advice of a case as a plan lists it in section K: given, held, or missing and why."""

from plait.assessment.models import Advice
from plait.cases.evidence import AdviceTold
from plait.law.plan.kinds import AdviceKind
from plait.law.wording import day_in_words

# How regulation 6(1)'s kinds are called in the open file of a plan.
KIND = {
    "medical": AdviceKind.HEALTH,
    "family_asked": AdviceKind.ASKED_BY_FAMILY,
    "qualified_teacher": AdviceKind.OTHER,
}
ADVICE = Advice._meta.db_table  # all that is told here is in its rows
IS_THERE = (Advice.State.GIVEN, Advice.State.HELD)


def advice_told(request_id: int) -> list[AdviceTold]:
    """Give every piece of advice that was asked for, in the order it was, the family's own last.

    One parent does not read what the other said: the numbers of the rest are the same for both.
    """
    asked = Advice.objects.filter(request_id=request_id).order_by("asked_on", "id")
    rows = sorted(asked, key=lambda row: row.kind == "family")
    teacher = next((r.giver_name for r in rows if r.kind == "qualified_teacher"), "")
    return [_told(row, teacher) for row in rows]


def _told(row: Advice, teacher: str) -> AdviceTold:
    known = {kind.value for kind in AdviceKind}
    kind = KIND.get(row.kind) or (AdviceKind(row.kind) if row.kind in known else AdviceKind.OTHER)
    missing = row.state not in IS_THERE
    return AdviceTold(
        ref=row.ref,
        kind=kind.value,
        author=row.given_by_name or row.giver_name,
        role=row.giver_post,
        dated=None if missing else row.dated_on or row.given_on or row.asked_on,
        missing=missing,
        why_missing=_why(row) if missing else "",
        consulted=teacher if kind is AdviceKind.EDUCATION else "",
    )


def _why(row: Advice) -> str:
    if row.state == Advice.State.ENDED:
        return row.ended_why or "No longer asked for."
    return f"Asked for on {day_in_words(row.asked_on)} and not given yet."
