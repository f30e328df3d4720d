"""How a reader stands to one child: the ties in force, and the roles they read in."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.access.matrix import REACH, READS, WRITES
from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.people.models import Role
from plait.people.roles import WITH_FAMILY


@dataclass
class Standing:
    """How a reader stands to one child: the ties in force, and the roles they read in."""

    ties: list[Tie]
    roles: frozenset[str]
    through: str

    @property
    def as_family(self) -> bool:
        """Whether the reader comes only as the family, the young person, or with their leave."""
        return bool(self.roles) and self.roles <= set(WITH_FAMILY)

    def may_read(self, kind: str) -> bool:
        return any(kind in READS.get(Role(role), "").split() for role in self.roles)

    def may_write(self, kind: str) -> bool:
        return any(kind in WRITES.get(Role(role), "").split() for role in self.roles)


def standing_of(reader: Reader, child_id: int) -> Standing:
    """Say how the reader stands to a child, from the ties they may see and the posts they hold."""
    ties = Tie.objects.filter(in_force(reader.today), child_id=child_id)
    with_people = ties.select_related("user", "organisation", "post")
    return standing_by(list(with_people.order_by("since", "id")), reader)


def standing_by(ties: list[Tie], reader: Reader) -> Standing:
    """Say how the reader stands to a child whose ties in force are these."""
    roles = {role for role in reader.roles if REACH[Role(role)] == "area"}
    mine = [tie for tie in ties if tie.user_id == reader.user.pk]
    roles |= {tie.role for tie in mine}
    if any(tie.organisation_id in reader.settings for tie in ties if tie.organisation_id):
        roles |= {role for role in reader.roles if REACH[Role(role)] == "setting"}
    return Standing(ties, frozenset(roles), _through(mine, reader))


def _through(mine: Iterable[Tie], reader: Reader) -> str:
    """Name the tie as the journal keeps it."""
    held = list(mine)
    if any(tie.emergency for tie in held):
        return "Emergency access"
    return Role(held[0].role if held else reader.role).label
