"""What the family says of a draft, and the answer each comment is owed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plait.access.lengths import COMMENT, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.people.models import User
from plait.plans.actions.telling import tell
from plait.plans.models import Comment, Version


@transaction.atomic
def comment(
    *, version: Version, ref: str, text: str, by: Reader, at: datetime, said_by: User | None = None
) -> Comment:
    """Say something of one statement, or of the whole draft.

    An officer who takes down what was said by telephone or at a meeting names who said it.
    """
    require_write("comment", child=version.child, by=by, to="comment on a draft")
    if version.stage != Version.Stage.SERVED:
        raise Refused(
            "Only a draft that is with the family is commented on.",
            who_can="Write a message to the caseworker about another version.",
        )
    if ref and not version.statements.filter(ref=ref).exists():
        raise Refused(f"There is no {ref} in this draft.")
    text = fits(text.strip(), COMMENT, _("The comment"))
    row = Comment.objects.create(
        area=by.area, child=version.child, version=version, ref=ref, text=text,
        written_by=said_by or by.user, taken_down_by=by.user if said_by else None, at=at,
    )  # fmt: skip
    tell("draft_commented", child=version.child, by=by, at=at, version=version.pk, ref=ref)
    return row


@transaction.atomic
def answer_comment(
    *, comment: Comment, accepted: bool, answer: str, by: Reader, at: datetime
) -> None:
    """Answer a comment: whether the draft changes for it, and why."""
    require_write("plan_draft", child=comment.child, by=by, to="answer a comment")
    row = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if row.answer:
        raise Refused("This comment was answered already. Look at the answer, then write again.")
    row.accepted, row.answer = accepted, fits(answer.strip(), COMMENT, _("The answer"))
    row.answered_by, row.answered_at = by.user, at
    row.save(update_fields=["accepted", "answer", "answered_by", "answered_at"])
    tell(
        "comment_answered", child=row.child, by=by, at=at, comment=row.pk,
        family=row.written_by_id, accepted=accepted,
    )  # fmt: skip
