"""Find a child one has no tie to, for an emergency; and who has done so."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader
from plait.access.rights import MANAGER
from plait.people.matching import name_key
from plait.people.models import Post, Role


@dataclass(frozen=True)
class Found:
    """A child found for an emergency: enough to be sure it is the right one, no more."""

    id: int
    forename: str
    surname: str
    birth_date: date

    @property
    def name(self) -> str:
        """The name, as it stands on the record."""
        return f"{self.forename} {self.surname}".strip()


def find(reader: Reader, *, number: str, surname: str, born: date | None) -> list[Found]:
    """Find by an exact number, or by surname and birth date together."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM plait_emergency_find(%s, %s, %s)",
            [number.strip().upper().replace(" ", ""), name_key(surname), born],
        )
        return [Found(*row) for row in cursor.fetchall()]


def emergencies(reader: Reader) -> QuerySet[Tie]:
    """Give the emergency accesses of the area, newest first, as far as the reader may see."""
    return (
        Tie.objects.filter(area=reader.area, emergency=True)
        .select_related("user", "child")
        .order_by("-since", "-pk")
    )


def who_watches(reader: Reader) -> list[str]:
    """Give the addresses of those who are told of an emergency access."""
    roles = (MANAGER, Role.DATA_OFFICER.value)
    posts = Post.objects.filter(area=reader.area, role__in=roles, since__lte=reader.today)
    posts = posts.exclude(until__lt=reader.today).filter(user__is_active=True)
    return sorted(set(posts.exclude(user=reader.user).values_list("user__email", flat=True)))
