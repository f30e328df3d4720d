"""The first lock: ask before every act."""

from django.db.models import Q

from plait.access.matrix import REACH, WRITES
from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.people.models import Child, Role


def ties_to(child_id: int, reader: Reader) -> list[Tie]:
    """Give the ties in force between a reader, or the settings they serve, and one child."""
    mine = Q(user=reader.user) | Q(organisation__in=reader.settings)
    return list(
        Tie.objects.filter(mine, in_force(reader.today), child_id=child_id, area=reader.area)
    )


def setting_for(child_id: int, reader: Reader) -> int | None:
    """Give the setting a reader speaks for about one child: that of the newest tie to it.

    Who serves one setting alone speaks for it; of several that do not have the child, for none.
    """
    ties = sorted(ties_to(child_id, reader), key=lambda tie: tie.since)
    tied = [tie.organisation_id for tie in ties if tie.organisation_id in reader.settings]
    if tied:
        return tied[-1]
    return next(iter(reader.settings)) if len(reader.settings) == 1 else None


def roles_for(child_id: int, reader: Reader) -> set[str]:
    """Give the roles in which a reader stands to one child: by tie, by setting or area-wide."""
    roles = {role for role in reader.roles if REACH[Role(role)] == "area"}
    for tie in ties_to(child_id, reader):
        if tie.user_id is not None:
            roles.add(tie.role)
        else:
            roles |= {role for role in reader.roles if REACH[Role(role)] == "setting"}
    return roles


def may_write(kind: str, *, child_id: int, by: Reader) -> bool:
    """Say whether a reader may write a kind of information about one child."""
    return any(kind in WRITES.get(Role(r), "").split() for r in roles_for(child_id, by))


def require_write(kind: str, *, child: Child, by: Reader, to: str) -> None:
    """Refuse, in words, an act the reader may not do for this child.

    `to` completes the sentence "Only ... can ...", as in "record an exception".
    """
    if may_write(kind, child_id=child.pk, by=by):
        return
    who = [Role(r).label for r, kinds in WRITES.items() if kind in kinds.split() and r != "plait"]
    raise Refused(
        f"You cannot {to} for {child.name}. It is for: {', '.join(who).lower()}, "
        "with a tie to this child.",
        who_can="Ask the SEND team to allocate the case to you, or to do it for you.",
    )


def through(child_id: int | None, reader: Reader) -> str:
    """Say in a few words through which tie a reader acts, as the journal keeps it."""
    if child_id is None:
        return Role(reader.role).label
    ties = ties_to(child_id, reader)
    if any(tie.emergency for tie in ties):
        return "Emergency access"
    personal = [tie.role for tie in ties if tie.user_id]
    if personal:
        return Role(personal[0]).label
    return Role(reader.role).label
