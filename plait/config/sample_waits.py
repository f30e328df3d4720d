"""Episodes of the made-up area: who was seen, who waits, and what they get meanwhile."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from plait.access.context import acting_as
from plait.access.models import Tie
from plait.access.reader import Reader, posts_of, reader_from
from plait.config.refusal import Refusal
from plait.config.sample_advice import ASKER
from plait.health.actions.episodes import open_episode, record_contact, record_treatment
from plait.health.actions.equipment import record_equipment
from plait.health.actions.meanwhile import check_in, escalate, offer_meanwhile
from plait.health.models import Episode
from plait.people.models import Area, Child, User

# Service, kind, and how long those before waited; those after them wait so long by now.
SERVICES = (
    ("speech-and-language", "therapy", (41, 63, 77, 96, 120, 152, 188), (35, 131, 204)),
    ("occupational-therapy", "therapy", (55, 70, 99, 140, 175), (20, 260)),
    ("neurodevelopmental", "diagnosis", (210, 245, 301, 330, 360), (150, 402, 515)),
    ("community-paediatrics", "assessment", (60, 90), (110,)),
)


def seed(code: str, *, today: date, at: datetime) -> int:
    """Write the episodes by the acts, once; gives how many children wait."""
    area = Area.objects.filter(code=code).first()
    if area is None or not area.is_sample:
        raise Refusal("Episodes are only made up in a made-up area.")
    user = User.objects.filter(email=ASKER).first()
    if user is None:
        raise Refusal(f"{ASKER} is not here: load the sample's files first.")
    reader = reader_from(user, posts_of(user, today=today), area, today=today)
    with acting_as(reader):
        if Episode.objects.filter(area=area, source=None).exists():  # not those of health's file
            return 0
        children = _children(area, sum(len(one[2]) + len(one[3]) for one in SERVICES))
        made = iter(children)
        for service, kind, _before, now in SERVICES:
            for place, days in enumerate(now):
                if child := next(made, None):
                    _waits(child, service, kind, days, place, reader, at)
        for service, kind, before, _now in SERVICES:
            for days in before:
                if child := next(made, None):
                    _was_seen(child, service, kind, days, reader)
    return min(len(children), sum(len(one[3]) for one in SERVICES))


def _children(area: Area, count: int) -> list[Child]:
    """Those of a family or a therapist who signs in come first, so that their pages show a wait."""
    rows = Child.objects.filter(area=area, merged_into__isnull=True, died_on__isnull=True)
    tied = Tie.objects.filter(area=area, role__in=("parent", "health_adviser"))
    first = list(rows.filter(pk__in=tied.values("child")).order_by("id")[:5])
    others = rows.exclude(pk__in=[one.pk for one in first]).order_by("id")
    return [*first, *others[: count - len(first)]]


def _waits(
    child: Child, service: str, kind: str, days: int, place: int, by: Reader, at: datetime
) -> None:
    start = by.today - timedelta(days)
    episode = open_episode(
        child=child, service=service, kind=kind, referred_on=start, by=by, at=at,
        team="Community children’s team", referred_by="School",
    )  # fmt: skip
    if place == 1:
        row = offer_meanwhile(
            episode=episode, what="A monthly call, and pictures to use at home.",
            owner="Ms Tilly Marsh", since=start + timedelta(20), by=by, at=at,
        )  # fmt: skip
        check_in(
            meanwhile=row, on=by.today - timedelta(9), helped=True, until=None,
            says="The pictures help at breakfast.", by=by, at=at,
        )  # fmt: skip
    if place == 0 and service == "occupational-therapy":
        escalate(
            episode=episode, on=by.today - timedelta(4), why="pain", said_by="The family",
            says="The splint is too small and cuts in.", by=by, at=at,
        )  # fmt: skip
        record_equipment(
            child=child, what="Wrist splint", episode=episode, in_pain=True,
            assessed_on=by.today - timedelta(10), by=by, at=at,
        )  # fmt: skip


def _was_seen(child: Child, service: str, kind: str, days: int, by: Reader) -> None:
    """One who waited before: seen a month or more ago, and helped a week later."""
    seen = by.today - timedelta(30 + days // 4)
    then = replace(by, today=seen + timedelta(7))
    at = timezone.make_aware(datetime.combine(then.today, time(9, 30)))
    episode = open_episode(
        child=child, service=service, kind=kind, referred_on=seen - timedelta(days), by=then, at=at
    )
    record_contact(episode=episode, on=seen, seen=True, by_whom="Ms Tilly Marsh", by=then, at=at)
    record_treatment(episode=episode, on=then.today, by=then, at=at)
