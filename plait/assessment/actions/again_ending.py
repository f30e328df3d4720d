"""How a new assessment ends, and the letters that its decisions bring."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import REASONS, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.actions.again import held_again, not_to_come, tell
from plait.assessment.models import Reassessment
from plait.cases import clocks_of_acts
from plait.cases.actions_letters import make
from plait.cases.dated_facts import OutOfOrder
from plait.cases.hidden_addresses import ensure_no_hidden_address
from plait.cases.models import Letter
from plait.law.wording import day_in_words
from plait.standards.letter_facts import Fact

Ended = Reassessment.Ended
KINDS = {
    "Y": "agree-to-reassess", "N": "refuse-to-reassess",
    Ended.AMENDED: "final-plan", Ended.KEPT: "keep-after-reassess",
}  # fmt: skip


@transaction.atomic
def end_again(
    *, again: Reassessment, how: str, on: date, why: str, by: Reader, at: datetime
) -> Reassessment:
    """Record that a new assessment ended in an amended plan, or that the plan stays as it is.

    The fourteen weeks are met when the letter that tells of it is sent.
    """
    again = held_again(again, by, "record how a new assessment ended")
    if again.outcome != "Y" or again.decided_on is None:
        raise Refused("No new assessment was agreed, so none can have ended.")
    if again.ended_on:
        raise Refused("It is recorded already how this assessment ended.")
    not_to_come(on, by)
    if on < again.decided_on:
        raise OutOfOrder(f"It was agreed on {day_in_words(again.decided_on)}, after that day.")
    if not why.strip():
        raise Refused("Give the reasons in a few words; the family reads them.")
    ensure_no_hidden_address(again.child_id, (why,))
    say_why("Record how a new assessment ended")
    again.ended_how, again.ended_on, again.ended_why = how, on, fits(why, REASONS, "Why")
    again.save()
    clocks_of_acts.end_all(
        request=again.request, starting="advice:", on=on, why="The new assessment ended."
    )
    tell("again_ended", again, by, at, why=why, outcome=how, on=on.isoformat())
    return again


def letters_again(*, again: Reassessment, by: Reader, at: datetime) -> list[Letter]:
    """Write the drafts of what was decided last; nobody whose draft waits gets a second one."""
    kind = KINDS.get(again.ended_how or again.outcome)
    if kind is None:
        raise Refused("Nothing is decided yet, so there is no letter to write.")
    on, why = _told(again)
    given: dict[str, Fact] = {"decided_on": on, "reasons": why}
    if kind == KINDS[Ended.AMENDED]:
        given["enclosed"] = ["the amended plan"]
    return make(
        child=again.child, request=again.request, kind=kind, given=given, decided_on=on,
        ref=again.ref, by=by, at=at,
    )  # fmt: skip


def _told(again: Reassessment) -> tuple[date, str]:
    """Give the day and the reasons of the decision that the letter tells of."""
    if again.ended_on:
        return again.ended_on, again.ended_why
    assert again.decided_on is not None
    return again.decided_on, "\n\n".join(filter(None, (again.why, again.what_instead)))
