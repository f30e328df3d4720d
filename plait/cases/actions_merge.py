"""Answer whether two records are one child: join them, keep them apart, take them apart again."""

from datetime import datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.journal import actions as journal
from plait.journal.models import Entry
from plait.people.actions_merge import Joined, join, take_apart
from plait.people.models import Child, SamePerson
from plait.people.near import nhs_numbers

# Everything that follows a child: one who may not open a part could leave it behind unseen.
FOLLOW = (
    "identity",
    "family",
    "case",
    "note",
    "note_family",
    "document",
    "document_pro",
    "document_own",
    "tie",
    "fault",
    "asking",
    "panel",
    "advice",
    "chase",
    "plan",
    "plan_draft",
    "agreement",
    "comment",
    "consultation",
    "letter",
    "message",
    "help",
    "rights",
    "attendance",
    "concern",
    "health",
    "home_education",
    "incoming",
    "missing",
    "objection",
    "provision",
    "signal",
    "support",
    "team",
)
# Open to their writers alone; what is sent takes the record of the advice it belongs to.
STAY = ("advice_own",)
NOTHING_UNSEEN = (
    "Ask a SEND manager: notes and documents move too, and you may not open all of them."
)


@transaction.atomic
def join_records(
    *, question: SamePerson, keep: Child, why: str, by: Reader, at: datetime
) -> Joined:
    """Say that two records are one child, and bring the other into the one that is kept."""
    question = _asked(question, by)
    gone = question.other if keep.pk == question.child_id else question.child
    if not all(by.writes_all(kind) for kind in FOLLOW):
        raise Refused("You cannot join two records.", who_can=NOTHING_UNSEEN)
    if gone.merged_into_id or keep.merged_into_id:
        raise Refused(
            "One of these records is part of another already.", who_can="Look at that one."
        )
    if (one := nhs_numbers(gone)) and (other := nhs_numbers(keep)) and not one & other:
        raise Refused(
            "The records hold different NHS numbers, which are never one child.",
            who_can="Correct the number that is wrong first, with the service that gave it.",
        )
    say_why(why)
    joined = join(gone, into=keep)
    _answer(question, SamePerson.Answer.SAME, why, by, at)
    _tell("records_joined", keep, why, by, at, question, other=gone.pk, moved=joined.moved)
    return joined


@transaction.atomic
def keep_apart(*, question: SamePerson, why: str, by: Reader, at: datetime) -> None:
    """Say that two records are different children; the question is not asked again."""
    question = _asked(question, by)
    say_why(why)
    _answer(question, SamePerson.Answer.DIFFERENT, why, by, at)
    _tell("records_kept_apart", question.child, why, by, at, question, other=question.other_id)


@transaction.atomic
def take_records_apart(*, question: SamePerson, why: str, by: Reader, at: datetime) -> None:
    """Undo a joining: every row it moved goes back, and the question is open again."""
    question = SamePerson.objects.select_for_update(of=("self",)).get(pk=question.pk)
    gone = question.child if question.child.merged_into_id else question.other
    if question.answer != SamePerson.Answer.SAME or gone.merged_into is None:
        raise Refused("These two records are not joined.", who_can="Look at the list of questions.")
    keep = gone.merged_into
    require_write("same_person", child=keep, by=by, to="take two records apart")
    if not all(by.writes_all(kind) for kind in FOLLOW):
        raise Refused("You cannot take two records apart.", who_can=NOTHING_UNSEEN)
    joined = Entry.objects.filter(what="records_joined", child=keep, facts__question=question.pk)
    moved = joined.latest("pk").facts["moved"]
    say_why(why)
    take_apart(gone, out_of=keep, moved=moved)
    _answer(question, SamePerson.Answer.OPEN, why, by, at)
    _tell("records_taken_apart", keep, why, by, at, question, other=gone.pk)


def _asked(question: SamePerson, by: Reader) -> SamePerson:
    held = SamePerson.objects.select_for_update(of=("self",)).get(pk=question.pk)
    require_write(
        "same_person", child=held.child, by=by, to="say whether two records are one child"
    )
    if held.answer != SamePerson.Answer.OPEN:
        raise Refused(
            f"This was answered already: {held.get_answer_display().lower()}.",
            who_can="Take the records apart first, if that was wrong.",
        )
    return held


def _answer(
    question: SamePerson, answer: SamePerson.Answer, why: str, by: Reader, at: datetime
) -> None:
    question.answer, question.answer_why = answer, why
    question.answered_by, question.answered_at = by.user, at
    question.save(update_fields=["answer", "answer_why", "answered_by", "answered_at"])


def _tell(
    what: str,
    child: Child,
    why: str,
    by: Reader,
    at: datetime,
    question: SamePerson,
    **facts: object,
) -> None:
    journal.write(
        what, area=by.area, child=child, by=by.user, why=why, at=at, question=question.pk, **facts
    )
