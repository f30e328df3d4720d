"""The person who reads, in one area, with the posts they hold today."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from plait.access.matrix import REACH, READS, WRITES
from plait.people.models import Area, Post, Role, User


@dataclass(frozen=True)
class Reader:
    """Somebody acting in an area on a day; every query is asked on behalf of one."""

    user: User
    area: Area
    today: date
    roles: frozenset[str]
    settings: frozenset[int] = field(default_factory=frozenset)  # organisations their posts serve
    role: str = ""  # the one they work in now, shown in the band

    def holds(self, *roles: str) -> bool:
        """Say whether the reader holds any of these roles in a post."""
        return bool(self.roles & set(roles))

    @property
    def wide_kinds(self) -> frozenset[str]:
        """The kinds of information the reader's posts open for every child of the area."""
        return frozenset(
            kind
            for role in self.roles
            if REACH[Role(role)] == "area"
            for kind in READS.get(Role(role), "").split()
        )

    def sees_all(self, kind: str = "identity") -> bool:
        """Say whether a kind of information is open to the reader for the whole area."""
        return kind in self.wide_kinds

    def writes_all(self, kind: str) -> bool:
        """Say whether the reader may write a kind of information for the whole area."""
        return any(
            REACH[Role(role)] == "area" and kind in WRITES.get(Role(role), "").split()
            for role in self.roles
        )


def in_force(today: date, prefix: str = "") -> Q:
    """Give the condition that a post or tie holds on a day."""
    return Q(**{f"{prefix}since__lte": today}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": today})
    )


def posts_of(user: User, *, today: date) -> list[Post]:
    """Give the posts a person holds on a day, in any area."""
    return list(
        Post.objects.filter(in_force(today), user=user).select_related("area").order_by("id")
    )


def reader_from(user: User, posts: list[Post], area: Area, *, today: date) -> Reader:
    """Make the reader of one area from the posts held there; a family member holds none."""
    here = [post for post in posts if post.area_id == area.pk]
    family = frozenset({Role.PARENT.value}) if not here else frozenset()
    return Reader(
        user=user,
        area=area,
        today=today,
        roles=frozenset(post.role for post in here) or family,
        settings=frozenset(p.organisation_id for p in here if p.organisation_id),
        role=here[0].role if here else Role.PARENT.value,
    )
