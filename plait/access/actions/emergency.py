"""Break glass: open one record in an emergency, say why, and be seen to have done it."""

from datetime import date, timedelta

from django.db import transaction

from plait.access.emergency_sql import BREAKS_GLASS
from plait.access.lengths import WHY, fits
from plait.access.models import Tie
from plait.access.queries.emergency import Found, find
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.journal import actions as journal
from plait.people.models import Post, Role

SHORTEST_REASON = 15
BASIS = "Opened in an emergency"


def require_may_break_glass(by: Reader) -> None:
    """Refuse those whose work is not with children one by one."""
    if not by.holds(*BREAKS_GLASS):
        names = ", ".join(Role(role).label for role in BREAKS_GLASS)
        raise Refused(
            f"You cannot open a record in an emergency. It is for: {names}.",
            who_can="Ring the SEND team or the emergency duty team.",
        )


def search(*, number: str, surname: str, born: date | None, by: Reader) -> list[Found]:
    """Look for one child by an exact number, or by surname and birth date; journalled."""
    require_may_break_glass(by)
    found = find(by, number=number, surname=surname, born=born)
    journal.write(
        "emergency_searched",
        area=by.area,
        by=by.user,
        found=[one.id for one in found],
        by_number=bool(number),
    )
    return found


@transaction.atomic
def open_record(*, found: Found, why: str, by: Reader) -> Tie:
    """Open a child's record until the end of the next day, in the role the reader holds."""
    require_may_break_glass(by)
    if len(why.strip()) < SHORTEST_REASON:
        raise Refused("Say in a sentence what the emergency is. The family will read it.")
    posts = Post.objects.filter(in_force(by.today), area=by.area, user=by.user)
    post = posts.filter(role__in=BREAKS_GLASS).order_by("pk").first()
    tie = Tie.objects.create(
        area=by.area,
        child_id=found.id,
        user=by.user,
        role=post.role,
        post=post,
        since=by.today,
        until=by.today + timedelta(days=1),
        basis=BASIS,
        why=fits(why.strip(), WHY, "The reason"),
        granted_by=by.user,
        emergency=True,
    )
    # The family reads this line on its own page; the database keeps it from an adult
    # whom it would be unsafe to tell.
    journal.write(
        "emergency_opened",
        area=by.area,
        by=by.user,
        child=tie.child,
        why=why.strip(),
        through="Emergency access",
        until=tie.until.isoformat(),
        tie=tie.pk,
    )
    return tie
