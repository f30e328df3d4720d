"""Who works in the area, in which posts, with how many cases."""

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from plait.access.models import Draw, Recovery, Tie
from plait.access.reader import Reader, in_force
from plait.access.rights import CASELOADS
from plait.people.models import Organisation, Post, Role, User


def staff_of(
    reader: Reader, *, role: str = "", words: str = "", gone: bool = False
) -> QuerySet[User]:
    """Give the people who hold a post in the area, or held one when `gone`."""
    posts = Post.objects.filter(area=reader.area)
    wanted = posts if gone else posts.filter(in_force(reader.today))
    if role:
        wanted = wanted.filter(role=role)
    found = User.objects.filter(pk__in=wanted.values("user"))
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    shown = posts.select_related("organisation").order_by("since", "pk")
    return found.prefetch_related(Prefetch("posts", shown, "posts_here")).order_by("name", "pk")


def person_of(reader: Reader, user_id: int) -> User | None:
    """Find somebody who holds or held a post in the area, with those posts."""
    return staff_of(reader, gone=True).filter(pk=user_id).first() or (
        User.objects.filter(pk=user_id, posts__isnull=True, links__area=reader.area)
        .prefetch_related(Prefetch("posts", Post.objects.none(), "posts_here"))
        .first()
    )


def caseloads(reader: Reader) -> dict[tuple[int, str], int]:
    """Count children by person and role; numbers only, so an administrator may know them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plait_caseloads()")
        return {(user, role): count for user, role, count in cursor.fetchall()}


def post_of(reader: Reader, post_id: int) -> Post | None:
    """Find a post of the area."""
    posts = Post.objects.filter(area=reader.area).select_related("user", "organisation")
    return posts.filter(pk=post_id).first()


def posts_with_cases(reader: Reader) -> QuerySet[Post]:
    """Give the posts in force that can hold cases, without the reader's own."""
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role__in=CASELOADS)
    return posts.exclude(user=reader.user).select_related("user").order_by("user__name", "pk")


def caseworkers(reader: Reader) -> QuerySet[Post]:
    """Give the caseworkers' posts in force, without the reader's own."""
    return posts_with_cases(reader).filter(role=Role.CASEWORKER)


def inspectors(reader: Reader) -> QuerySet[Post]:
    """Give the inspectors' posts in force."""
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role=Role.INSPECTOR)
    return posts.exclude(user=reader.user).select_related("user").order_by("user__name")


def draws(reader: Reader) -> QuerySet[Draw]:
    """Give the draws of cases for inspectors, newest first."""
    return (
        Draw.objects.filter(area=reader.area)
        .select_related("inspector", "drawn_by")
        .order_by("-drawn_at")
    )


def settings_named(words: str) -> QuerySet[Organisation]:
    """Give organisations whose name or number matches, for a post to be held at."""
    return Organisation.objects.filter(Q(name__icontains=words) | Q(urn=words)).order_by("name")


def organisation_by_urn(urn: str) -> Organisation | None:
    """Find a setting by its number."""
    return Organisation.objects.filter(urn=urn).first()


def open_recoveries(reader: Reader) -> QuerySet[Recovery]:
    """Give those of the area who wait to be let in again; never the reader themselves."""
    here = Q(user__posts__area=reader.area) | Q(
        user__in=Tie.objects.filter(area=reader.area, user__isnull=False).values("user")
    )
    return (
        Recovery.objects.filter(here, closed_at__isnull=True)
        .exclude(user=reader.user)
        .select_related("user")
        .distinct()
        .order_by("asked_at")
    )


def recovery_of(reader: Reader, recovery_id: int) -> Recovery | None:
    """Find an open request to be let in again."""
    return open_recoveries(reader).filter(pk=recovery_id).first()
