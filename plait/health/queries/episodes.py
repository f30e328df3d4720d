"""Episodes of a child, and the rows that hang on them, as far as the reader may see."""

from django.db import connection
from django.db.models import QuerySet

from plait.health.models import Contact, Episode, Equipment, Escalation, WhileWaiting
from plait.standards.health.expecting import Expectation, expectation
from plait.standards.health.ordering import PAIN, PARTICIPATION, Grew, Place
from plait.standards.health.waits import Wait

KINDS = Episode.Kind.choices
ENDS = Episode.End.choices
WHYS = Escalation.Why.choices


def wait_of(episode: Episode) -> Wait:
    """Give an episode's days as the rules count them."""
    return Wait(
        episode.referred_on,
        episode.clock_start,
        episode.first_contact_on,
        episode.treated_on,
        episode.ended_on,
    )


def place_of(episode: Episode, today) -> Place:
    """Give what an episode's place in the list rests on; equipment that hurts counts too."""
    grew = [Grew(one.on, one.why, one.answered_on is not None) for one in episode.escalations.all()]
    for item in episode.equipment.all():
        since = item.assessed_on or episode.referred_on
        if item.ended_on is None and item.in_pain:
            grew.append(Grew(since, PAIN))
        elif item.ended_on is None and item.cannot_take_part:
            grew.append(Grew(since, PARTICIPATION))
    return Place(wait_of(episode).to_treatment(today), tuple(grew))


def whole(rows: QuerySet[Episode]) -> QuerySet[Episode]:
    """Give episodes with all that hangs on them, in as few questions as it takes."""
    return rows.select_related("child", "provider").prefetch_related(
        "contacts", "meanwhile", "escalations", "equipment"
    )


def episodes_of(child_id: int) -> list[Episode]:
    """Give a child's episodes: those open first, then the newest referral."""
    rows = whole(Episode.objects.filter(child_id=child_id)).order_by("-referred_on", "-id")
    return sorted(rows, key=lambda one: one.ended_on is not None)


def equipment_of(child_id: int) -> list[Equipment]:
    """Give a child's equipment: what is in use or awaited first."""
    rows = Equipment.objects.filter(child_id=child_id).order_by("id")
    return sorted(rows, key=lambda one: one.ended_on is not None)


def episode_one(child_id: int, episode_id: int) -> Episode | None:
    return whole(Episode.objects.filter(child_id=child_id, pk=episode_id)).first()


def meanwhile_one(child_id: int, meanwhile_id: int) -> WhileWaiting | None:
    rows = WhileWaiting.objects.filter(child_id=child_id, pk=meanwhile_id)
    return rows.select_related("child", "episode").first()


def escalation_one(child_id: int, escalation_id: int) -> Escalation | None:
    rows = Escalation.objects.filter(child_id=child_id, pk=escalation_id)
    return rows.select_related("child", "episode").first()


def equipment_one(child_id: int, equipment_id: int) -> Equipment | None:
    rows = Equipment.objects.filter(child_id=child_id, pk=equipment_id)
    return rows.select_related("child").first()


def booked(child_id: int, today) -> list[Contact]:
    """Give the contacts that are still to come, the nearest first."""
    rows = Contact.objects.filter(child_id=child_id, on__gte=today, seen__isnull=True)
    return list(rows.order_by("on", "id"))


def expected_of(service: str, kind: str) -> Expectation | None:
    """Give how long others of the area waited for a first contact, in the year up to today.

    It holds for a reader who sees one child only: the database lends the days and no row.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plait_waits_before(%s, %s)", [service, kind])
        return expectation(days for (days,) in cursor.fetchall())
