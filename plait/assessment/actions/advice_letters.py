"""The letters of advice: one to each giver who is asked, one with each reminder, kept as sent.

The e-mail stays the way they are sent: it says that advice waits, and its link leads to it.
"""

from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.models import Advice
from plait.cases.actions_letters import make
from plait.cases.actions_letters_sent import send
from plait.cases.letter_persons import Person, family_of
from plait.cases.models import Letter
from plait.law import advice as law
from plait.law.letters_told import Whom
from plait.standards.letter_facts import Fact

ASK, CHASE = "ask-for-advice", "chase-advice"
CARRIED_BY = {ASK: "asked for the advice", CHASE: "reminded them"}
NOTHING_YET = "nothing so far: the family has said and sent nothing that may go with it"


def letter_of(*, advice: Advice, kind: str, to: str, by: Reader, at: datetime) -> Letter | None:
    """Write the letter that asks or reminds one giver, and send it where an e-mail carries it.

    Without an address, or while something keeps it from going, it waits as a draft. Nothing where
    such a draft waits already.
    """
    made = make(
        child=advice.child, request=advice.request, kind=kind, given=_given(advice), by=by, at=at,
        ref=advice.ref, asked=_giver(advice, to, by),
    )  # fmt: skip
    if not made or not to:
        return made[0] if made else None
    return _sent(made[0], kind, to, by, at)


def _sent(letter: Letter, kind: str, to: str, by: Reader, at: datetime) -> Letter:
    try:
        with transaction.atomic():
            Letter.objects.filter(pk=letter.pk).update(
                how=Letter.How.EMAIL, to_email=to,
                facts=letter.facts | {"carried_by": CARRIED_BY[kind]},
            )  # fmt: skip
            return send(letter=letter, dated_on=by.today, sent_on=by.today, by=by, at=at)
    except Refused:  # the draft shows what keeps it
        return letter


def _given(advice: Advice) -> dict[str, Fact]:
    papers = [str(paper.get("title", "")) for paper in advice.told.get("papers", ())]
    said = ["what the family said"] if advice.told.get("said") else []
    return {
        "advice_kind": law.kind(advice.kind).title,
        "asked_on": advice.asked_on,
        "reply_by": advice.due_on,
        "enclosed": [*said, *filter(None, papers)] or [NOTHING_YET],
    }


def _giver(advice: Advice, to: str, by: Reader) -> Person:
    """One of the family is the person their other letters go to, with what the record warns of."""
    if advice.body == "family" and advice.giver_id:
        known = (one for one in family_of(advice.child, by.today) if one.user == advice.giver_id)
        if found := next(known, None):
            return found
    name = ", ".join(filter(None, (advice.giver_name, advice.giver_post)))
    at = advice.giver_setting.name if advice.giver_setting else ""
    address = at if at != advice.giver_name else ""
    return Person(Whom.ONE_ASKED, advice.ref, name, address, to, None)
