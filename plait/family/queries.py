"""A family's own children, their messages and notices; an officer's waiting answers."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.family.models import Message, Notice, Preference
from plait.people.models import Child, Role, User
from plait.people.roles import WITH_FAMILY


def my_children(reader: Reader) -> list[Child]:
    """Give the children the reader follows as their family or with its leave, eldest first."""
    mine = Tie.objects.filter(
        in_force(reader.today), user=reader.user, role__in=WITH_FAMILY, area=reader.area
    )
    return list(Child.objects.filter(pk__in=mine.values("child")).order_by("birth_date", "id"))


def named_person(child_id: int, reader: Reader) -> User | None:
    """Give the person a family writes to: the caseworker the child was allocated to last."""
    ties = Tie.objects.filter(
        in_force(reader.today),
        child_id=child_id,
        area=reader.area,
        role=Role.CASEWORKER,
        emergency=False,
        user__isnull=False,
    )
    newest = ties.select_related("user").order_by("-since", "-id").first()
    return newest.user if newest else None


def cover_of(child_id: int, reader: Reader) -> Tie | None:
    """Give the tie of whoever stands in for a child's caseworker today, if somebody does."""
    ties = Tie.objects.filter(
        in_force(reader.today), child_id=child_id, area=reader.area, role=Role.CASEWORKER,
        covers__isnull=False, user__isnull=False,
    )  # fmt: skip
    return ties.select_related("user", "covers__user").order_by("-since", "-id").first()


def thread(child_id: int, family: int) -> list[Message]:
    """Give one person's messages about one child, oldest first."""
    found = Message.objects.filter(child_id=child_id, family_id=family)
    return list(found.select_related("written_by").order_by("at", "id"))


@dataclass(frozen=True)
class Writer:
    """Somebody of the family who wrote about a child."""

    user: User
    waiting: Message | None


def writers(child_id: int) -> list[Writer]:
    """Give those of the family who wrote, each with the oldest message that waits."""
    found: dict[int, Writer] = {}
    for message in (
        Message.objects.filter(child_id=child_id).select_related("family").order_by("at", "id")
    ):
        held = found.get(message.family_id)
        waits = message.answered_at is None and message.written_by_id == message.family_id
        if held is None or (held.waiting is None and waits):
            found[message.family_id] = Writer(message.family, message if waits else None)
    return list(found.values())


def waiting_for(reader: Reader) -> QuerySet[Message]:
    """Give the messages that wait for an answer, those to the reader first; oldest promise first.

    Whoever covers sees those of the children they cover; a SEND manager sees every one of the
    area, so that none is lost when somebody is away.
    """
    open_ones = Message.objects.filter(
        area=reader.area, answered_at__isnull=True, reply_by__isnull=False
    )
    if not reader.sees_all("message"):
        covered = Tie.objects.filter(
            in_force(reader.today), area=reader.area, user=reader.user, covers__isnull=False
        )
        open_ones = open_ones.filter(Q(to=reader.user) | Q(child__in=covered.values("child")))
    return open_ones.select_related("child", "family", "to").order_by("reply_by", "id")


def notices_of(reader: Reader, child_id: int) -> QuerySet[Notice]:
    """Give what changed on a child's record, as it was told to the reader, newest first."""
    return Notice.objects.filter(user=reader.user, child_id=child_id).order_by("-at", "-id")


def let_in_by(reader: Reader, child_id: int) -> list[Tie]:
    """Give those whom the reader lets read with them, the newest first."""
    ties = Tie.objects.filter(
        in_force(reader.today), child_id=child_id, granted_by=reader.user, role=Role.SUPPORTER
    )
    return list(ties.select_related("user").order_by("-since", "-id"))


def preference_of(user: User) -> Preference | None:
    return Preference.objects.filter(user=user).first()


def answered_since(reader: Reader, since: datetime) -> list[Message]:
    """Give the messages answered since then, to measure how promises were kept."""
    answered = Message.objects.filter(
        area=reader.area, answered_at__gte=since, reply_by__isnull=False
    )
    if not reader.sees_all("message"):
        answered = answered.filter(to=reader.user)
    return list(answered)


def letters_to_post(reader: Reader) -> int:
    """Count the notices of people who want a letter, and have had none yet."""
    return Notice.objects.filter(
        area=reader.area, sent_how=Preference.How.LETTER, sent_at__isnull=True
    ).count()


def is_young_person(reader: Reader) -> bool:
    """Say whether the reader follows a record of their own."""
    own = Tie.objects.filter(in_force(reader.today), user=reader.user, role=Role.YOUNG_PERSON)
    return own.exists()
