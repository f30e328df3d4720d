"""The team around a child: who leads, who stands in, and who may be asked to lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from plait.access.matrix import REACH, READS
from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.people.models import Post, Role, User
from plait.people.roles import WITH_FAMILY
from plait.watch.models import Lead, Signal
from plait.watch.rules_signals import TRIPWIRES

# Whose post opens every child of the area, and who work with children one by one.
MAY_LEAD = (
    Role.CASEWORKER, Role.SEND_MANAGER, Role.DCO, Role.ATTENDANCE_OFFICER,
    Role.HOME_EDUCATION_OFFICER, Role.SENCO, Role.HEALTH_ADVISER, Role.SOCIAL_CARE,
)  # fmt: skip


@dataclass(frozen=True)
class Team:
    """Who leads for a child, whether they still hold a post here, and who led before."""

    lead: Lead | None
    gone: bool
    before: list[Lead]

    @property
    def vacant(self) -> bool:
        """Nobody is named, or whoever is has left."""
        return self.lead is None or self.gone


def team_of(child_id: int, reader: Reader) -> Team:
    """Give who leads for a child today, and who did."""
    rows = Lead.objects.filter(child_id=child_id).select_related("person", "deputy")
    held = list(rows.order_by("-since", "-id"))
    lead = next((one for one in held if one.until is None), None)
    gone = lead is not None and not _posts(reader).filter(user=lead.person_id).exists()
    return Team(lead, gone, [one for one in held if one.until is not None])


def may_lead(ties: Iterable[Tie], reader: Reader) -> list[User]:
    """Give those who may lead: each reads this child's record already, by a tie or a post."""
    ties = list(ties)
    wide = [role for role in MAY_LEAD if REACH[role] == "area" and "team" in READS[role].split()]
    schools = [tie.organisation_id for tie in ties if tie.organisation_id]
    found = {tie.user_id for tie in ties if tie.user_id and tie.role not in WITH_FAMILY}
    posts = _posts(reader)
    found |= set(posts.filter(role__in=wide).values_list("user", flat=True))
    of_school = posts.filter(role=Role.SENCO, organisation__in=schools)
    found |= set(of_school.values_list("user", flat=True))
    return list(User.objects.filter(pk__in=found).order_by("name", "id"))


def posts_of_people(people: Iterable[int], reader: Reader) -> dict[int, str]:
    """Give what each person's post here is called."""
    rows = _posts(reader).filter(user__in=people).order_by("-since", "-id")
    return {post.user_id: post.title or post.get_role_display() for post in rows}


def without_lead(reader: Reader) -> QuerySet[Signal]:
    """Give the open tripwires of children for whom nobody leads, the soonest due first."""
    leads = Lead.objects.filter(child=OuterRef("child"), until__isnull=True)
    here = Exists(_posts(reader).filter(user=OuterRef("person")))
    rows = Signal.objects.filter(area=reader.area, state=Signal.State.OPEN, rule__in=TRIPWIRES)
    rows = rows.filter(~Exists(leads.filter(here)))
    return rows.select_related("child").order_by("due_on", "id")


def _posts(reader: Reader) -> QuerySet[Post]:
    return Post.objects.filter(in_force(reader.today), area=reader.area)
