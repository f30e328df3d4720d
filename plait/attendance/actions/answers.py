"""What the family says to a concern: what stands in the way, and what the child says."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, roles_for
from plait.attendance.actions.concerns import State, held_open, tell
from plait.attendance.models import Concern
from plait.people.roles import FAMILY_ROLES
from plait.standards.attendance.barriers import BARRIERS


@transaction.atomic
def answer_concern(
    *, concern: Concern, barriers: Iterable[str], family_says: str, child_says: str, by: Reader,
    at: datetime,
) -> None:  # fmt: skip
    """Keep what a parent or the young person says; a second answer adds to the first."""
    require_write("concern", child=concern.child, by=by, to="answer a concern about attendance")
    if not roles_for(concern.child_id, by) & set(FAMILY_ROLES):
        raise Refused(
            "The answer is the family's own.",
            who_can="Write what they told you in a note, or ask them to answer.",
        )
    named = [one for one in BARRIERS if one in set(barriers)]
    if not named and not family_says.strip() and not child_says.strip():
        raise Refused(_("Choose what stands in the way, or say it in your own words."))
    say_why("Answer a concern about attendance")
    found = held_open(concern)
    again = found.answered_on is not None
    held = set(found.barriers) | set(named)
    found.barriers = [one for one in BARRIERS if one in held]
    found.family_says = _added(found.family_says, family_says, by, again=again)
    found.child_says = _added(found.child_says, child_says, by, again=again)
    found.answered_on, found.answered_by = by.today, by.user
    found.state = State.ANSWERED  # it waits to be read, also where help is being tried
    found.save()
    tell("concern_answered", found, by, at)


def _added(held: str, new: str, by: Reader, *, again: bool) -> str:
    """Put a later answer under the first, with the name of who gave it."""
    said = new.strip()
    if not said:
        return held
    named = f"{by.user.name}: {said}" if again else said
    return f"{held}\n{named}".strip()
