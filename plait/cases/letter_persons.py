"""Who must be told of a child's case: each parent apart, the young person, setting and services."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from plait.access.models import Tie
from plait.access.reader import in_force
from plait.cases.models import NamedSetting, Placement
from plait.law.letters_told import Whom
from plait.law.rights import Holder, who_holds
from plait.people.models import Child, FamilyTie, Organisation, Post, Role


@dataclass(frozen=True)
class Person:
    """Somebody a letter goes to; `key` tells them from all others of this child."""

    whom: Whom
    key: str
    name: str
    address: str = ""
    email: str = ""
    user: int | None = None
    is_the_child: bool = False
    unsafe: bool = False  # to write to, as the family's own record says


def persons_of(child: Child, whom: tuple[Whom, ...], *, on: date) -> list[Person]:
    """Give everybody of these kinds, each once; whoever an act itself names is not found here."""
    found = [person for one in whom for person in FINDERS[one](child, on)]
    return list({person.key: person for person in found}.values())


def family_of(child: Child, on: date) -> Iterator[Person]:
    """The young person once the rights are theirs; until then each parent separately."""
    if who_holds(child.birth_date, on) is Holder.YOUNG_PERSON:
        yield _young_person(child, on)
        return
    ties = _ties(child, on, Role.PARENT)
    seen: set[int | None] = set()
    for tie in _carers(child, on):
        carer = tie.carer
        seen.add(carer.user_id)
        yield Person(
            Whom.FAMILY, f"carer:{carer.pk}", carer.name, carer.address, carer.email,
            carer.user_id if carer.user_id in ties else None, unsafe=tie.unsafe_to_tell,
        )  # fmt: skip
    for user in (user for key, user in ties.items() if key not in seen):
        yield Person(Whom.FAMILY, f"user:{user.pk}", user.name, "", user.email, user.pk)


def _young_person(child: Child, on: date) -> Person:
    user = next(iter(_ties(child, on, Role.YOUNG_PERSON).values()), None)
    return Person(
        Whom.FAMILY, "child", child.name, "", user.email if user else "",
        user.pk if user else None, is_the_child=True,
    )  # fmt: skip


def _carers(child: Child, on: date) -> list[FamilyTie]:
    """Parents and those who care for the child; one who has no responsibility only if they do."""
    no = Q(responsibility=FamilyTie.Responsibility.NO) & ~Q(lives_with=True)
    ties = FamilyTie.objects.filter(Q(until__isnull=True) | Q(until__gte=on), child=child)
    ordered = ties.exclude(no).select_related("carer").order_by("id")
    return list({tie.carer_id: tie for tie in ordered}.values())


def _ties(child: Child, on: date, role: str) -> dict[int, object]:
    ties = Tie.objects.filter(in_force(on), child=child, role=role, user__isnull=False)
    return {tie.user_id: tie.user for tie in ties.select_related("user").order_by("id")}


def _settings(child: Child, on: date) -> Iterator[Person]:
    """The settings on whose roll the child is, or where it is placed now."""
    rolled = Tie.objects.filter(in_force(on), child=child, organisation__isnull=False)
    placed = Placement.objects.filter(child=child, left_on__isnull=True, entered_on__lte=on)
    which = Q(pk__in=rolled.values("organisation")) | Q(pk__in=placed.values("organisation"))
    yield from _heads(Whom.SETTING, Organisation.objects.filter(which, kind="setting"))


def _named(child: Child, on: date) -> Iterator[Person]:
    named = NamedSetting.objects.filter(child=child, plan__ceased_on__isnull=True)
    yield from _heads(
        Whom.NAMED_SETTING, Organisation.objects.filter(pk__in=named.values("organisation"))
    )


def _heads(whom: Whom, settings: object) -> Iterator[Person]:
    for one in settings.order_by("name"):
        address = "\n".join(filter(None, (one.name, one.postcode)))
        yield Person(whom, f"{whom}:{one.pk}", f"Head or principal, {one.name}", address)


def _health(child: Child, on: date) -> Iterator[Person]:
    """The integrated care board: where the area's designated clinical officer works."""
    posts = Post.objects.filter(in_force(on), area_id=child.area_id, role=Role.DCO)
    post = posts.select_related("organisation").order_by("id").first()
    board = post.organisation.name if post and post.organisation else "The integrated care board"
    yield Person(Whom.HEALTH, "health", board)


def _social_care(child: Child, on: date) -> Iterator[Person]:
    yield Person(Whom.SOCIAL_CARE, "social_care", f"Officer for social care, {child.area.name}")


FINDERS = {
    Whom.FAMILY: family_of,
    Whom.SETTING: _settings,
    Whom.NAMED_SETTING: _named,
    Whom.HEALTH: _health,
    Whom.SOCIAL_CARE: _social_care,
    Whom.ONE_ASKED: lambda child, on: (),
}
