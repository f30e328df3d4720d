"""Who may see a child, by which tie or post, and since when."""

from dataclasses import dataclass
from datetime import date

from plait.access.matrix import KINDS, REACH, READS
from plait.access.models import FamilyCheck, Tie
from plait.access.reader import Reader, in_force
from plait.access.rights import FAMILY
from plait.people.models import Post, Role

WORKS_FOR_ALL = "Their post serves every child of the area"


@dataclass(frozen=True)
class Sees:
    """One person, or the staff of one setting, who may see a child."""

    who: str
    role: str  # in words
    since: date
    until: date | None
    basis: str
    kinds: tuple[str, ...]  # kinds of information, as the matrix names them
    tie: int | None = None
    emergency: bool = False
    family: bool = False

    @property
    def sees(self) -> str:
        """Say in words what is open to them."""
        return "; ".join(KINDS[kind] for kind in self.kinds)


def kinds_of(role: str) -> tuple[str, ...]:
    """Give the kinds of a child's information a role reads, in the order of the matrix."""
    reads = READS.get(Role(role), "").split()
    return tuple(kind for kind in KINDS if kind in reads and kind != "figure")


def who_may_see(reader: Reader, child_id: int) -> list[Sees]:
    """Give everybody who may see a child today; ties first, then posts for the whole area."""
    return [*_by_tie(reader, child_id), *_by_post(reader)]


def _by_tie(reader: Reader, child_id: int) -> list[Sees]:
    ties = (
        Tie.objects.filter(in_force(reader.today), child_id=child_id, area=reader.area)
        .select_related("user", "organisation")
        .order_by("since", "pk")
    )
    return [
        Sees(
            who=_named(tie, reader),
            role=Role(tie.role).label,
            since=tie.since,
            until=tie.until,
            basis=tie.basis,
            kinds=kinds_of(tie.role),
            tie=tie.pk,
            emergency=tie.emergency,
            family=tie.role in (Role.PARENT, Role.YOUNG_PERSON),
        )
        for tie in ties
    ]


def _named(tie: Tie, reader: Reader) -> str:
    """Name who holds a tie; one of the family is not told the names of the others."""
    if tie.user is None:
        return f"The SENCO of {tie.organisation.name}"
    if reader.roles <= set(FAMILY) and tie.role in FAMILY and tie.user_id != reader.user.pk:
        mine = tie.granted_by_id == reader.user.pk and tie.role == Role.SUPPORTER
        return tie.user.name if mine else "Another member of the family, or somebody they let in"
    return tie.user.name


def _by_post(reader: Reader) -> list[Sees]:
    wide = [r for r in Role if REACH[r] == "area" and kinds_of(r.value) and r != Role.PLAIT]
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role__in=wide)
    return [
        Sees(
            who=post.user.name,
            role=Role(post.role).label,
            since=post.since,
            until=post.until,
            basis=WORKS_FOR_ALL,
            kinds=kinds_of(post.role),
        )
        for post in posts.select_related("user").order_by("role", "user__name")
    ]


def tie_of(reader: Reader, tie_id: int) -> Tie | None:
    """Find a tie of the area that the reader may see."""
    ties = Tie.objects.filter(area=reader.area).select_related("child", "user", "organisation")
    return ties.filter(pk=tie_id).first()


def checks_of(reader: Reader, child_id: int) -> list[FamilyCheck]:
    """Give who was checked before a family member was linked, and by whom."""
    checks = FamilyCheck.objects.filter(child_id=child_id, area=reader.area)
    return list(checks.select_related("user", "checked_by").order_by("checked_on"))
